package tendril.ui.window;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import tendril.layout.Lanes;
import tendril.session.CaseSession;
import tendril.settings.CaseView;
import tendril.settings.PanelBounds;
import tendril.settings.Settings;
import tendril.settings.WindowBounds;
import tendril.ui.Appearance;
import tendril.ui.CaseDesk;
import tendril.ui.FileChoice;
import tendril.ui.FxPulse;
import tendril.ui.Notices;
import tendril.ui.SourceDesk;
import tendril.ui.canvas.CanvasNodes;
import tendril.ui.canvas.GraphCanvas;
import tendril.ui.command.Commands;
import tendril.ui.command.MenuBarView;
import tendril.ui.command.ToolBarView;
import tendril.ui.popover.EmptyStateView;
import tendril.ui.popover.PopoverLayer;
import tendril.ui.workbench.Beyond;
import tendril.ui.workbench.Dropping;
import tendril.ui.workbench.LayoutRunner;
import tendril.ui.workbench.Sizing;
import tendril.ui.workbench.StatusViewModel;
import tendril.ui.workbench.WorkbenchViewModel;

/** The main window. Put together here, confined to the FX thread. */
public final class MainWindow implements CaseWindow, AutoCloseable {
    private static final double WIDTH_PX = 1280;
    private static final double HEIGHT_PX = 800;
    private static final double CORNER_PX = 236;
    private static final Duration CLOCK_TICK = Duration.millis(500);

    private final Stage stage;
    private final WorkbenchViewModel model;
    private final StatusViewModel status;
    private final GraphCanvas canvas;
    private final NoticesView notices = new NoticesView();
    private final PopoverLayer popovers = new PopoverLayer();
    private final Commands commands;
    private final LayoutRunner layouts;
    private final Sizing sizing;
    private final SidePanels panels;
    private final MenuBarView menuBar;
    private final StackPane root = new StackPane();
    private final BorderPane shell = new BorderPane();
    private final WaitingView waiting = new WaitingView();
    private Optional<WindowBounds> usual = Optional.empty();
    private final Timeline clock;

    /**
     * What the window works with.
     *
     * @param first      the case to begin with
     * @param settings   what the person has chosen
     * @param desk       opens and keeps cases
     * @param sources    tells of sources and the files behind the settings
     * @param files      asks for files
     * @param pulse      the way to the FX thread
     * @param background runs layouts
     * @param lanes      help layouts of large graphs
     * @param threads    makes the painter's thread
     * @param zone       for clock times
     */
    public record Parts(
            CaseSession first,
            Settings settings,
            CaseDesk desk,
            SourceDesk sources,
            FileChoice files,
            FxPulse pulse,
            Executor background,
            Lanes lanes,
            ThreadFactory threads,
            ZoneId zone) {}

