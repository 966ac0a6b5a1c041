package tendril.pivot.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tendril.pivot.Pace;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotRequest;
import tendril.pivot.Provider;
import tendril.pivot.lane.Lane;
import tendril.pivot.lane.ProviderHealth;
import tendril.pivot.lane.Row;
import tendril.pivot.lane.RowState;
import tendril.pivot.lane.Send;
import tendril.pivot.pace.Moment;
import tendril.pivot.pace.PaceKey;
import tendril.pivot.pace.PaceLedger;
import tendril.pivot.pace.Ticker;
import tendril.pivot.queue.QueueChange.Asked;
import tendril.pivot.queue.QueueChange.Cancelled;
import tendril.pivot.queue.QueueChange.Cleared;
import tendril.pivot.queue.QueueChange.Held;
import tendril.pivot.queue.QueueChange.Joined;
import tendril.pivot.queue.QueueChange.Offline;
import tendril.pivot.queue.QueueChange.Paused;
import tendril.pivot.queue.QueueChange.Released;
import tendril.pivot.queue.QueueChange.Resumed;
import tendril.pivot.queue.QueueChange.Retried;
import tendril.pivot.queue.QueueChange.Started;

/**
 * The requests of a case: what waits, what runs, in which order, and when each is expected. It has no threads and sends
 * nothing: {@link #due} says what to send now, {@link #settled} takes what came of it, {@link #nextWake} says when to
 * look again. Confined to the case thread.
 *
 * <h2>One question, many requests</h2>
 *
 * Requests with the same question join: it is sent once, and each settles with it. A request that is cancelled or held
 * leaves the question to the others.
 *
 * <h2>Order</h2>
 *
 * Each request has a rank in its provider's lane ({@link tendril.pivot.lane.Ranks}); what a person moves gets a new one. Lanes know nothing
 * of each other.
 *
 * <h2>What is never lost and never sent twice</h2>
 *
 * Each call that changes something returns the changes, which the session writes down; {@link SavedQueue} folds them
 * back. A {@code Started} change must be on disk before its question leaves. What was running when the program died
 * comes back as interrupted, and only a person sends it again.
 *
 * <h2>Pace</h2>
 *
 * The {@link PaceLedger} alone decides whether a request may go now. The queue asks it for one request at a time, and
 * only when there is one to send, so time asleep or offline is never made up for in a burst.
 */
public final class PivotQueue {
    /** How often a question is sent without an answer, while the source answers others, before it counts as failed. */
    public static final int ATTEMPTS_MAX = 5;

    private final Ticker ticker;
    private final PaceLedger ledger;
    private final Line line;
    private final QueueReport report;
    private final Sending sending;
    private boolean allPaused;
    private boolean offline;

    public PivotQueue(Ticker ticker, PaceLedger ledger, RandomGenerator random) {
        this.ticker = ticker;
        this.ledger = ledger;
        line = new Line(ticker, ledger, random);
        report = line.report;
        sending = new Sending(ticker, ledger, random, line);
    }

    /**
     * Takes up a queue where a program left it. To be called once, on an empty queue, after the paces are set.
     *
     * @return that what was running is interrupted
     */
    public List<QueueChange> restore(SavedQueue saved) {
        allPaused = saved.allPaused();
        offline = saved.offline();
        return new Restoring(line, Moment.of(ticker)).restore(saved);
    }

    /** How often this provider may be asked from now on. Set it before the first request of the provider. */
    public void setPace(String provider, Pace pace) {
        line.lane(provider).pace(pace);
        report.changed();
    }

    /**
     * Which server a provider asks: what is kept of when it was asked is kept under both. Set it before the first
     * request of the provider.
     *
     * @param server as {@link Provider#server()} tells it
     */
    public void setServer(String provider, String server) {
        line.lane(provider).ledgerKey(new PaceKey(provider, server));
        report.changed();
    }

    /** Puts requests in line. One whose question is under way already joins it. */
    public List<QueueChange> add(Collection<PivotRequest> requests) {
        List<QueueChange> changes = new ArrayList<>(requests.size());
        for (PivotRequest request : requests) {
            if (line.rows.containsKey(request.id())) {
                throw new IllegalArgumentException("Request " + request.id() + " is in the queue already.");
            }
            Row row = new Row(
                    request, line.lane(request.question().provider()).ranks.next(request));
            line.add(row);
            changes.add(new Asked(request, row.rank));
            putInLine(row, changes);
        }
        return changes;
    }

