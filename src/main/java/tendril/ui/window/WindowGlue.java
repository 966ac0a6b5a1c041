package tendril.ui.window;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import tendril.graph.Citation;
import tendril.graph.Moves;
import tendril.indicator.Indicator;
import tendril.ui.FileChoice;
import tendril.ui.Notices;
import tendril.ui.canvas.CanvasActions;
import tendril.ui.canvas.GraphCanvas;
import tendril.ui.canvas.Selection;
import tendril.ui.command.Commands;
import tendril.ui.command.KeyListView;
import tendril.ui.command.MenuRows;
import tendril.ui.command.WindowActions;
import tendril.ui.panel.PanelActions;
import tendril.ui.popover.CanvasPopovers;
import tendril.ui.popover.FindView;
import tendril.ui.popover.FindViewModel;
import tendril.ui.popover.PivotMenuView;
import tendril.ui.popover.PivotMenuViewModel;
import tendril.ui.popover.PivotMenuViewModel.MenuRow;
import tendril.ui.popover.PopoverLayer;
import tendril.ui.popover.QuickAddView;
import tendril.ui.popover.Weighing;
import tendril.ui.popover.Writing;
import tendril.ui.settings.SettingsView;
import tendril.ui.settings.SettingsViewModel;
import tendril.ui.workbench.Arranging;
import tendril.ui.workbench.Filing;
import tendril.ui.workbench.Folding;
import tendril.ui.workbench.LayoutRunner;
import tendril.ui.workbench.QuickAddViewModel;
import tendril.ui.workbench.SavedSelections;
import tendril.ui.workbench.WorkbenchViewModel;

/** Carries out what commands, canvas and panels ask of the window. Confined to the FX thread. */
final class WindowGlue implements WindowActions, CanvasActions, PanelActions {
    private static final double ZOOM_STEP = 1.25;
    private static final double QUICK_ADD_WIDTH_PX = 380;

    private final WorkbenchViewModel model;
    private final MainWindow.Parts parts;
    private final Filing filing;
    private final Arranging arranging;
    private final Folding folding;
    private final CanvasPopovers canvasPopovers;
    private final PopoverLayer popovers;
    private final Weighing weighing;
    private final Writing writing;
    private final Notices notices;
    private final ClipboardText clipboard;
    private final QuickAddView emptyField;
    private final TypedLetter lately = new TypedLetter();
    private Optional<Attached> attached = Optional.empty();

    /** What exists only once the window does. */
    private record Attached(Stage stage, GraphCanvas canvas, SidePanels panels, Commands commands) {}

    WindowGlue(
            WorkbenchViewModel model,
            MainWindow.Parts parts,
            LayoutRunner layouts,
            PopoverLayer popovers,
            Notices notices) {
        this.model = model;
        this.parts = parts;
        filing = new Filing(model, parts.desk(), parts.files(), notices);
        folding = new Folding(model, notices);
        canvasPopovers = new CanvasPopovers(model, popovers, folding, new SavedSelections(model, notices));
        arranging = new Arranging(model, layouts, notices, () -> canvas().fit());
        this.popovers = popovers;
        weighing = new Weighing(model, popovers);
        writing = new Writing(
                model, canvasPopovers, this::canvas, () -> window().panels().show("Details"));
        this.notices = notices;
        clipboard = new ClipboardText(model, notices, this::canvas);
        emptyField = new QuickAddView(new QuickAddViewModel(this::addFirst), () -> canvas().requestFocus());
    }

    void attach(Stage stage, GraphCanvas canvas, SidePanels panels, Commands commands) {
        attached = Optional.of(new Attached(stage, canvas, panels, commands));
    }

    QuickAddView fieldForEmptyCanvas() {
        return emptyField;
    }

    private Attached window() {
        return attached.orElseThrow(() -> new IllegalStateException("The window is not put together yet."));
    }

    private GraphCanvas canvas() {
        return window().canvas();
    }

    private void addFirst(List<Indicator> indicators) {
        model.add(indicators);
        canvas().fitAtOnce();
    }

    @Override
    public Filing filing() {
        return filing;
    }

    @Override
    public void quit() {
        parts.desk().quit();
    }

    // Clipboard.

    @Override
    public void copy() {
        copy(model.selected().text(model.settings().get().copyDefanged()));
    }

    @Override
    public void copyDefanged() {
        copy(model.selected().text(true));
    }

    @Override
    public void copy(String text) {
        clipboard.copy(text);
    }

    @Override
    public void paste() {
        clipboard.paste();
    }

    // View.

    @Override
    public void fit() {
        canvas().fit();
    }

    @Override
    public void fitSelection() {
        canvas().fitSelection();
    }

    @Override
    public void zoomToWhole() {
        canvas().zoomToWhole();
    }

    @Override
    public void zoomIn() {
        canvas().zoomBy(ZOOM_STEP);
    }

    @Override
    public void zoomOut() {
        canvas().zoomBy(1 / ZOOM_STEP);
    }

    @Override
    public void fullScreen() {
        Stage stage = window().stage();
        boolean full = !stage.isFullScreen();
        stage.setFullScreen(full);
        if (full) {
            notices.note("Full screen. F11 leaves it.");
        }
    }

    @Override
    public void toggleInspector() {
        window().panels().toggleInspector();
    }

    @Override
    public void toggleQueue() {
        window().panels().toggleQueue();
    }

    @Override
    public void showEvidence() {
        window().panels().show("Evidence");
    }

    @Override
    public void showDryRun() {
        weighing.showDryRun();
    }

