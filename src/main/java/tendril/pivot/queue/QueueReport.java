package tendril.pivot.queue;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tendril.pivot.PivotRequest;
import tendril.pivot.Words;
import tendril.pivot.lane.Forecast;
import tendril.pivot.lane.Lane;
import tendril.pivot.lane.ProviderHealth;
import tendril.pivot.lane.Row;
import tendril.pivot.lane.RowState;
import tendril.pivot.lane.Send;
import tendril.pivot.lane.Turns;
import tendril.pivot.pace.Moment;
import tendril.pivot.pace.PaceLedger;
import tendril.pivot.pace.SendLog;
import tendril.pivot.pace.Ticker;

/**
 * What the queue says about itself: rows in words, counts, clock times. A forecast is made when somebody asks and
 * something has changed, once a lane, and kept until the next change or until time has overtaken it. Confined to the
 * case thread.
 */
final class QueueReport {
    private static final String INTERRUPTED =
            "was under way when the program ended and may have been sent; try again to send it once more";

    private final Ticker ticker;
    private final PaceLedger ledger;
    private final Map<Long, Row> rows;
    private final Map<String, Lane> lanes;
    private final int[] counts = new int[RowState.values().length];
    // What is not in line stands in one of these; what is in line stands in its lane.
    private final Map<Section, TreeMap<Long, Row>> sections = new EnumMap<>(Section.class);
    private long version;
    private long orderVersion = -1;
    private List<Row> order = List.of();

    QueueReport(Ticker ticker, PaceLedger ledger, Map<Long, Row> rows, Map<String, Lane> lanes) {
        this.ticker = ticker;
        this.ledger = ledger;
        this.rows = rows;
        this.lanes = lanes;
        for (Section section : Section.values()) {
            sections.put(section, new TreeMap<>());
        }
    }

    /** The parts of the list, from top to bottom. */
    private enum Section {
        RUNNING,
        IN_LINE,
        FOR_A_PERSON,
        UNDONE,
        OVER
    }

    void added(Row row) {
        counts[row.state.ordinal()]++;
        section(row.state).put(row.id(), row);
        version++;
    }

    void removed(Row row) {
        counts[row.state.ordinal()]--;
        section(row.state).remove(row.id());
        version++;
    }

