package tendril.pivot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tendril.pivot.PaceLedger.Slot;
import tendril.pivot.QueueChange.Asked;
import tendril.pivot.QueueChange.Cancelled;
import tendril.pivot.QueueChange.Cleared;
import tendril.pivot.QueueChange.Held;
import tendril.pivot.QueueChange.Interrupted;
import tendril.pivot.QueueChange.Joined;
import tendril.pivot.QueueChange.Offline;
import tendril.pivot.QueueChange.Paused;
import tendril.pivot.QueueChange.Released;
import tendril.pivot.QueueChange.Resumed;
import tendril.pivot.QueueChange.Retried;
import tendril.pivot.QueueChange.Started;

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
 * Each request has a rank in its provider's lane ({@link Ranks}); what a person moves gets a new one. Lanes know nothing
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

    private static final Pace PACE_UNTIL_SET = Pace.every(Duration.ofSeconds(10), 1);
    private static final Duration BUSY_RETRY = Duration.ofMillis(20);

    private final Ticker ticker;
    private final PaceLedger ledger;
    private final RandomGenerator random;
    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Map<String, Lane> lanes = new TreeMap<>();
    private final Map<Long, Send> running = new HashMap<>();
    private final QueueReport report;
    private boolean allPaused;
    private boolean offline;
    private long sends;

    public PivotQueue(Ticker ticker, PaceLedger ledger, RandomGenerator random) {
        this.ticker = ticker;
        this.ledger = ledger;
        this.random = random;
        report = new QueueReport(ticker, ledger, rows, lanes);
    }

    /**
     * Takes up a queue where a program left it. To be called once, on an empty queue, after the paces are set.
     *
     * @return that what was running is interrupted
     */
    public List<QueueChange> restore(SavedQueue saved) {
        Moment moment = Moment.of(ticker);
        allPaused = saved.allPaused();
        offline = saved.offline();
        saved.pausedLanes().forEach((provider, refusal) -> lane(provider).paused(Optional.of(refusal)));
        List<Long> interrupted = new ArrayList<>();
        for (SavedRow old : saved.rows()) {
            Row row = new Row(old.request(), old.rank());
            row.attempts = old.attempts();
            row.found = old.found();
            row.words = old.words();
            rows.put(row.id(), row);
            report.added(row);
            lane(row.provider()).ranks.known(row.request, row.rank);
            if (old.state() == RowState.RUNNING) {
                report.set(row, RowState.INTERRUPTED);
                interrupted.add(row.id());
            } else if (old.state().isInLine()) {
                takeUp(row, old, moment);
            } else {
                report.set(row, old.state());
            }
        }
        return interrupted.isEmpty() ? List.of() : List.of(new Interrupted(interrupted));
    }

    private void takeUp(Row row, SavedRow old, Moment moment) {
        Send send = joinLine(row);
        send.attempts = Math.max(send.attempts, old.attempts());
        if (old.state() != RowState.WAITING || send.rows.size() > 1) {
            return;
        }
        long notBefore = moment.steady(old.notBefore(), SourceHealth.WAIT_MAX);
        if (notBefore > moment.nanos()) {
            Lane lane = lane(row.provider());
            lane.dequeueToChange(send);
            send.notBefore = notBefore;
            send.backOff = old.words();
            lane.enqueue(send);
        }
        report.set(row, RowState.WAITING);
    }

    /** How often this provider may be asked from now on. Set it before the first request of the provider. */
    public void setPace(String provider, Pace pace) {
        lane(provider).pace(pace);
        report.changed();
    }

    /** Puts requests in line. One whose question is under way already joins it. */
    public List<QueueChange> add(Collection<PivotRequest> requests) {
        List<QueueChange> changes = new ArrayList<>(requests.size());
        for (PivotRequest request : requests) {
            if (rows.containsKey(request.id())) {
                throw new IllegalArgumentException("Request " + request.id() + " is in the queue already.");
            }
            Row row = new Row(request, lane(request.question().provider()).ranks.next(request));
            rows.put(row.id(), row);
            report.added(row);
            changes.add(new Asked(request, row.rank));
            line(row, changes);
        }
        return changes;
    }

    /** Puts one request in line. */
    public List<QueueChange> add(PivotRequest request) {
        return add(List.of(request));
    }

    private void line(Row row, List<QueueChange> changes) {
        Send send = joinLine(row);
        if (row.state == RowState.RUNNING) {
            changes.add(new Joined(row.id(), send.number));
        }
    }

    private Send joinLine(Row row) {
        Lane lane = lane(row.provider());
        Question question = row.request.question();
        Send send = lane.open(question).orElseGet(() -> new Send(++sends, question));
        row.send = Optional.of(send);
        if (lane.isRunning(send)) {
            send.rows.add(row);
            report.set(row, RowState.RUNNING);
            return send;
        }
        lane.dequeueToChange(send);
        send.rows.add(row);
        lane.enqueue(send);
        report.set(row, RowState.QUEUED);
        return send;
    }

    /** Calls requests off, whatever their state, except those that are over. */
    public List<QueueChange> cancel(Collection<Long> ids) {
        List<Long> cancelled = new ArrayList<>();
        List<Long> abandoned = new ArrayList<>();
        for (Row row : known(ids)) {
            if (row.state.isOver()) {
                continue;
            }
            leaveSend(row).ifPresent(send -> abandoned.add(send.number));
            report.set(row, RowState.CANCELLED);
            row.words = "";
            cancelled.add(row.id());
        }
        return cancelled.isEmpty() ? List.of() : List.of(new Cancelled(cancelled, abandoned));
    }

    /** Calls off all that one action of the person asked and that is not over. */
    public List<QueueChange> cancelAction(long action) {
        return cancel(rows.values().stream()
                .filter(row -> row.request.action() == action)
                .map(Row::id)
                .toList());
    }

    /** Takes the row out of its question; returns the question if it is under way and nobody waits for it any more. */
    private Optional<Send> leaveSend(Row row) {
        if (row.send.isEmpty()) {
            return Optional.empty();
        }
        Send send = row.send.get();
        row.send = Optional.empty();
        Lane lane = lane(row.provider());
        if (lane.isRunning(send)) {
            send.rows.remove(row);
            if (send.rows.isEmpty()) {
                lane.abandon(send);
                return Optional.of(send);
            }
            return Optional.empty();
        }
        lane.dequeueToChange(send);
        send.rows.remove(row);
        if (send.rows.isEmpty()) {
            lane.dequeue(send);
        } else {
            lane.enqueue(send);
        }
        return Optional.empty();
    }

    /** Puts failed, cancelled and interrupted requests in line once more, as if they were asked now. */
    public List<QueueChange> retry(Collection<Long> ids) {
        List<QueueChange> changes = new ArrayList<>();
        for (Row row : known(ids)) {
            if (!row.state.mayBeRetried()) {
                continue;
            }
            row.rank = lane(row.provider()).ranks.next(row.request);
            row.attempts = 0;
            row.words = "";
            changes.add(new Retried(row.id(), row.rank));
            line(row, changes);
        }
        return changes;
    }

    /** Puts a request before all others of its provider; what it backed off from is tried at once. */
    public List<QueueChange> doNext(long id) {
        return known(List.of(id)).stream()
                .findFirst()
                .flatMap(row -> row.send)
                .filter(send -> lane(send.question.provider()).isInLine(send))
                .map(send -> reorder().first(lane(send.question.provider()), List.of(send)))
                .orElse(List.of());
    }

    /**
     * Moves requests, in the order given, to before another one of the same provider; to the end of the line when
     * {@code before} is empty. What is of another provider, or not in line, stays.
     */
    public List<QueueChange> move(List<Long> ids, OptionalLong before) {
        Map<Lane, List<Send>> moving = new LinkedHashMap<>();
        for (Row row : known(ids)) {
            Lane lane = lane(row.provider());
            row.send.filter(lane::isInLine).ifPresent(send -> {
                List<Send> sends = moving.computeIfAbsent(lane, key -> new ArrayList<>());
                if (!sends.contains(send)) {
                    sends.add(send);
                }
            });
        }
        if (before.isEmpty()) {
            return moving.entrySet().stream()
                    .flatMap(entry -> reorder().last(entry.getKey(), entry.getValue()).stream())
                    .toList();
        }
        Optional<Row> target = Optional.ofNullable(rows.get(before.getAsLong()));
        Optional<Send> send = target.flatMap(row -> row.send);
        if (target.isEmpty() || send.isEmpty()) {
            return List.of();
        }
        Lane lane = lane(target.get().provider());
        List<Send> sends = moving.getOrDefault(lane, List.of());
        return lane.isInLine(send.get()) ? reorder().before(lane, sends, send.get()) : List.of();
    }

    private Reorder reorder() {
        report.changed();
        return new Reorder();
    }

    /** Sends nothing to this provider until it is resumed; what runs goes on. */
    public List<QueueChange> pause(String provider) {
        lane(provider).paused(Optional.of(""));
        report.changed();
        return List.of(new Paused(Optional.of(provider), Optional.empty()));
    }

    /** Lets the provider go on, at once: also after it refused us, asked for time, or was gone. */
    public List<QueueChange> resume(String provider) {
        Lane lane = lane(provider);
        lane.paused(Optional.empty());
        lane.health.tryNow();
        lane.paceUntil(Long.MIN_VALUE);
        ledger.stopWaiting(provider);
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
        for (Row row : known(List.of(id))) {
            if (row.state.isInLine()) {
                leaveSend(row);
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
        for (Row row : known(List.of(id))) {
            if (row.state == RowState.HELD) {
                row.words = "";
                changes.add(new Released(id));
                line(row, changes);
            }
        }
        return changes;
    }

    /** Removes from the list what is done, found nothing or is cancelled. */
    public List<QueueChange> clearDone() {
        List<Row> over =
                rows.values().stream().filter(row -> row.state.isOver()).toList();
        over.forEach(row -> {
            rows.remove(row.id());
            report.removed(row);
        });
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
        List<Started> started = new ArrayList<>();
        lanes.values().forEach(lane -> due(lane, started));
        return started;
    }

    private void due(Lane lane, List<Started> started) {
        long now = ticker.nanos();
        for (var next = lane.candidate(now); next.isPresent(); next = lane.candidate(now)) {
            switch (ledger.reserve(lane.provider, lane.pace())) {
                case Slot.Taken taken -> started.add(start(lane, next.get(), taken.at()));
                case Slot.NotBefore not -> {
                    lane.paceUntil(not.nanos());
                    report.changed();
                    return;
                }
                case Slot.Busy busy -> {
                    lane.paceUntil(now + (long) (BUSY_RETRY.toNanos() * (0.5 + random.nextDouble())));
                    return;
                }
            }
        }
    }

    private Started start(Lane lane, Send send, long at) {
        lane.start(send, at);
        running.put(send.number, send);
        send.rows.forEach(row -> report.set(row, RowState.RUNNING));
        List<PivotRequest> requests = send.rows.stream().map(row -> row.request).toList();
        return new Started(send.number, send.question, requests, ticker.instant(), send.attempts);
    }

    /**
     * What came of a question that was sent.
     *
     * @param send    the number in {@code Started}
     * @param outcome what it means for each request that waits for it; a trouble is the same for all
     */
    public List<QueueChange> settled(long send, Function<PivotRequest, PivotOutcome> outcome) {
        Send sent = running.remove(send);
        if (sent == null) {
            return List.of();
        }
        Lane lane = lane(sent.question.provider());
        lane.ended(sent);
        report.changed();
        return new Settling(lane, sent, Moment.of(ticker), ledger, report).settle(outcome);
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
        if (allPaused || offline) {
            return Optional.empty();
        }
        long now = ticker.nanos();
        return lanes.values().stream()
                .flatMap(lane -> lane.wakeAt().stream())
                .min(Long::compare)
                .map(time -> time <= now ? Duration.ZERO : Duration.ofNanos(time - now));
    }

    /**
     * Every row: what runs, then what is in line by expected time, then what waits for a person, then what is over,
     * newest first. The list is fixed, its rows are made when they are read: take it once a frame.
     */
    public List<QueueRow> rows() {
        return report.rows(allPaused, offline);
    }

    public Optional<QueueRow> row(long id) {
        return Optional.ofNullable(rows.get(id)).map(row -> report.row(row, allPaused, offline));
    }

    /** The providers that have or had requests, or a pace. */
    public List<String> providers() {
        return List.copyOf(lanes.keySet());
    }

    public int count(RowState state) {
        return report.count(state);
    }

    /** When the last request that nothing but time holds up is expected to be answered; empty if there is none. */
    public Optional<Instant> finishesAt() {
        return report.finishesAt(allPaused, offline);
    }

    public ProviderHealth health(String provider) {
        return report.health(lane(provider));
    }

    /** Grows with each change; the same number means that nothing a view shows has changed but the time. */
    public long version() {
        return report.version();
    }

    private Lane lane(String provider) {
        return lanes.computeIfAbsent(provider, id -> new Lane(id, PACE_UNTIL_SET, random));
    }

    private List<Row> known(Collection<Long> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                .toList();
    }
}
