package tendril.ui.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import tendril.graph.CaseGraph;
import tendril.graph.Evidence;
import tendril.pivot.PivotRequest;
import tendril.pivot.lane.RowState;
import tendril.pivot.queue.PivotQueue;
import tendril.pivot.queue.QueueRow;
import tendril.session.CaseSession;
import tendril.ui.ClockWords;

/**
 * The queue as a person reads it: which requests, in which order, and what stands in each line. A change costs what it
 * changes: lines keep their identity, and words are made only for the lines that are looked at. What a person does to
 * it is in {@link QueueCommands}. Confined to the FX thread.
 */
public final class QueueViewModel {
    private final Supplier<CaseSession> session;
    private final ClockWords clock;
    private final QueueList lines = new QueueList();
    private Map<Long, QueueLine> known = new HashMap<>();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(this, "show", Show.ALL);
    private final ReadOnlyStringWrapper header = new ReadOnlyStringWrapper(this, "header", "");
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused");
    private final ReadOnlyBooleanWrapper offline = new ReadOnlyBooleanWrapper(this, "offline");
    private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper(this, "changing");
    private final ReadOnlyLongWrapper stamp = new ReadOnlyLongWrapper(this, "stamp");
    private Optional<CaseSession> listed = Optional.empty();
    private long listedVersion = -1;
    private long worded;

    /** Which requests are shown. */
    public enum Show {
        ALL("All"),
        RUNNING("Running", RowState.RUNNING),
        WAITING("Waiting", RowState.QUEUED, RowState.WAITING),
        HELD("Held", RowState.HELD),
        FAILED("Failed", RowState.FAILED, RowState.INTERRUPTED),
        OVER("Done", RowState.DONE, RowState.NOTHING_FOUND, RowState.CANCELLED);

        private final String label;
        private final List<RowState> states;

        Show(String label, RowState... states) {
            this.label = label;
            this.states = List.of(states);
        }

        public String label() {
            return label;
        }

        boolean takes(RowState state) {
            return states.isEmpty() || states.contains(state);
        }
    }

    public QueueViewModel(Supplier<CaseSession> session, ClockWords clock) {
        this.session = session;
        this.clock = clock;
        filter.addListener((property, before, now) -> list());
        show.addListener((property, before, now) -> list());
    }

    /** The lines that pass the filter, in the order they go. */
    public ObservableList<QueueLine> lines() {
        return lines;
    }

    /** A part of an entity, a pivot or a provider; empty for all. */
    public StringProperty filter() {
        return filter;
    }

    public ObjectProperty<Show> show() {
        return show;
    }