    void set(Row row, RowState state) {
        removed(row);
        row.state = state;
        added(row);
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

    /** How many turns all forecasts so far have played: the work done, for those who bound it. */
    long turnsPlayed() {
        return lanes.values().stream().mapToLong(Lane::played).sum();
    }

    List<QueueRow> rows(boolean allPaused, boolean offline) {
        List<Row> fixed = ordered();
        return new AbstractList<>() {
            @Override
            public QueueRow get(int index) {
                return row(fixed.get(index), allPaused, offline);
            }

            @Override
            public int size() {
                return fixed.size();
            }
        };
    }

    void eachInOrder(BiConsumer<PivotRequest, RowState> each) {
        ordered().forEach(row -> each.accept(row.request, row.state));
    }

    private List<Row> ordered() {
        if (orderVersion != version) {
            List<Row> all = new ArrayList<>(rows.size());
            all.addAll(sections(Section.RUNNING).values());
            inLine(all);
            all.addAll(sections(Section.FOR_A_PERSON).values());
            all.addAll(sections(Section.UNDONE).values());
            all.addAll(sections(Section.OVER).descendingMap().values());
            order = Collections.unmodifiableList(all);
            orderVersion = version;
        }
        return order;
    }

    private TreeMap<Long, Row> section(RowState state) {
        return sections(
                switch (state) {
                    case RUNNING -> Section.RUNNING;
                    case QUEUED, WAITING -> Section.IN_LINE;
                    case HELD -> Section.FOR_A_PERSON;
                    case INTERRUPTED, FAILED -> Section.UNDONE;
                    case DONE, NOTHING_FOUND, CANCELLED -> Section.OVER;
                });
    }

    private TreeMap<Long, Row> sections(Section section) {
        return Objects.requireNonNull(sections.get(section));
    }

    /** What is in line: each lane in its order, the lanes merged by expected time. */
    private void inLine(List<Row> all) {
        PriorityQueue<Turns> next = new PriorityQueue<>();
        for (Lane lane : lanes.values()) {
            var turns = new Turns(lane, lane.forecast(ledger, ticker.nanos()));
            if (turns.advance()) {
                next.add(turns);
            }
        }
        while (!next.isEmpty()) {
            Turns first = next.remove();
            Send send = first.send();
            if (send.rows.size() == 1) {
                all.add(send.rows.getFirst());
            } else {
                send.rows.stream().sorted(Comparator.comparingLong(Row::id)).forEach(all::add);
            }
            if (first.advance()) {
                next.add(first);
            }
        }
    }

    QueueRow row(Row row, boolean allPaused, boolean offline) {
        Moment moment = Moment.of(ticker);
        Optional<Send> send = row.send;
        if (send.isEmpty()) {
            String words = switch (row.state) {
                case HELD -> "held: " + row.words;
                case INTERRUPTED -> INTERRUPTED;
                case QUEUED, WAITING, RUNNING, DONE, NOTHING_FOUND, FAILED, CANCELLED -> row.words;
            };
            return new QueueRow(row.request, row.state, row.found, Optional.empty(), words, 0, row.attempts);
        }
        Send in = send.get();
        if (row.state == RowState.RUNNING) {
            Instant at = moment.wall().minusNanos(moment.nanos() - in.startedAt);
            return new QueueRow(row.request, row.state, 0, Optional.of(at), "", 0, in.attempts);
        }
        Lane lane = lane(row);
        boolean moves = !allPaused && !offline && lane.paused().isEmpty();
        Forecast forecast = lane.forecast(ledger, moment.nanos());
        int turn = forecast.turnOf(in);
        Optional<Instant> expected = moves ? Optional.of(moment.at(forecast.timeOf(turn))) : Optional.empty();
        String why = why(in, turn, lane, allPaused, offline, moment.nanos());
        return new QueueRow(row.request, row.state, 0, expected, why, turn, in.attempts);
    }

    private String why(Send send, int turn, Lane lane, boolean allPaused, boolean offline, long now) {
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
        if (turn > 0) {
            return "behind " + turn + (turn == 1 ? " other" : " others");
        }
        return pace(lane, now);
    }

    /** Why the first in line waits: the window that is full, or the answer that is awaited. */
    private String pace(Lane lane, long now) {
        if (lane.awaitsSlot()) {
            return "looking up when the source was asked last";
        }
        long[] sends = ledger.sends(lane.ledgerKey());
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
        Moment moment = Moment.of(ticker);
        return moving().filter(lane -> !(lane.isEmpty() && lane.running().isEmpty()))
                .map(lane -> lane.forecast(ledger, moment.nanos()).lastFinish())
                .max(Long::compare)
                .map(moment::at);
    }

    /** When the last request of one lane is expected to be answered. */
    Optional<Instant> finishesAt(Lane lane) {
        Moment moment = Moment.of(ticker);
        return lane.paused().isPresent() || (lane.isEmpty() && lane.running().isEmpty())
                ? Optional.empty()
                : Optional.of(moment.at(lane.forecast(ledger, moment.nanos()).lastFinish()));
    }

    /** When the next request goes, unless everything stands still. */
    Optional<Instant> nextAt(boolean allPaused, boolean offline) {
        if (allPaused || offline) {
            return Optional.empty();
        }
        Moment moment = Moment.of(ticker);
        return moving().filter(lane -> !lane.isEmpty())
                .map(lane -> lane.forecast(ledger, moment.nanos()).timeOf(0))
                .min(Long::compare)
                .map(moment::at);
    }

    private Stream<Lane> moving() {
        return lanes.values().stream().filter(lane -> lane.paused().isEmpty());
    }

    ProviderHealth health(Lane lane) {
        Optional<String> paused = lane.paused();
        if (paused.isEmpty()) {
            return lane.health.health(Moment.of(ticker));
        }
        String refusal = paused.get();
        return new ProviderHealth.Paused(refusal.isEmpty() ? "Paused by hand; resume it to go on." : refusal);
    }

    private Lane lane(Row row) {
        Lane lane = lanes.get(row.provider());
        if (lane == null) {
            throw new IllegalStateException("Row " + row.id() + " has no lane.");
        }
        return lane;
    }
}
