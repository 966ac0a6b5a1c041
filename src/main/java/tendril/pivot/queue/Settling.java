package tendril.pivot.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotRequest;
import tendril.pivot.lane.Lane;
import tendril.pivot.lane.Row;
import tendril.pivot.lane.RowState;
import tendril.pivot.lane.Send;
import tendril.pivot.pace.Moment;
import tendril.pivot.pace.PaceLedger;

/** What one outcome does to the requests that waited for it and to their lane. Lives for one call on the case thread. */
final class Settling {
    private final Lane lane;
    private final Send send;
    private final Moment moment;
    private final PaceLedger ledger;
    private final QueueReport report;
    private final List<QueueChange> changes = new ArrayList<>();

    Settling(Lane lane, Send send, Moment moment, PaceLedger ledger, QueueReport report) {
        this.lane = lane;
        this.send = send;
        this.moment = moment;
        this.ledger = ledger;
        this.report = report;
    }

    List<QueueChange> settle(Function<PivotRequest, PivotOutcome> outcomeOf) {
        Map<Row, PivotOutcome> outcomes = new LinkedHashMap<>();
        send.rows.forEach(row -> outcomes.put(row, outcomeOf.apply(row.request)));
        // The lane learns once, from the worst, however many requests waited for the question.
        Optional<PutBack> back = outcomes.values().stream()
                .min(Comparator.comparingInt(Settling::severity))
                .flatMap(this::learn);
        List<Row> putBack = new ArrayList<>();
        outcomes.forEach((row, outcome) -> {
            if (settlesNow(row, outcome)) {
                row.send = Optional.empty();
            } else {
                putBack.add(row);
            }
        });
        send.rows.clear();
        send.rows.addAll(putBack);
        if (!putBack.isEmpty()) {
            putBack(back.orElseThrow());
        }
        return changes;
    }

    private static int severity(PivotOutcome outcome) {
        return switch (outcome) {
            case PivotOutcome.Throttled throttled -> 0;
            case PivotOutcome.Unreachable unreachable -> 1;
            case PivotOutcome.Refused refused -> 2;
            case PivotOutcome.Found found -> 3;
            case PivotOutcome.NothingFound nothing -> 3;
            case PivotOutcome.TooMany many -> 3;
            case PivotOutcome.Malformed malformed -> 3;
            case PivotOutcome.Cancelled cancelled -> 4;
        };
    }

    private record PutBack(String reason, long notBefore) {}

    /** What the lane learns; returns how the question goes back in line, if it does. */
    private Optional<PutBack> learn(PivotOutcome outcome) {
        return switch (outcome) {
            case PivotOutcome.Found found -> answered();
            case PivotOutcome.NothingFound nothing -> answered();
            case PivotOutcome.TooMany many -> answered();
            case PivotOutcome.Malformed malformed -> answered();
            case PivotOutcome.Refused refused -> {
                if (refused.pauseProvider()) {
                    lane.paused(Optional.of(refused.reason()));
                    changes.add(new QueueChange.Paused(Optional.of(lane.provider), Optional.of(refused.reason())));
                }
                yield answered();
            }
            case PivotOutcome.Throttled throttled -> {
                Duration wait = lane.health.throttled(throttled.retryAfter(), moment.nanos());
                ledger.askedToWait(lane.ledgerKey(), wait);
                yield Optional.of(new PutBack(lane.health.why(moment.nanos()), Long.MIN_VALUE));
            }
            case PivotOutcome.Unreachable unreachable -> unreachable(unreachable.reason());
            case PivotOutcome.Cancelled cancelled -> Optional.empty();
        };
    }

    private Optional<PutBack> answered() {
        boolean wasGone = lane.health.isGone();
        lane.health.answered(moment.nanos() - send.startedAt);
        if (wasGone) {
            lane.matureAll();
        }
        return Optional.empty();
    }

    private Optional<PutBack> unreachable(String reason) {
        if (lane.health.silent(send.question, moment.nanos(), moment.wall(), reason)) {
            return Optional.of(new PutBack(lane.health.why(moment.nanos()), lane.health.probeAt()));
        }
        send.attempts++;
        if (send.attempts >= PivotQueue.ATTEMPTS_MAX) {
            return Optional.empty();
        }
        long notBefore = moment.nanos() + lane.health.backOff(send.attempts).toNanos();
        String words = reason + " Try " + (send.attempts + 1) + " of " + PivotQueue.ATTEMPTS_MAX + ".";
        return Optional.of(new PutBack(words, notBefore));
    }

    /** Ends the row unless the outcome puts it back. */
    private boolean settlesNow(Row row, PivotOutcome outcome) {
        row.attempts = send.attempts;
        return switch (outcome) {
            case PivotOutcome.Found found ->
                ends(row, RowState.DONE, found.findings().size(), "");
            case PivotOutcome.NothingFound nothing -> ends(row, RowState.NOTHING_FOUND, 0, "");
            case PivotOutcome.TooMany many ->
                ends(row, RowState.DONE, many.count(), many.count() + " results are over the limit; none was taken.");
            case PivotOutcome.Refused refused -> ends(row, RowState.FAILED, 0, refused.reason());
            case PivotOutcome.Malformed malformed -> ends(row, RowState.FAILED, 0, malformed.reason());
            case PivotOutcome.Unreachable unreachable ->
                send.attempts >= PivotQueue.ATTEMPTS_MAX
                        && ends(
                                row,
                                RowState.FAILED,
                                0,
                                unreachable.reason() + " Given up after " + send.attempts + " tries.");
            case PivotOutcome.Throttled throttled -> false;
            case PivotOutcome.Cancelled cancelled -> {
                report.set(row, RowState.CANCELLED);
                changes.add(new QueueChange.Cancelled(List.of(row.id()), List.of()));
                yield true;
            }
        };
    }

    private boolean ends(Row row, RowState state, int found, String words) {
        report.set(row, state);
        row.found = found;
        row.words = words;
        changes.add(new QueueChange.Settled(row.id(), state, found, words, moment.wall()));
        return true;
    }

    private void putBack(PutBack back) {
        send.notBefore = back.notBefore();
        send.backOff = back.reason();
        lane.enqueue(send);
        send.rows.forEach(row -> report.set(row, RowState.WAITING));
        long notBefore = Math.max(back.notBefore(), lane.health.notBefore());
        changes.add(new QueueChange.PutBack(send.ids(), back.reason(), moment.at(notBefore), send.attempts));
    }
}
