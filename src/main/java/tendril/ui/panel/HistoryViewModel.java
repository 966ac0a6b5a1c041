package tendril.ui.panel;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tendril.graph.Action;
import tendril.graph.ActionKind;
import tendril.indicator.Indicator;
import tendril.session.CaseSession;

/** Everything done to the case, newest first. Confined to the FX thread. */
public final class HistoryViewModel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMM HH:mm", java.util.Locale.ENGLISH);

    private final Supplier<CaseSession> session;
    private final ZoneId zone;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();

    /** One entry. */
    public record Entry(long id, ActionKind kind, String title, String when, String author, boolean undone) {}

    public HistoryViewModel(Supplier<CaseSession> session, ZoneId zone) {
        this.session = session;
        this.zone = zone;
    }

    public ObservableList<Entry> entries() {
        return entries;
    }

    /** Looks at the case again. */
    public void refresh() {
        List<Entry> now = session.get().graph().history().reversed().stream()
                .map(this::entry)
                .toList();
        if (!now.equals(entries)) {
            entries.setAll(now);
        }
    }

    private Entry entry(Action action) {
        return new Entry(
                action.id(),
                action.kind(),
                action.title(),
                CLOCK.format(action.at().atZone(zone)),
                action.author(),
                action.undone());
    }

    /** What an action put its hands on. */
    public List<Indicator> touched(Entry entry) {
        return session.get().graph().touchedBy(entry.id());
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
}
