package tendril.ui.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.pivot.Finding;
import tendril.session.Candidate;
import tendril.session.CaseSession;

/** Results that wait for a yes or no, narrowed by what is typed. Confined to the FX thread. */
public final class TrayViewModel {
    private final Supplier<CaseSession> session;
    private final List<Row> all = new ArrayList<>();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");

    /**
     * One result.
     *
     * @param request  that brought it
     * @param type     in words
     * @param relation to what was asked about, in words
     * @param seen     last day, may be empty
     * @param from     what was asked about
     */
    public record Row(long request, Indicator indicator, String type, String relation, String seen, String from) {}

    public TrayViewModel(Supplier<CaseSession> session) {
        this.session = session;
        filter.addListener((property, before, now) -> narrow());
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public StringProperty filter() {
        return filter;
    }

    /** "900 results wait: 900 × Domain". */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** How many wait, whatever is typed. */
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /** Looks at the case again. */
    public void refresh() {
        List<Row> now = new ArrayList<>();
        for (Request request : session.get().tray().requests()) {
            session.get().tray().candidates(request.id()).forEach(each -> now.add(row(request, each)));
        }
        if (!now.equals(all)) {
            all.clear();
            all.addAll(now);
            count.set(now.size());
            narrow();
        }
    }

    private static Row row(Request request, Candidate candidate) {
        String relation = "";
        String seen = "";
        for (Finding finding : candidate.findings()) {
            if (finding instanceof Finding.Related related) {
                relation = related.label();
                seen = related.seen().last().map(Object::toString).orElse(seen);
            }
        }
        return new Row(
                request.id(),
                candidate.indicator(),
                candidate.indicator().type().label(),
                relation,
                seen,
                request.indicator().value());
    }

    private void narrow() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        rows.setAll(
                wanted.isEmpty()
                        ? all
                        : all.stream().filter(row -> holds(row, wanted)).toList());
        Map<String, Long> types =
                rows.stream().collect(Collectors.groupingBy(Row::type, LinkedHashMap::new, Collectors.counting()));
        String kinds = types.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,d × %s", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
        String waiting =
                all.size() == 1 ? "1 result waits" : String.format(Locale.ROOT, "%,d results wait", all.size());
        summary.set(all.isEmpty() ? "" : kinds.isEmpty() ? waiting : waiting + ": " + kinds);
    }

    private static boolean holds(Row row, String wanted) {
        return row.indicator().value().contains(wanted)
                || row.type().toLowerCase(Locale.ROOT).contains(wanted)
                || row.from().contains(wanted);
    }

    /** Brings results into the graph. */
    public void keep(List<Row> chosen) {
        byRequest(chosen).forEach((request, indicators) -> session.get().tray().keep(request, indicators));
        refresh();
    }

    /** Brings results into the graph, folded into one node for each question that brought them. */
    public void keepAsCollection(List<Row> chosen) {
        byRequest(chosen).forEach((request, indicators) -> session.get().tray().keepAsCollection(request, indicators));
        refresh();
    }

    /** Takes results out of the tray without keeping them. */
    public void drop(List<Row> chosen) {
        byRequest(chosen).forEach((request, indicators) -> session.get().tray().drop(request, indicators));
        refresh();
    }

    private static Map<Long, List<Indicator>> byRequest(List<Row> chosen) {
        return chosen.stream()
                .collect(Collectors.groupingBy(
                        Row::request, LinkedHashMap::new, Collectors.mapping(Row::indicator, Collectors.toList())));
    }
}
