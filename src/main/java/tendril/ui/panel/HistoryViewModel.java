package tendril.ui.panel;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tendril.graph.Action;
import tendril.graph.ActionKind;
import tendril.graph.CaseGraph;
import tendril.indicator.Indicator;
import tendril.session.CaseSession;

/**
 * Everything done to the case, newest first. Looking again works out only what has changed since: an entry is made anew
 * when its action was undone or redone, touched more, or when something was hidden or shown. Confined to the FX thread.
 */
public final class HistoryViewModel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Supplier<CaseSession> session;
    private final ZoneId zone;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final Map<Long, Made> made = new HashMap<>();
    private List<Entry> all = List.of();
    private long caseSeen;

    /**
     * One entry.
     *
     * @param brought   how many entities of the graph came with it first
     * @param collapsed whether all that only it brought is hidden
     */
    public record Entry(
            long id,
            ActionKind kind,
            String title,
            String when,
            String author,
            boolean undone,
            int brought,
            boolean collapsed) {
        /** "Expanded aoldaily.com: 31 new". */
        String words() {
            boolean brings = kind == ActionKind.PIVOT || kind == ActionKind.IMPORT || kind == ActionKind.PASTE;
            return brings && !undone ? String.format(Locale.ROOT, "%s: %,d new", title, brought) : title;
        }
    }

    private record Made(Stamp stamp, Entry entry) {}

    /** What an entry depends on. */
    private record Stamp(boolean undone, int touched, int hiding) {}

    public HistoryViewModel(Supplier<CaseSession> session, ZoneId zone) {
        this.session = session;
        this.zone = zone;
        filter.addListener((property, before, now) -> narrow());
    }

    public ObservableList<Entry> entries() {
        return entries;
    }

    /** Only entries whose title, author or time hold this. */
    public StringProperty filter() {
        return filter;
    }

    /** Looks at the case again. */
    public void refresh() {
        CaseGraph graph = session.get().graph();
        List<Action> history = graph.history();
        if (graph.lastSeq() < caseSeen) {
            made.clear();
        }
        caseSeen = graph.lastSeq();
        int hiding = history.stream()
                .filter(action -> action.kind() == ActionKind.HIDE && !action.undone())
                .mapToInt(action -> Long.hashCode(action.id()) * 31)
                .sum();
        List<Entry> now = new ArrayList<>(history.size());
        for (Action action : history.reversed()) {
            var stamp = new Stamp(action.undone(), graph.touchedCount(action.id()), hiding);
            Made before = made.get(action.id());
            if (before == null
                    || !before.stamp().equals(stamp)
                    || !before.entry().title().equals(action.title())) {
                before = new Made(stamp, entry(graph, action));
                made.put(action.id(), before);
            }
            now.add(before.entry());
        }
        all = now;
        narrow();
    }

    private void narrow() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        List<Entry> now = wanted.isEmpty()
                ? all
                : all.stream().filter(entry -> holds(entry, wanted)).toList();
        int fresh = now.size() - entries.size();
        if (fresh < 0 || !now.subList(fresh, now.size()).equals(entries)) {
            if (fresh == 0) {
                replaceChanged(now);
            } else {
                entries.setAll(now);
            }
        } else if (fresh > 0) {
            entries.addAll(0, now.subList(0, fresh));
        }
    }

    /** The same entries, some of them changed: only those are drawn again. */
    private void replaceChanged(List<Entry> now) {
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(entries.get(i))) {
                entries.set(i, now.get(i));
            }
        }
    }

    private static boolean holds(Entry entry, String wanted) {
        return (entry.title() + '\n' + entry.author() + '\n' + entry.when())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private Entry entry(CaseGraph graph, Action action) {
        return new Entry(
                action.id(),
                action.kind(),
                action.title(),
                CLOCK.format(action.at().atZone(zone)),
                action.author(),
                action.undone(),
                graph.broughtCount(action.id()),
                graph.isCollapsed(action.id()));
    }

    /** What an action put its hands on. */
    public List<Indicator> touched(Entry entry) {
        return session.get().graph().touchedBy(entry.id());
    }

    /** What a look at an entry shows on the canvas: what came with it, or else what it touched. */
    public List<Indicator> previewed(Entry entry) {
        List<Indicator> brought = session.get().graph().broughtBy(entry.id());
        return brought.isEmpty() ? touched(entry) : brought;
    }

    /** How many entities would leave if it were undone, in words. */
    public String preview(Entry entry) {
        int leaving = session.get().graph().onlySupportedBy(entry.id()).size();
        int touched = touched(entry).size();
        String hands = touched == 1 ? "Touched 1 entity." : "Touched " + touched + " entities.";
        String leave =
                leaving == 1 ? " Undoing it takes 1 entity out." : " Undoing it takes " + leaving + " entities out.";
        return entry.undone() ? "Undone. " + hands : hands + (leaving == 0 ? " Undoing it takes nothing out." : leave);
    }

    /** Undoes an action, or redoes one that is undone; in any order. */
    public void toggle(Entry entry) {
        if (entry.undone()) {
            session.get().redo(entry.id());
        } else {
            session.get().undo(entry.id());
        }
    }

    /** Whether there is something that only this action brought, to be hidden or shown. */
    boolean canCollapse(Entry entry) {
        return entry.brought() > 0 && !entry.undone();
    }

    /** Hides what only this action brought, or shows it again; nothing is deleted. */
    public void collapse(Entry entry) {
        if (entry.collapsed()) {
            session.get().edits().unfold(entry.id());
        } else {
            session.get().edits().collapse(entry.id());
        }
    }
}
