package tendril.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import tendril.graph.Action;
import tendril.graph.GraphDelta;
import tendril.graph.Moves;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.pivot.Pivot;
import tendril.session.Ask;
import tendril.session.CaseListener;
import tendril.session.CaseSession;
import tendril.session.Noise;
import tendril.settings.Settings;
import tendril.ui.FxPulse;
import tendril.ui.Notices;
import tendril.ui.canvas.CanvasNodes;
import tendril.ui.canvas.CanvasViewModel;
import tendril.ui.canvas.Selection;

/**
 * The open case as the whole window sees it, and what can be done to it. Views hear of changes through its properties;
 * {@link #changes} ticks once after every change, however many facts it had. Confined to the FX thread.
 */
public final class WorkbenchViewModel {
    private final CanvasViewModel canvas = new CanvasViewModel();
    private final SelectionEdits selected = new SelectionEdits(this);
    private final Notices notices;
    private final Runnable refresh;
    private final ObjectProperty<Settings> settings;
    private final ObjectProperty<CaseSession> session;
    private final ObjectProperty<Optional<Path>> file = new SimpleObjectProperty<>(this, "file", Optional.empty());
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");
    private final ReadOnlyLongWrapper openings = new ReadOnlyLongWrapper(this, "openings");
    private final ReadOnlyLongWrapper queueChanges = new ReadOnlyLongWrapper(this, "queueChanges");
    private final ReadOnlyIntegerWrapper entities = new ReadOnlyIntegerWrapper(this, "entities");
    private final ReadOnlyIntegerWrapper links = new ReadOnlyIntegerWrapper(this, "links");
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper(this, "undoName", "Undo");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper(this, "redoName", "Redo");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(this, "saved", true);
    private final Runnable refreshQueue;
    private final CaseListener listener = new CaseListener() {
        @Override
        public void changed(GraphDelta delta) {
            canvas.apply(delta);
            refresh.run();
        }

        @Override
        public void queueChanged() {
            refreshQueue.run();
        }

        @Override
        public void workEnded() {
            refresh.run();
        }

        @Override
        public void told(String sentence) {
            notices.note(sentence);
        }
    };
    private final ObjectProperty<Noise> noise = new SimpleObjectProperty<>(this, "noise", Noise.shipped());
    private CaseSession.Listening listening = () -> {};
    /** Not final: the window puts a look at what is asked in between once it exists. */
    private AskGate gate = (abouts, anew, go) -> go.run();

    /** Decides whether, and after which question to the person, pivots are asked. */
    public interface AskGate {
        void check(List<Ask.About> abouts, boolean anew, Runnable go);
    }

    public WorkbenchViewModel(CaseSession first, Settings chosen, Notices notices, FxPulse pulse) {
        this.notices = notices;
        settings = new SimpleObjectProperty<>(this, "settings", chosen);
        session = new SimpleObjectProperty<>(this, "session", first);
        refresh = pulse.coalesced(this::refresh);
        refreshQueue = pulse.coalesced(() -> queueChanges.set(queueChanges.get() + 1));
        open(first, Optional.empty());
    }

    /** Shows another case from now on. */
    public void open(CaseSession next, Optional<Path> from) {
        open(next, from, new CanvasNodes(next.graph()));
    }

    /** Shows another case from now on, whose nodes are made already. */
    public void open(CaseSession next, Optional<Path> from, CanvasNodes drawn) {
        stopListening();
        session.set(next);
        file.set(from);
        listening = next.listen(listener);
        canvas.show(next.graph(), drawn);
        refresh();
        queueChanges.set(queueChanges.get() + 1);
        openings.set(openings.get() + 1);
    }

    /** Hears no more of the case. */
    public void stopListening() {
        listening.close();
    }

    private void refresh() {
        var graph = session.get().graph();
        entities.set(graph.entityCount());
        links.set(graph.linkCount());
        if (session.get().isAtWork()) {
            // The panels look again when it is done: following each portion would take longer than the work.
            return;
        }
        Optional<Action> undo = graph.toUndo();
        Optional<Action> redo = graph.toRedo();
        undoName.set(undo.map(action -> "Undo " + action.title()).orElse("Undo"));
        redoName.set(redo.map(action -> "Redo " + action.title()).orElse("Redo"));
        canUndo.set(undo.isPresent());
        canRedo.set(redo.isPresent());
        checkSaved();
        changes.set(changes.get() + 1);
    }

    /** Looks whether everything is on disk by now. */
    public void checkSaved() {
        saved.set(session.get().isSaved());
    }

    public CanvasViewModel canvas() {
        return canvas;
    }

    /** What can be done to what is selected. */
    public SelectionEdits selected() {
        return selected;
    }

    public CaseSession session() {
        return session.get();
    }

    public ObjectProperty<Settings> settings() {
        return settings;
    }

    public ObjectProperty<Optional<Path>> file() {
        return file;
    }