    /** Puts one request in line. */
    public List<QueueChange> add(PivotRequest request) {
        return add(List.of(request));
    }

    private void putInLine(Row row, List<QueueChange> changes) {
        Send send = line.join(row);
        if (row.state == RowState.RUNNING) {
            changes.add(new Joined(row.id(), send.number));
        }
    }

    /** Calls requests off, whatever their state, except those that are over. */
    public List<QueueChange> cancel(Collection<Long> ids) {
        List<Long> cancelled = new ArrayList<>();
        List<Long> abandoned = new ArrayList<>();
        for (Row row : line.known(ids)) {
            if (row.state.isOver()) {
                continue;
            }
            line.leave(row).ifPresent(send -> abandoned.add(send.number));
            report.set(row, RowState.CANCELLED);
            row.words = "";
            cancelled.add(row.id());
        }
        return cancelled.isEmpty() ? List.of() : List.of(new Cancelled(cancelled, abandoned));
    }

    /** Calls off all that one action of the person asked and that is not over. */
    public List<QueueChange> cancelAction(long action) {
        return cancel(line.rows.values().stream()
                .filter(row -> row.request.action() == action)
                .map(Row::id)
                .toList());
    }

    /** Puts failed, cancelled and interrupted requests in line once more, as if they were asked now. */
    public List<QueueChange> retry(Collection<Long> ids) {
        List<QueueChange> changes = new ArrayList<>();
        for (Row row : line.known(ids)) {
            if (!row.state.mayBeRetried()) {
                continue;
            }
            row.rank = line.lane(row.provider()).ranks.next(row.request);
            row.attempts = 0;
            row.words = "";
            changes.add(new Retried(row.id(), row.rank));
            putInLine(row, changes);
        }
        return changes;
    }

    /** Puts requests, in this order, before all others of their providers; what they backed off from is tried at once. */
    public List<QueueChange> doNext(List<Long> ids) {
        return new Reorder(line).doNext(ids);
    }

    /** Puts one request before all others of its provider. */
    public List<QueueChange> doNext(long id) {
        return doNext(List.of(id));
    }

    /**
     * Moves requests, in the order given, to before another one of the same provider; to the end of the line when
     * {@code before} is empty. What is of another provider, or not in line, stays.
     */
    public List<QueueChange> move(List<Long> ids, OptionalLong before) {
        return new Reorder(line).move(ids, before);
    }

    /** Sends nothing to this provider until it is resumed; what runs goes on. */
    public List<QueueChange> pause(String provider) {
        line.lane(provider).paused(Optional.of(""));
        report.changed();
        return List.of(new Paused(Optional.of(provider), Optional.empty()));
    }

    /** Lets the provider go on, at once: also after it refused us, asked for time, or was gone. */
    public List<QueueChange> resume(String provider) {
        Lane lane = line.lane(provider);
        lane.replan();
        lane.paused(Optional.empty());
        lane.health.tryNow();
        lane.paceUntil(Long.MIN_VALUE);
        ledger.stopWaiting(lane.ledgerKey());
        report.changed();
        return List.of(new Resumed(Optional.of(provider)));
    }

    /** Sends nothing at all until resumed; what runs goes on. */
    public List<QueueChange> pauseAll() {
        allPaused = true;
        report.changed();
        return List.of(new Paused(Optional.empty(), Optional.empty()));
    }

    /** Ends {@link #pauseAll}; providers paused one by one stay so. */
    public List<QueueChange> resumeAll() {
        allPaused = false;
        report.changed();
        return List.of(new Resumed(Optional.empty()));
    }

    /** In offline mode nothing is sent, and everything in line waits for the network. */
    public List<QueueChange> offline(boolean on) {
        offline = on;
        report.changed();
        return List.of(new Offline(on));
    }

    public boolean isOffline() {
        return offline;
    }

    public boolean isAllPaused() {
        return allPaused;
    }

