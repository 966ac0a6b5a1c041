package tendril.ui.tray;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.Pivot;
import tendril.session.Candidate;
import tendril.session.CaseSession;
import tendril.session.OtherCases;
import tendril.session.Tray;

/**
 * Results that wait for a yes or no: one answer at a time, by type, narrowed by what is typed, some of them ticked.
 * Looking again costs next to nothing while the tray is as it was; a row is made once for each result, however often
 * the tray changes, and filtering keeps the order, so nothing is sorted anew. Confined to the FX thread.
 */
public final class TrayViewModel {
    private final Supplier<CaseSession> session;
    private final ObservableList<AnswerLine> answers = FXCollections.observableArrayList();
    private final ObservableList<TrayRow> rows = FXCollections.observableArrayList();
    private final ObservableList<TypeCount> types = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<AnswerLine>> shown =
            new SimpleObjectProperty<>(this, "shown", Optional.empty());
    private final ObjectProperty<Optional<IndicatorType>> type =
            new SimpleObjectProperty<>(this, "type", Optional.empty());
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final TrayTicks ticks = new TrayTicks();
    private final Map<Candidate, TrayRow> made = new IdentityHashMap<>();
    /** Every row of the answer shown, in the order the person chose. */
    private List<TrayRow> all = List.of();

    private List<Candidate> listed = List.of();
    private Optional<Long> listedOf = Optional.empty();
    private final Executor background;
    private final Executor fxThread;
    private final TraySort sort;
    private final ReadOnlyObjectWrapper<Columns> columns =
            new ReadOnlyObjectWrapper<>(this, "columns", new Columns(false, false, false, false));
    private List<TrayRow> answered = List.of();

    /** Which columns have something in them; a column of blanks is not worth its room. */
    record Columns(boolean first, boolean last, boolean votes, boolean cases) {}

    /** How many of the answer's waiting results are of a type. */
    public record TypeCount(IndicatorType type, int count) {}

    /** A model that does everything where it is called. */
    public TrayViewModel(Supplier<CaseSession> session) {
        this(session, Runnable::run, Runnable::run);
    }

    /**
     * @param background sorts, and looks other cases up
     * @param fxThread   brings back what came of that
     */
    public TrayViewModel(Supplier<CaseSession> session, Executor background, Executor fxThread) {
        this.session = session;
        this.background = background;
        this.fxThread = fxThread;
        sort = new TraySort(background, fxThread);
        filter.addListener((property, before, now) -> narrow());
        type.addListener((property, before, now) -> narrow());
        shown.addListener((property, before, now) -> {
            if (!before.map(AnswerLine::request).equals(now.map(AnswerLine::request))) {
                ticks.clear();
                made.clear();
                type.set(Optional.empty());
            }
            list();
        });
    }

    /** The answers of which results wait or were refused, in the order they were asked. */
    public ObservableList<AnswerLine> answers() {
        return answers;
    }

    /** The answer whose results are shown. */
    public ObjectProperty<Optional<AnswerLine>> shown() {
        return shown;
    }

    /** The results shown now, in the order chosen. */
    public ObservableList<TrayRow> rows() {
        return rows;
    }

    /** The types among what waits of the answer shown, the most frequent first. */
    public ObservableList<TypeCount> types() {
        return types;
    }

    /** The only type to show, if any. */
    public ObjectProperty<Optional<IndicatorType>> type() {
        return type;
    }

    public StringProperty filter() {
        return filter;
    }

    /** "900 results wait: 900 × Domain". */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** How many wait, over all answers and whatever is typed. */
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /** How many results are ticked. */
    public ReadOnlyIntegerProperty ticked() {
        return ticks.count();
    }

    /** Looks how far it is, while many are being brought. */
    public void follow() {
        if (session.get().isAtWork()) {
            shown.get()
                    .ifPresent(answer -> summary.set(String.format(
                            Locale.ROOT,
                            "Under way: %,d results still wait.",
                            session.get().tray().waiting(answer.request()))));
        }
    }