    /** "1 running, 3 waiting, finishes at 14:32:10". */
    public ReadOnlyStringProperty header() {
        return header.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty paused() {
        return paused.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty offline() {
        return offline.getReadOnlyProperty();
    }

    /** True while the lines change places; a view keeps its selection over that. */
    public ReadOnlyBooleanProperty changing() {
        return changing.getReadOnlyProperty();
    }

    /** Grows whenever words may have changed: time alone changes some. */
    public ReadOnlyLongProperty stamp() {
        return stamp.getReadOnlyProperty();
    }

    /** How many requests a choice of what to show would show, without the filter. */
    public int count(Show choice) {
        PivotQueue queue = queue();
        return Stream.of(RowState.values())
                .filter(choice::takes)
                .mapToInt(queue::count)
                .sum();
    }

    /** How many requests failed, apart from those that were interrupted. */
    int failed() {
        return queue().count(RowState.FAILED);
    }

    /** Looks at the queue again. */
    public void refresh() {
        PivotQueue queue = queue();
        if (listed.filter(session.get()::equals).isEmpty() || listedVersion != queue.version()) {
            list();
        }
        paused.set(queue.isAllPaused());
        offline.set(queue.isOffline());
        header.set(header(queue));
        stamp.set(stamp.get() + 1);
    }

    private void list() {
        Map<Long, QueueLine> old = listed.filter(session.get()::equals).isPresent() ? known : Map.of();
        Map<Long, QueueLine> now = HashMap.newHashMap(old.size());
        List<QueueLine> shown = new ArrayList<>(old.size());
        String part = filter.get().strip().toLowerCase(Locale.ROOT);
        queue().eachInOrder((request, state) -> {
            QueueLine line = old.get(request.id());
            line = line == null ? line(request) : line;
            line.state(state);
            now.put(request.id(), line);
            if (show.get().takes(state) && line.holds(part)) {
                shown.add(line);
            }
        });
        known = now;
        listed = Optional.of(session.get());
        listedVersion = queue().version();
        changing.set(true);
        lines.show(shown);
        changing.set(false);
        stamp.set(stamp.get() + 1);
    }

    private QueueLine line(PivotRequest request) {
        String provider = request.pivot().provider();
        return new QueueLine(
                request,
                session.get()
                        .providers()
                        .find(provider)
                        .map(found -> found.name())
                        .orElse(provider));
    }

    /** What stands in a line now. */
    public QueueLine.Words words(QueueLine line) {
        if (!line.isWordedAt(stamp.get())) {
            worded++;
            line.words(queue().row(line.id()).map(this::worded).orElse(QueueLine.Words.NONE), stamp.get());
        }
        return line.words();
    }

    private QueueLine.Words worded(QueueRow row) {
        return new QueueLine.Words(
                words(row),
                row.expected().or(() -> answeredAt(row)).map(clock::toTheSecond).orElse(""),
                row.why());
    }

    /** When the answer came that a request is done with. */
    private Optional<Instant> answeredAt(QueueRow row) {
        CaseGraph graph = session.get().graph();
        return row.state() == RowState.DONE || row.state() == RowState.NOTHING_FOUND
                ? graph.request(row.request().id())
                        .flatMap(request -> graph.evidence(request.evidence()))
                        .map(Evidence::at)
                : Optional.empty();
    }

    /** Where a request stands, in words. */
    public static String words(QueueRow row) {
        return switch (row.state()) {
            case QUEUED -> "queued";
            case WAITING -> "waits to retry";
            case RUNNING -> "running";
            case DONE -> row.found() == 1 ? "1 result" : row.found() + " results";
            case NOTHING_FOUND -> "nothing found";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            case HELD -> "held";
            case INTERRUPTED -> "interrupted";
        };
    }

    private String header(PivotQueue queue) {
        if (known.isEmpty()) {
            return queue.isOffline() ? "Offline: nothing is sent." : "Nothing was asked yet.";
        }
        int running = queue.count(RowState.RUNNING);
        int waiting = count(Show.WAITING);
        String counts = Stream.of(
                        part(running, "running"),
                        part(waiting, queue.isOffline() ? "waiting for network" : "waiting"),
                        part(queue.count(RowState.HELD), "held"),
                        part(count(Show.FAILED), "failed"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        Optional<String> end = waiting + running == 0
                ? Optional.empty()
                : queue.finishesAt().map(at -> "finishes at " + clock.toTheSecond(at));
        String all = counts.isEmpty() ? "All done" : counts;
        String stands = queue.isOffline() ? " · offline" : queue.isAllPaused() ? " · paused" : "";
        return end.map(words -> all + ", " + words).orElse(all) + stands;
    }

    private static String part(int count, String word) {
        return count == 0 ? "" : String.format(Locale.ROOT, "%,d %s", count, word);
    }

    /** Every line, shown or not. */
    Collection<QueueLine> all() {
        return known.values();
    }

    CaseSession session() {
        return session.get();
    }

    private PivotQueue queue() {
        return session.get().queue();
    }

    /** How many lines were put into words so far: the work behind the table, for tests that bound it. */
    public long worded() {
        return worded;
    }

    /** How many steps a table had to follow so far, for tests that bound them. */
    public long steps() {
        return lines.steps();
    }
}
