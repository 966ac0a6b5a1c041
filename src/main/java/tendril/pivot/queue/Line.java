package tendril.pivot.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import tendril.pivot.Pace;
import tendril.pivot.Question;
import tendril.pivot.lane.Lane;
import tendril.pivot.lane.Row;
import tendril.pivot.lane.RowState;
import tendril.pivot.lane.Send;
import tendril.pivot.pace.PaceLedger;
import tendril.pivot.pace.Ticker;

/** All rows of a queue and the lanes they stand in: who joins which question, who leaves it. Confined to the case thread. */
final class Line {
    private static final Pace PACE_UNTIL_SET = Pace.every(Duration.ofSeconds(10), 1);

    final Map<Long, Row> rows = new LinkedHashMap<>();
    final Map<String, Lane> lanes = new TreeMap<>();
    final QueueReport report;
    private final RandomGenerator random;
    private long sends;

    Line(Ticker ticker, PaceLedger ledger, RandomGenerator random) {
        this.random = random;
        report = new QueueReport(ticker, ledger, rows, lanes);
    }

    Lane lane(String provider) {
        return lanes.computeIfAbsent(provider, id -> new Lane(id, PACE_UNTIL_SET, random));
    }

    List<Row> known(Collection<Long> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                .toList();
    }

    void add(Row row) {
        rows.put(row.id(), row);
        report.added(row);
    }

    void remove(Row row) {
        rows.remove(row.id());
        report.removed(row);
    }

    /** Puts the row in line, or lets it wait for the answer to its question that is under way. */
    Send join(Row row) {
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

    /** Takes the row out of its question; returns the question if it is under way and nobody waits for it any more. */
    Optional<Send> leave(Row row) {
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
}
