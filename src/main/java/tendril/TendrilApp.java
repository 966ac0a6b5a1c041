package tendril;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import tendril.cli.Sources;
import tendril.layout.CaseLayout;
import tendril.layout.Lanes;
import tendril.pivot.Pace;
import tendril.session.CaseSession;
import tendril.session.Limits;
import tendril.session.OpenCase;
import tendril.settings.ConfigFolder;
import tendril.settings.PaceSetting;
import tendril.settings.Settings;
import tendril.settings.SettingsStore;
import tendril.ui.Appearance;
import tendril.ui.FileChoice;
import tendril.ui.FxPulse;
import tendril.ui.ToolkitFileChoice;
import tendril.ui.window.MainWindow;

/** The program with a window: puts everything together, and takes it apart in reverse order. */
public class TendrilApp extends Application {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final List<Integer> ICON_SIZES_PX = List.of(16, 24, 32, 48, 64, 128, 256);

    private final FxPulse pulse = new FxPulse();
    private final ExecutorService background = oneThread("background");
    private final ExecutorService layouts = oneThread("layout");
    private final ExecutorService layoutHelpers = Executors.newFixedThreadPool(
            CORES, Thread.ofPlatform().daemon().name("layout-", 1).factory());
    private final SettingsStore store = new SettingsStore(ConfigFolder.ofThisUser());
    private Optional<Sources> sources = Optional.empty();
    private Optional<MainWindow> window = Optional.empty();
    private Optional<Desk> desk = Optional.empty();
    private Settings settings = Settings.DEFAULT;

    @Override
    public void start(Stage stage) {
        Appearance.loadFonts();
        ICON_SIZES_PX.forEach(size -> icon(size).ifPresent(stage.getIcons()::add));
        SettingsStore.Loaded loaded = store.load();
        settings = loaded.settings();
        switch (made()) {
            case Sources.Made.Failed failed -> giveUp(failed.reason());
            case Sources.Made.Ready ready -> {
                sources = Optional.of(ready.sources());
                open(stage, ready.sources(), loaded.trouble());
            }
        }
    }

    private Sources.Made made() {
        Optional<Pace> pace =
                Optional.ofNullable(settings.paces().get("threatcrowd")).map(TendrilApp::pace);
        String version = Optional.ofNullable(TendrilApp.class.getPackage().getImplementationVersion())
                .orElse("development");
        return settings.baseUrl()
                .map(url -> Sources.at(url, version, pace))
                .orElseGet(() -> Sources.embedded(version, pace));
    }

    private static Pace pace(PaceSetting setting) {
        return Pace.every(setting.interval(), setting.burst());
    }

    private void open(Stage stage, Sources ready, Optional<String> trouble) {
        var setting = new OpenCase.Setting(
                ready.providers(),
                (graph, added) -> {
                    CaseLayout layout = CaseLayout.of(graph);
                    return layout.placeNew(0, 0);
                },
                pulse,
                ready::ledger,
                System.getProperty("user.name", "analyst"),
                new Limits(settings.resultThreshold()));
        var desk = new Desk(
                setting, ConfigFolder.ofThisUser().resolve("drafts"), background, this::usedLast, Platform::exit);
        this.desk = Optional.of(desk);
        Optional<Path> file = asked();
        switch (desk.first(file)) {
            case OpenCase.Result.Refused refused -> openNew(stage, desk, refused.sentence());
            case OpenCase.Result.ReadOnly readOnly -> openNew(stage, desk, readOnly.sentence());
            case OpenCase.Result.Open opened -> show(stage, desk, opened.openCase(), file, trouble);
        }
    }

    private void openNew(Stage stage, Desk desk, String sentence) {
        if (desk.first(Optional.empty()) instanceof OpenCase.Result.Open opened) {
            show(stage, desk, opened.openCase(), Optional.empty(), Optional.of(sentence));
        } else {
            giveUp(sentence);
        }
    }

    private void show(Stage stage, Desk desk, OpenCase first, Optional<Path> file, Optional<String> trouble) {
        var main = new MainWindow(
                stage,
                new MainWindow.Parts(
                        first.session(),
                        settings,
                        desk,
                        files(stage),
                        pulse,
                        layouts,
                        new Lanes(layoutHelpers, CORES),
                        Thread.ofPlatform().daemon().name("painter").factory(),
                        ZoneId.systemDefault()));
        window = Optional.of(main);
        desk.attach(main::show, main.notices());
        main.settings().addListener((property, before, now) -> keep(now));
        file.ifPresent(path -> main.show(first.session(), file));
        main.show();
        trouble.ifPresent(main.notices()::problem);
    }

    /** The case the person named when starting the program. */
    Optional<Path> asked() {
        return getParameters().getRaw().stream().findFirst().map(Path::of);
    }

    /** How the person is asked for files; a test answers by itself. */
    FileChoice files(Stage stage) {
        return new ToolkitFileChoice(stage);
    }

    /** The session of the case that is open. */
    CaseSession session() {
        return desk.flatMap(Desk::session).orElseThrow(() -> new IllegalStateException("No case is open yet."));
    }

    private void usedLast(Path file) {
        window.ifPresentOrElse(
                main -> main.settings().set(main.settings().get().withRecentCase(file)),
                () -> keep(settings.withRecentCase(file)));
    }

    private void keep(Settings now) {
        settings = now;
        try {
            store.save(now);
        } catch (IOException e) {
            System.getLogger(TendrilApp.class.getName())
                    .log(System.Logger.Level.WARNING, "The settings could not be kept", e);
        }
    }

    /** Says why there can be no window, and ends. */
    private static void giveUp(String sentence) {
        var alert = new Alert(Alert.AlertType.ERROR, sentence);
        alert.setHeaderText("Tendril cannot start");
        alert.showAndWait();
        Platform.exit();
    }

    private static Optional<Image> icon(int size) {
        return Optional.ofNullable(TendrilApp.class.getResource("assets/icon/tendril-" + size + ".png"))
                .map(url -> new Image(url.toExternalForm()));
    }

    @Override
    public void stop() {
        window.ifPresent(MainWindow::close);
        desk.ifPresent(Desk::close);
        background.shutdown();
        layouts.shutdownNow();
        layoutHelpers.shutdownNow();
        sources.ifPresent(Sources::close);
    }

    private static ExecutorService oneThread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }
}