    /** Ticks after every change of the case. */
    public ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Ticks whenever another case is shown. */
    public ReadOnlyLongProperty openings() {
        return openings.getReadOnlyProperty();
    }

    /** Ticks after every change of the queue. */
    public ReadOnlyLongProperty queueChanges() {
        return queueChanges.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty entities() {
        return entities.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty links() {
        return links.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty undoName() {
        return undoName.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty redoName() {
        return redoName.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty saved() {
        return saved.getReadOnlyProperty();
    }

    public BooleanBinding hasEntities() {
        return Bindings.createBooleanBinding(
                () -> !canvas.selection().get().entities().isEmpty(), canvas.selection());
    }

    public BooleanBinding hasSelection() {
        return Bindings.createBooleanBinding(() -> !canvas.selection().get().isEmpty(), canvas.selection());
    }

    public BooleanBinding isEmptyCase() {
        return Bindings.createBooleanBinding(() -> entities.get() == 0, entities);
    }

    /** The name of the case, or of its file; "New case" or "Unnamed case" while it has neither. */
    public String caseName() {
        String given = session.get().graph().name();
        return given.isBlank()
                ? file.get()
                        .map(path -> path.getFileName().toString().replaceFirst("\\.tendril$", ""))
                        .orElse(entities.get() == 0 ? "New case" : "Unnamed case")
                : given;
    }

    // What a person does.

    /** Adds what was typed or pasted, selects it, and says what was there already. */
    public void add(List<Indicator> indicators) {
        add(indicators, Optional.empty());
    }

    /** The same; a single new one stands at that point of the world. */
    public void add(List<Indicator> indicators, Optional<Point2D> at) {
        List<Indicator> fresh = indicators.stream()
                .filter(indicator -> !session.get().graph().contains(indicator))
                .toList();
        if (!fresh.isEmpty()) {
            List<Placement> place = at
                    .filter(point -> fresh.size() == 1)
                    .map(point -> new Placement(fresh.getFirst(), point.getX(), point.getY()))
                    .stream()
                    .toList();
            session.get().edits().add(fresh, place);
        }
        canvas.select(Selection.of(indicators));
        if (fresh.size() > 1) {
            notices.show(Notices.Weight.DONE, "Added " + fresh.size() + " indicators.", "Undo", this::undo);
        }
        if (fresh.size() < indicators.size()) {
            int known = indicators.size() - fresh.size();
            notices.note(
                    known == 1 && indicators.size() == 1
                            ? indicators.getFirst().value() + " is in the case already; it is selected now."
                            : known + " of " + indicators.size() + " are in the case already.");
        }
    }

    /** Adds every indicator of a pasted text, or says that there is none. */
    public void paste(String pasted) {
        var quick = new QuickAddViewModel(this::add);
        quick.text().set(pasted);
        if (!quick.submit()) {
            notices.problem(quick.hint().get());
        }
    }

    public void expand(List<Indicator> on) {
        if (session.get().expanding(on).isEmpty()) {
            notices.note(
                    on.size() == 1
                            ? "No source knows a pivot for "
                                    + on.getFirst().type().label() + " yet."
                            : "No source knows a pivot for what is selected.");
            return;
        }
        gate.check(session.get().expanding(on), false, () -> session.get().expand(on));
    }

    /** Lets everything that is asked from now on go through this gate. */
    public void askThrough(AskGate through) {
        gate = through;
    }

    /** The list of known noise that pivots are weighed by. */
    public ObjectProperty<Noise> noise() {
        return noise;
    }

    public void expandSelection() {
        expand(List.copyOf(canvas.selection().get().entities()));
    }

    public void ask(Pivot pivot, List<Indicator> on) {
        List<Ask.About> abouts = on.stream()
                .filter(pivot::accepts)
                .map(indicator -> new Ask.About(pivot, indicator))
                .toList();
        gate.check(abouts, false, () -> session.get().ask(pivot, on));
    }

    /** Puts the questions once more, whatever the case knows already. */
    public void askAgain() {
        List<Indicator> on = List.copyOf(canvas.selection().get().entities());
        askAgain(session.get().expanding(on), named(on));
    }

    /** Puts these questions once more; the answers kept so far stay. */
    void askAgain(List<Ask.About> abouts, String named) {
        gate.check(
                abouts,
                true,
                () -> session.get().ask(new Ask(abouts, "Asked again: " + named, abouts.size() == 1, 0, true)));
    }

    /** Every pivot of every source. */
    public List<Pivot> pivots() {
        return session.get().providers().all().stream()
                .flatMap(provider -> provider.pivots().stream())
                .toList();
    }

    public void place(Moves moves) {
        session.get().edits().place(moves);
    }

    public void openCollection(long id) {
        session.get().edits().openCollection(id, List.of());
    }

    public void undo() {
        session.get().undo();
    }

    public void redo() {
        session.get().redo();
    }

    private static String named(List<Indicator> on) {
        return on.size() == 1 ? on.getFirst().value() : on.size() + " entities";
    }
}