    public MainWindow(Stage stage, Parts parts) {
        this.stage = stage;
        model = new WorkbenchViewModel(parts.first(), parts.settings(), notices, parts.pulse());
        status = new StatusViewModel(model, parts.zone());
        layouts = new LayoutRunner(parts.background(), parts.lanes(), parts.pulse());
        var actions = new WindowGlue(model, parts, layouts, popovers, notices);
        canvas = new GraphCanvas(model.canvas(), actions, parts.pulse(), parts.threads());
        panels = new SidePanels(model, parts, actions, notices);
        sizing = new Sizing(model, parts.background(), parts.pulse());
        sizing.apply();
        commands = new Commands(model, actions, layouts);
        menuBar = new MenuBarView(commands);
        actions.attach(stage, canvas, panels, commands);
        // Sized before the panes are: a pane that is laid out small first keeps its tabs folded away.
        place(parts.settings().window());
        var scene = new Scene(assemble(actions, parts), stage.getWidth(), stage.getHeight());
        followSettings(scene, parts);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        new Dropping(model, parts.desk()).on(root);
        stage.setScene(scene);
        stage.titleProperty().bind(status.title());
        // Escape lets go of the selection, here as there; the toolkit's own words would cover the picture.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setOnCloseRequest(event -> {
            event.consume();
            actions.quit();
        });
        clock = new Timeline(new KeyFrame(CLOCK_TICK, event -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    @Override
    public void show(CaseSession session, Optional<Path> file, CanvasNodes drawn, Optional<CaseView> view) {
        popovers.close();
        layouts.stop();
        model.open(session, file, drawn);
        sizing.apply();
        canvas.fitAtOnce();
        view.ifPresent(canvas::lookAtOnce);
        canvas.requestFocus();
    }

    @Override
    public void named(Path file) {
        model.file().set(Optional.of(file));
    }

    @Override
    public Optional<CaseView> view() {
        return model.isEmptyCase().get() ? Optional.empty() : Optional.of(canvas.view());
    }

    public void show() {
        stage.show();
        canvas.requestFocus();
    }

    /** What the person has chosen; whoever keeps it listens here. */
    public ObjectProperty<Settings> settings() {
        return model.settings();
    }

    @Override
    public void begin(String what, Runnable callOff) {
        popovers.close();
        shell.setDisable(true);
        waiting.begin(what, callOff);
    }

    @Override
    public void progress(String words, double part) {
        waiting.progress(words, part);
    }

    @Override
    public void end() {
        waiting.end();
        shell.setDisable(false);
        canvas.requestFocus();
    }

    @Override
    public Notices notices() {
        return notices;
    }

    /** What the whole window shows, and what can be done in it. */
    public WorkbenchViewModel model() {
        return model;
    }

    public GraphCanvas canvas() {
        return canvas;
    }

    /** Where the window is now, or where it would return to from filling the screen; none before it was ever shown. */
    public Optional<WindowBounds> bounds() {
        if (stage.isMaximized() || stage.isFullScreen() || stage.isIconified()) {
            return usual.map(before ->
                    new WindowBounds(before.x(), before.y(), before.width(), before.height(), stage.isMaximized()));
        }
        return now();
    }

    private Optional<WindowBounds> now() {
        return Double.isFinite(stage.getX()) && Double.isFinite(stage.getY()) && stage.getWidth() > 0
                ? Optional.of(new WindowBounds(
                        stage.getX(),
                        stage.getY(),
                        Math.max(WindowBounds.SIDE_MIN, stage.getWidth()),
                        Math.max(WindowBounds.SIDE_MIN, stage.getHeight()),
                        false))
                : Optional.empty();
    }

    /** How the panels are now, to be remembered. */
    public PanelBounds panels() {
        return panels.bounds();
    }

    @Override
    public void close() {
        clock.stop();
        layouts.stop();
        model.stopListening();
        canvas.close();
        stage.hide();
    }

    private StackPane assemble(WindowGlue actions, Parts parts) {
        var empty = new EmptyStateView(actions.fieldForEmptyCanvas(), parts.zone());
        empty.visibleProperty().bind(model.isEmptyCase());
        model.openings().addListener((property, before, now) -> offerCases(empty, parts.desk()));
        offerCases(empty, parts.desk());
        var centre = new StackPane(canvas, empty, notices);
        centre.getStyleClass().add("canvas-pane");
        StackPane.setAlignment(notices, Pos.BOTTOM_CENTER);
        notices.setMaxHeight(Region.USE_PREF_SIZE);
        // Between the overview map and the legend, which stand in the lower corners.
        notices.maxWidthProperty().bind(centre.widthProperty().subtract(2 * CORNER_PX));
        var column = new SplitPane(centre);
        column.setOrientation(Orientation.VERTICAL);
        var row = new SplitPane(column);
        row.getStyleClass().add("main-split");
        column.getStyleClass().add("main-split");
        panels.attach(row, column, parts.settings().panels());
        shell.setCenter(row);
        shell.setTop(new VBox(menuBar, new ToolBarView(commands)));
        shell.setBottom(new StatusBarView(status, layouts, new Beyond(model, parts.pulse()), canvas::show));
        root.getChildren().setAll(shell, popovers, waiting);
        root.getStyleClass().add("main-root");
        return root;
    }

    /** An empty canvas leads back to what was worked on before. */
    private void offerCases(EmptyStateView empty, CaseDesk desk) {
        if (model.entities().get() == 0) {
            desk.unnamed(unnamed -> empty.offer(unnamed, model.settings().get().recentCases(), desk::open));
        }
    }

    private void followSettings(Scene scene, Parts parts) {
        Runnable apply = () -> {
            Settings now = model.settings().get();
            Appearance.apply(scene, now.theme());
            canvas.themeProperty().set(now.theme());
            canvas.mouseProperty().set(now.mouse());
            canvas.choicesProperty().set(now.canvas());
            canvas.reducedMotionProperty().set(now.reducedMotion());
            menuBar.showRecent(now.recentCases(), parts.desk()::open);
        };
        model.settings().addListener((property, before, now) -> apply.run());
        apply.run();
    }

    /** Commands' keys, unless they are being typed into a field. */
    private void keyPressed(KeyEvent event) {
        Node owner = stage.getScene().getFocusOwner();
        boolean typing = owner instanceof TextInputControl;
        boolean inList = owner instanceof TableView || owner instanceof ListView;
        boolean plain = !event.isShortcutDown()
                && !event.isAltDown()
                && !event.getCode().isFunctionKey();
        if (popovers.isOpen()
                || shell.isDisabled()
                || (typing && (plain || isEditing(event)))
                || (inList && (plain || isWalking(event)))) {
            return;
        }
        commands.all()
                .filter(command -> command.keys().stream().anyMatch(key -> key.match(event)))
                .findFirst()
                .ifPresent(command -> {
                    command.run();
                    event.consume();
                });
    }

    /** Keys that a text field wants for itself. */
    private static boolean isEditing(KeyEvent event) {
        return switch (event.getCode()) {
            case A, C, V, X, Z, Y, LEFT, RIGHT, UP, DOWN, HOME, END, BACK_SPACE, DELETE -> true;
            default -> false;
        };
    }

    /** Keys that a list wants for itself; the plain ones besides, or Delete in a panel would take the node away. */
    private static boolean isWalking(KeyEvent event) {
        return event.getCode().isNavigationKey() || event.getCode() == KeyCode.A;
    }

    private void tick() {
        model.checkSaved();
        if (!stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            usual = now();
        }
        status.refreshQueue();
        panels.tick();
    }

    /** Where it was, as far as there still is a screen there; never larger than the screen. */
    private void place(Optional<WindowBounds> before) {
        Rectangle2D screen = before.stream()
                .flatMap(bounds ->
                        Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height()).stream())
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
        double width = Math.min(
                screen.getWidth(), before.map(WindowBounds::width).orElse(Math.max(WIDTH_PX, screen.getWidth() * 0.8)));
        double height = Math.min(
                screen.getHeight(),
                before.map(WindowBounds::height).orElse(Math.max(HEIGHT_PX, screen.getHeight() * 0.8)));
        double x = before.map(WindowBounds::x).orElse(screen.getMinX() + (screen.getWidth() - width) / 2);
        double y = before.map(WindowBounds::y).orElse(screen.getMinY() + (screen.getHeight() - height) / 2);
        stage.setX(Math.clamp(x, screen.getMinX(), screen.getMaxX() - width));
        stage.setY(Math.clamp(y, screen.getMinY(), screen.getMaxY() - height));
        stage.setWidth(width);
        stage.setHeight(height);
        before.filter(WindowBounds::maximized).ifPresent(bounds -> stage.setMaximized(true));
    }
}
