package tendril.pivot;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the queue says about itself: rows in words, counts, clock times. A forecast is made when somebody asks and
 * something has changed, once a lane, and kept until the next change or until time has overtaken it. Confined to the
 * case thread.
 */
final class QueueReport {
    /** How far time may run behind a forecast before it is made anew. */
    private static final long LATE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Ticker ticker;
    private final PaceLedger ledger;
    private final Map<Long, Row> rows;
    private final Map<String, Lane> lanes;
    private final int[] counts = new int[RowState.values().length];
    private final Map<String, Long> finishes = new HashMap<>();
    private long version;
    private long forecastVersion = -1;
    private long forecastUntil;
    private long orderVersion = -1;
    private Row[] order = {};
    private long rowsPlayed;

    QueueReport(Ticker ticker, PaceLedger ledger, Map<Long, Row> rows, Map<String, Lane> lanes) {
        this.ticker = ticker;
        this.ledger = ledger;
        this.rows = rows;
        this.lanes = lanes;
    }

    void added(Row row) {
        counts[row.state.ordinal()]++;
        version++;
    }

    void removed(Row row) {
        counts[row.state.ordinal()]--;
        version++;
    }

    void set(Row row, RowState state) {
        counts[row.state.ordinal()]--;
        counts[state.ordinal()]++;
        row.state = state;
        version++;
    }

    void changed() {
        version++;
    }

    long version() {
        return version;
    }

    int count(RowState state) {
        return counts[state.ordinal()];
    }

    /** How many rows all forecasts so far have played through: the work done, for those who bound it. */
    long rowsPlayed() {
        return rowsPlayed;
    }

    List<QueueRow> rows(boolean allPaused, boolean offline) {
        refresh();
        Row[] fixed = ordered();
        return new AbstractList<>() {
            @Override
            public QueueRow get(int index) {
                return row(fixed[index], allPaused, offline);
            }

            @Override
            public int size() {
                return fixed.length;
            }
        };
    }

    private Row[] ordered() {
        if (orderVersion != forecastVersion) {
            Comparator<Row> order = Comparator.comparingInt((Row row) -> section(row.state))
                    .thenComparingLong(QueueReport::expected)
                    .thenComparingLong(row -> row.state.isOver() ? -row.id() : row.id());
            List<Row> sorted = new ArrayList<>(rows.values());
            sorted.sort(order);
            this.order = sorted.toArray(Row[]::new);
            orderVersion = forecastVersion;
        }
        return this.order;
    }

    private static int section(RowState state) {
        return switch (state) {
            case RUNNING -> 0;
            case QUEUED, WAITING -> 1;
            case HELD -> 2;
            case INTERRUPTED, FAILED -> 3;
            case DONE, NOTHING_FOUND, CANCELLED -> 4;
        };
    }

    private static long expected(Row row) {
        return row.send.map(send -> send.expected).orElse(Long.MAX_VALUE);
    }

    QueueRow row(Row row, boolean allPaused, boolean offline) {
        refresh();
        Moment moment = Moment.of(ticker);
        Optional<Send> send = row.send;
        if (send.isEmpty()) {
            String words = row.state == RowState.HELD ? "held: " + row.words : row.words;
            return new QueueRow(row.request, row.state, row.found, Optional.empty(), words, 0, row.attempts);
        }
        Send in = send.get();
        if (row.state == RowState.RUNNING) {
            Instant at = moment.wall().minusNanos(moment.nanos() - in.startedAt);
            return new QueueRow(row.request, row.state, 0, Optional.of(at), "", 0, in.attempts);
        }
        Lane lane = lane(row);
        boolean moves = !allPaused && !offline && lane.paused().isEmpty();
        Optional<Instant> expected = moves ? Optional.of(moment.at(in.expected)) : Optional.empty();
        String why = why(in, lane, allPaused, offline, moment.nanos());
        return new QueueRow(row.request, row.state, 0, expected, why, in.before, in.attempts);
    }

    private String why(Send send, Lane lane, boolean allPaused, boolean offline, long now) {
        if (offline) {
            return "waiting for network";
        }
        if (allPaused) {
            return "paused";
        }
        if (lane.paused().isPresent()) {
            String refusal = lane.paused().get();
            return refusal.isEmpty() ? "paused" : "paused: " + refusal;
        }
        String source = lane.health.why(now);
        if (!source.isEmpty()) {
            return source;
        }
        if (send.notBefore > now) {
            return send.backOff;
        }
        if (send.before > 0) {
            return "behind " + send.before + (send.before == 1 ? " other" : " others");
        }
        return pace(lane, now);
    }

    /** Why the first in line waits: the window that is full, or the answer that is awaited. */
    private String pace(Lane lane, long now) {
        long[] sends = ledger.sends(lane.provider);
        return lane.pace().windows().stream()
                .filter(window -> sends.length >= window.requests())
                .filter(window -> sends[sends.length - window.requests()] + SendLog.spanNanos(window) > now)
                .max(Comparator.comparingLong(
                        window -> sends[sends.length - window.requests()] + SendLog.spanNanos(window)))
                .map(window -> "rate: " + Words.rate(window))
                .orElse(lane.running().isEmpty() ? "" : "waiting for the answer before it");
    }

    Optional<Instant> finishesAt(boolean allPaused, boolean offline) {
        if (allPaused || offline) {
            return Optional.empty();
        }
        refresh();
        Moment moment = Moment.of(ticker);
        return lanes.values().stream()
                .filter(lane -> lane.paused().isEmpty()
                        && !(lane.isEmpty() && lane.running().isEmpty()))
                .map(lane -> finishes.getOrDefault(lane.provider, moment.nanos()))
                .max(Long::compare)
                .map(moment::at);
    }

    ProviderHealth health(Lane lane) {
        Optional<String> paused = lane.paused();
        if (paused.isEmpty()) {
            return lane.health.health(Moment.of(ticker));
        }
        String refusal = paused.get();
        return new ProviderHealth.Paused(refusal.isEmpty() ? "Paused by hand; resume it to go on." : refusal);
    }

    private void refresh() {
        long now = ticker.nanos();
        if (forecastVersion == version && now <= forecastUntil) {
            return;
        }
        forecastUntil = Long.MAX_VALUE;
        for (Lane lane : lanes.values()) {
            finishes.put(lane.provider, Forecast.play(lane, ledger.sends(lane.provider), now));
            rowsPlayed += lane.inLine().size();
            lane.firstExpected().ifPresent(first -> forecastUntil = Math.min(forecastUntil, first + LATE_NANOS));
        }
        forecastUntil = Math.max(forecastUntil, now + LATE_NANOS);
        forecastVersion = version;
        orderVersion = -1;
    }

    private Lane lane(Row row) {
        Lane lane = lanes.get(row.provider());
        if (lane == null) {
            throw new IllegalStateException("Row " + row.id() + " has no lane.");
        }
        return lane;
    }
}