    @Override
    public void showHandling() {
        weighing.showHandling();
    }

    @Override
    public void showSettings() {
        var settings = new SettingsViewModel(
                model.settings().get(), model.session().providers().all(), parts.sources(), InstantSource.system());
        var view = new SettingsView(settings, model.settings()::set, popovers::close);
        popovers.showFirmly(view);
        view.begin();
    }

    @Override
    public void showKeys() {
        popovers.showCentered(new KeyListView(window().commands()));
    }

    @Override
    public void showAbout() {
        popovers.showCentered(new AboutView());
    }

    // Layout.

    @Override
    public Arranging arranging() {
        return arranging;
    }

    @Override
    public Folding folding() {
        return folding;
    }

    @Override
    public CanvasPopovers popovers() {
        return canvasPopovers;
    }

    // Canvas.

    @Override
    public void expand(List<Indicator> entities) {
        model.expand(entities);
    }

    @Override
    public void place(Moves moves) {
        model.place(moves);
    }

    @Override
    public void link(Indicator from, Indicator to, double viewX, double viewY) {
        Point2D at = canvas().localToScene(viewX, viewY);
        canvasPopovers.askForLink(from, to, at);
    }

    @Override
    public Writing writing() {
        return writing;
    }

    @Override
    public void addToCollection(long id, List<Indicator> entities) {
        folding.addTo(id, entities);
    }

    @Override
    public void togglePin() {
        model.selected().togglePin();
    }

    @Override
    public void lasso() {
        canvas().lassoNext();
    }

    @Override
    public void openCollection(long id) {
        model.openCollection(id);
    }

    @Override
    public void highlight(List<Indicator> indicators) {
        var drawn = indicators.stream()
                .filter(each -> model.canvas().nodes().slotOf(each).isPresent())
                .toList();
        model.canvas().select(Selection.of(drawn));
    }

    @Override
    public void showEvidence(Citation citation) {
        window().panels().showEvidence(citation);
    }

    @Override
    public void save(String name, byte[] bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        parts.files()
                .toSave("Save the raw answer", name, List.of(new FileChoice.Kind("Raw answer", ending)))
                .ifPresent(file -> parts.desk().save(bytes, file));
    }

    @Override
    public void tell(String sentence) {
        notices.note(sentence);
    }

    @Override
    public void pointOut(List<Indicator> indicators) {
        if (indicators.isEmpty()) {
            model.canvas().pointNowhere();
        } else {
            model.canvas().pointOut(indicators);
        }
    }

    @Override
    public void reveal(List<Indicator> indicators) {
        model.canvas().select(Selection.of(indicators));
        indicators.stream()
                .findFirst()
                .filter(first -> !model.canvas().isSeen(first))
                .flatMap(model.canvas()::centeredOn)
                .ifPresent(canvas()::show);
    }

    @Override
    public void typed(String text, double viewX, double viewY) {
        String word = lately.take() + text;
        if (text.equals("?")) {
            showKeys();
        } else if (word.equalsIgnoreCase("e")
                && !model.canvas().selection().get().isEmpty()) {
            lately.remember(text);
            showEvidence();
        } else if (model.entities().get() == 0) {
            emptyField.append(word);
        } else {
            quickAdd(word, viewX, viewY);
        }
    }

    private void quickAdd(String text, double viewX, double viewY) {
        Optional<Point2D> place = Optional.of(model.canvas().camera().get())
                .filter(camera -> model.canvas().nodeAt(viewX, viewY).isEmpty())
                .map(camera -> new Point2D(camera.toWorldX(viewX), camera.toWorldY(viewY)));
        var view = new QuickAddView(new QuickAddViewModel(found -> model.add(found, place)), popovers::close);
        view.getStyleClass().add("card");
        view.setPrefWidth(QUICK_ADD_WIDTH_PX);
        Point2D at = canvas().localToScene(viewX, viewY);
        popovers.show(view, at.getX() - QUICK_ADD_WIDTH_PX / 2, at.getY());
        view.begin(text);
    }

    @Override
    public void nextPane() {
        window().panels().nextPane(canvas());
    }

    @Override
    public void find() {
        var view = new FindView(new FindViewModel(model.session()::graph), found -> {
            popovers.close();
            reveal(List.of(found));
        });
        Bounds area = PopoverLayer.inScene(canvas());
        popovers.show(view, area.getCenterX() - view.getPrefWidth() / 2, area.getMinY() + 16);
        view.begin();
    }

    @Override
    public void findPivot() {
        Bounds area = PopoverLayer.inScene(canvas());
        showMenu(area.getWidth() / 2, area.getHeight() / 4);
    }

    @Override
    public void showMenu(double viewX, double viewY) {
        Selection selection = model.canvas().selection().get();
        var rows = new PivotMenuViewModel();
        List<MenuRow> all =
                new ArrayList<>(weighing.weighed(PivotMenuViewModel.pivotRows(selection.entities(), model.pivots())));
        all.addAll(new MenuRows(window().commands()).of(selection));
        rows.show(all);
        var view = new PivotMenuView(rows, PivotMenuViewModel.title(selection), this::chosen);
        Point2D at = canvas().localToScene(viewX, viewY);
        popovers.show(view, at.getX() + 2, at.getY() + 2);
        view.focusSearch();
    }

    private void chosen(MenuRow row) {
        popovers.close();
        switch (row) {
            case MenuRow.Heading heading -> {}
            case MenuRow.OfPivot of -> model.ask(of.pivot(), of.on());
            case MenuRow.OfAction of -> of.action().run();
        }
    }
}
