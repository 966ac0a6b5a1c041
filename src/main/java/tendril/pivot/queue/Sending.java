package tendril.pivot.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotRequest;
import tendril.pivot.lane.Lane;
import tendril.pivot.lane.RowState;
import tendril.pivot.lane.Send;
import tendril.pivot.pace.Moment;
import tendril.pivot.pace.PaceLedger;
import tendril.pivot.pace.PaceLedger.Slot;
import tendril.pivot.pace.Ticker;
import tendril.pivot.queue.QueueChange.Started;

/** What leaves the lines and what comes back: questions that may go now, and those under way. Confined to the case thread. */
final class Sending {
    private static final Duration BUSY_RETRY = Duration.ofMillis(20);

    private final Ticker ticker;
    private final PaceLedger ledger;
    private final RandomGenerator random;
    private final Line line;
    private final Map<Long, Send> running = new HashMap<>();

    Sending(Ticker ticker, PaceLedger ledger, RandomGenerator random, Line line) {
        this.ticker = ticker;
        this.ledger = ledger;
        this.random = random;
        this.line = line;
    }

    /** What is to be sent now; it counts as running, and its slot in the pace is taken. */
    List<Started> due() {
        List<Started> started = new ArrayList<>();
        line.lanes.values().forEach(lane -> due(lane, started));
        return started;
    }

    private void due(Lane lane, List<Started> started) {
        long now = ticker.nanos();
        if (lane.mature(now)) {
            line.report.changed();
        }
        for (var next = lane.candidate(now); next.isPresent(); next = lane.candidate(now)) {
            switch (ledger.reserve(lane.ledgerKey(), lane.pace())) {
                case Slot.Taken taken -> started.add(start(lane, next.get(), taken.at()));
                case Slot.NotBefore not -> {
                    lane.paceUntil(not.nanos());
                    line.report.changed();
                    return;
                }
                case Slot.Pending pending -> {
                    lane.awaitSlot();
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
        send.rows.forEach(row -> line.report.set(row, RowState.RUNNING));
        List<PivotRequest> requests = send.rows.stream().map(row -> row.request).toList();
        return new Started(send.number, send.question, requests, ticker.instant(), send.attempts);
    }

    /** What came of a question that was sent; nothing when it is not under way. */
    List<QueueChange> settled(long send, Function<PivotRequest, PivotOutcome> outcome) {
        Send sent = running.remove(send);
        if (sent == null) {
            return List.of();
        }
        Lane lane = line.lane(sent.question.provider());
        lane.ended(sent);
        line.report.changed();
        return new Settling(lane, sent, Moment.of(ticker), ledger, line.report).settle(outcome);
    }

    /** How long until a lane may have something to send, if nothing else happens. */
    Optional<Duration> nextWake() {
        long now = ticker.nanos();
        return line.lanes.values().stream()
                .flatMap(lane -> lane.wakeAt().stream())
                .min(Long::compare)
                .map(time -> time <= now ? Duration.ZERO : Duration.ofNanos(time - now));
    }
}