    /** Looks at the case again. */
    public void refresh() {
        Tray tray = session.get().tray();
        List<AnswerLine> now = new ArrayList<>();
        tray.refused().forEach(request -> now.add(waiting(tray, request, true)));
        tray.requests().forEach(request -> now.add(waiting(tray, request, false)));
        now.sort(Comparator.comparingLong(AnswerLine::request));
        count.set(now.stream().mapToInt(AnswerLine::waiting).sum());
        if (!now.equals(answers)) {
            Optional<Long> before = shown.get().map(AnswerLine::request);
            answers.setAll(now);
            shown.set(now.stream()
                    .filter(each -> before.filter(id -> id == each.request()).isPresent())
                    .findFirst()
                    .or(() -> now.stream().findFirst()));
        }
        list();
    }

    private AnswerLine waiting(Tray tray, Request request, boolean refused) {
        return new AnswerLine(
                request.id(),
                request.indicator(),
                pivotName(request),
                request.found(),
                refused ? 0 : tray.waiting(request.id()),
                refused ? 0 : tray.inGraph(request.id()),
                refused,
                tray.narrowing(request.id()));
    }

    private String pivotName(Request request) {
        return session.get()
                .providers()
                .pivot(request.provider(), request.pivot())
                .map(Pivot::name)
                .orElse(request.pivot());
    }

    private void list() {
        Optional<Long> request = shown.get().map(AnswerLine::request);
        if (session.get().isAtWork() && request.equals(listedOf)) {
            follow();
            return;
        }
        listedOf = request;
        List<Candidate> now = shown.get()
                .filter(answer -> !answer.refused())
                .map(answer -> session.get().tray().candidates(answer.request()))
                .orElse(List.of());
        if (now == listed) {
            return;
        }
        listed = now;
        List<TrayRow> next = new ArrayList<>(now.size());
        int[] counts = new int[IndicatorType.values().length];
        Set<Indicator> still = new HashSet<>();
        boolean first = false;
        boolean last = false;
        boolean votes = false;
        for (Candidate candidate : now) {
            next.add(made.computeIfAbsent(candidate, TrayRow::new));
            counts[candidate.type().ordinal()]++;
            first |= candidate.seen().first().isPresent();
            last |= candidate.seen().last().isPresent();
            votes |= candidate.votes().isPresent();
            if (!ticks.isEmpty() && ticks.holds(candidate.indicator())) {
                still.add(candidate.indicator());
            }
        }
        ticks.retain(still);
        columns.set(new Columns(first, last, votes, columns.get().cases()));
        answered = next;
        count(counts);
        lookInOtherCases(next);
        all = sort.isChosen() ? stillThere(next) : next;
        narrow();
        if (sort.isChosen()) {
            inOrder();
        }
    }

    private void count(int[] counts) {
        List<TypeCount> kinds = Stream.of(IndicatorType.values())
                .map(each -> new TypeCount(each, counts[each.ordinal()]))
                .filter(each -> each.count() > 0)
                .sorted((a, b) -> Integer.compare(b.count(), a.count()))
                .toList();
        if (!kinds.equals(types)) {
            types.setAll(kinds);
        }
    }

    /** Whether anything here stands in other cases: that may take as many look-ups as there are results. */
    private void lookInOtherCases(List<TrayRow> some) {
        OtherCases others = session.get().tray().otherCases();
        background.execute(() -> {
            boolean any =
                    some.stream().anyMatch(row -> !others.with(row.indicator()).isEmpty());
            fxThread.execute(() -> {
                if (some == answered) {
                    Columns now = columns.get();
                    columns.set(new Columns(now.first(), now.last(), now.votes(), any));
                }
            });
        });
    }

    /** Puts the rows in another order; none is that of the answer. */
    void orderBy(Optional<TrayOrder> by, boolean falling) {
        sort.by(by, falling);
        inOrder();
    }