    /** Keeps a request that is in line back until it is released. */
    public List<QueueChange> hold(long id, String reason) {
        List<QueueChange> changes = new ArrayList<>();
        for (Row row : line.known(List.of(id))) {
            if (row.state.isInLine()) {
                line.leave(row);
                report.set(row, RowState.HELD);
                row.words = reason;
                changes.add(new Held(id, reason));
            }
        }
        return changes;
    }

    /** Puts a held request back in line, at its old place. */
    public List<QueueChange> release(long id) {
        List<QueueChange> changes = new ArrayList<>();
        for (Row row : line.known(List.of(id))) {
            if (row.state == RowState.HELD) {
                row.words = "";
                changes.add(new Released(id));
                putInLine(row, changes);
            }
        }
        return changes;
    }

    /** Removes from the list what is done, found nothing or is cancelled. */
    public List<QueueChange> clearDone() {
        List<Row> over =
                line.rows.values().stream().filter(row -> row.state.isOver()).toList();
        over.forEach(line::remove);
        return over.isEmpty()
                ? List.of()
                : List.of(new Cleared(over.stream().map(Row::id).toList()));
    }

    /**
     * What is to be sent now. It counts as running, and its slot in the pace is taken: write the changes down, then
     * send each question, then tell {@link #settled}.
     */
    public List<Started> due() {
        if (allPaused || offline) {
            return List.of();
        }
        return sending.due();
    }

    /**
     * What came of a question that was sent.
     *
     * @param send    the number in {@code Started}
     * @param outcome what it means for each request that waits for it; a trouble is the same for all
     */
    public List<QueueChange> settled(long send, Function<PivotRequest, PivotOutcome> outcome) {
        return sending.settled(send, outcome);
    }

    /** The same outcome for every request that waits for the question. */
    public List<QueueChange> settled(long send, PivotOutcome outcome) {
        return settled(send, request -> outcome);
    }

    /**
     * How long until {@link #due} may have something to send, if nothing else happens; empty if only another call can
     * change that. A span and not a clock time, since somebody may set the clock meanwhile.
     */
    public Optional<Duration> nextWake() {
        return allPaused || offline ? Optional.empty() : sending.nextWake();
    }

    /**
     * Every row: what runs, then what is in line by expected time, then what waits for a person, then what is over,
     * newest first. The list is fixed, its rows are made when they are read: take it once a frame.
     */
    public List<QueueRow> rows() {
        return report.rows(allPaused, offline);
    }

    /** Every request and where it stands, in the order of {@link #rows}, without its words. */
    public void eachInOrder(BiConsumer<PivotRequest, RowState> each) {
        report.eachInOrder(each);
    }

    public Optional<QueueRow> row(long id) {
        return Optional.ofNullable(line.rows.get(id)).map(row -> report.row(row, allPaused, offline));
    }

    /** The providers that have or had requests, or a pace. */
    public List<String> providers() {
        return List.copyOf(line.lanes.keySet());
    }

    public int count(RowState state) {
        return report.count(state);
    }

    /** When the last request that nothing but time holds up is expected to be answered; empty if there is none. */
    public Optional<Instant> finishesAt() {
        return report.finishesAt(allPaused, offline);
    }

    /** When the last request to one provider is expected to be answered; empty if there is none, or it is paused. */
    public Optional<Instant> finishesAt(String provider) {
        return allPaused || offline ? Optional.empty() : report.finishesAt(line.lane(provider));
    }

    /** When the next request is expected to go; empty if nothing goes by itself. */
    public Optional<Instant> nextAt() {
        return report.nextAt(allPaused, offline);
    }

    /** How many requests to one provider are in line. */
    public int inLine(String provider) {
        return line.lane(provider).inLineCount();
    }

    /** How often this provider may be asked. */
    public Pace pace(String provider) {
        return line.lane(provider).pace();
    }

    /** Why the paces hold in this program only, in one sentence, if so. */
    public Optional<String> paceTrouble() {
        return ledger.trouble();
    }

    public ProviderHealth health(String provider) {
        return report.health(line.lane(provider));
    }

    /** Grows with each change; the same number means that nothing a view shows has changed but the time. */
    public long version() {
        return report.version();
    }

    /** How many turns all forecasts so far have played: the work behind the clock times, for tests that bound it. */
    long turnsPlayed() {
        return report.turnsPlayed();
    }
}