    private void inOrder() {
        OtherCases others = session.get().tray().otherCases();
        var numbers = new TraySort.Numbers(
                this::links,
                this::otherAnswers,
                row -> others.with(row.indicator()).size());
        sort.sort(answered, numbers, sorted -> {
            all = sorted;
            narrow();
        });
    }

    /** The rows in the order they had, until they are sorted anew; what is new comes last. */
    private List<TrayRow> stillThere(List<TrayRow> next) {
        Set<TrayRow> left = Collections.newSetFromMap(new IdentityHashMap<>());
        left.addAll(next);
        List<TrayRow> rows = new ArrayList<>(next.size());
        all.stream().filter(left::remove).forEach(rows::add);
        next.stream().filter(left::contains).forEach(rows::add);
        return rows;
    }

    private void narrow() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        rows.setAll(
                wanted.isEmpty() && type.get().isEmpty()
                        ? all
                        : all.stream().filter(row -> holds(row, wanted)).toList());
        summary.set(all.isEmpty() ? "" : inWords());
    }

    private String inWords() {
        String kinds = types.stream()
                .map(each -> String.format(
                        Locale.ROOT, "%,d × %s", each.count(), each.type().label()))
                .collect(Collectors.joining(", "));
        String waiting =
                all.size() == 1 ? "1 result waits" : String.format(Locale.ROOT, "%,d results wait", all.size());
        int inGraph = shown.get().map(AnswerLine::inGraph).orElse(0);
        String there = inGraph == 0 ? "" : String.format(Locale.ROOT, "; %,d more are in the graph already", inGraph);
        return waiting + ": " + kinds + there;
    }

    private boolean holds(TrayRow row, String wanted) {
        return type.get().filter(only -> only != row.candidate().type()).isEmpty() && row.holds(wanted);
    }

    /** Which columns are worth their room. */
    ReadOnlyObjectProperty<Columns> columns() {
        return columns.getReadOnlyProperty();
    }

    // What else is known of a result; worked out only for the lines that are looked at.

    int otherAnswers(TrayRow row) {
        return session.get().tray().otherAnswers(row.candidate());
    }

    /** The names of the other cases that a result stands in. */
    List<String> otherCaseNames(TrayRow row) {
        return session.get().tray().otherCases().with(row.indicator());
    }

    int links(TrayRow row) {
        return session.get().tray().links(row.candidate());
    }

    // Ticks.

    boolean isTicked(TrayRow row) {
        return ticks.holds(row);
    }

    /** Ticks these, whether or not they have a tick. */
    void tick(Collection<TrayRow> some) {
        ticks.add(some);
    }

    /** Ticks these, or takes the ticks away when all of them have one. */
    public void toggle(Collection<TrayRow> some) {
        ticks.toggle(some);
    }

    /** What a button acts on: what is ticked, or all that is shown when nothing is. */
    public List<TrayRow> chosen() {
        return ticks.isEmpty()
                ? List.copyOf(rows)
                : all.stream().filter(this::isTicked).toList();
    }

    /** Brings results into the graph. */
    public void keep(List<TrayRow> chosen) {
        TrayRow.byRequest(chosen)
                .forEach((request, indicators) -> session.get().tray().keep(request, indicators));
        refresh();
    }

    /** Brings results into the graph, folded into one node. */
    public void keepAsCollection(List<TrayRow> chosen) {
        TrayRow.byRequest(chosen)
                .forEach((request, indicators) -> session.get().tray().keepAsCollection(request, indicators));
        refresh();
    }

    /** Takes results out of the tray without keeping them. */
    public void drop(List<TrayRow> chosen) {
        TrayRow.byRequest(chosen)
                .forEach((request, indicators) -> session.get().tray().drop(request, indicators));
        refresh();
    }

    /** What can be chosen of an answer, refused or narrowed before. */
    NarrowViewModel narrowing(AnswerLine answer) {
        return new NarrowViewModel(session.get().tray(), answer, () -> {
            listed = List.of();
            refresh();
        });
    }
}
