package tendril;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import tendril.cli.cases.Sources;
import tendril.layout.CaseGround;
import tendril.layout.Lanes;
import tendril.session.CaseIndex;
import tendril.session.CaseSession;
import tendril.session.Noise;
import tendril.session.NoiseFile;
import tendril.session.OpenCase;
import tendril.settings.CaseViews;
import tendril.settings.ConfigFolder;
import tendril.settings.Network;
import tendril.settings.Settings;
import tendril.settings.SettingsStore;
import tendril.ui.Appearance;
import tendril.ui.FileChoice;
import tendril.ui.FxPulse;
import tendril.ui.ToolkitFileChoice;
import tendril.ui.window.MainWindow;
import tendril.ui.workbench.WorkbenchViewModel;

/** The program with a window: puts everything together, and takes it apart in reverse order. */
public class TendrilApp extends Application {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final List<Integer> ICON_SIZES_PX = List.of(16, 24, 32, 48, 64, 128, 256);

    private final FxPulse pulse = new FxPulse();
    private final ExecutorService background = oneThread("background");
    private final ExecutorService layouts = oneThread("layout");
    private final ExecutorService layoutHelpers = Executors.newFixedThreadPool(
            CORES, Thread.ofPlatform().daemon().name("layout-", 1).factory());
    private final Path folder = ConfigFolder.ofThisUser();
    private final SettingsStore store = new SettingsStore(folder);
    private final Sourcing sourcing =
            new Sourcing(Optional.ofNullable(TendrilApp.class.getPackage().getImplementationVersion())
                    .orElse("development"));
    private final CaseIndex index = new CaseIndex(folder.resolve("cases"));
    private final OwnFiles files = new OwnFiles(folder, this::weighBy, () -> background.execute(index::forgetAll));
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
        List<String> troubles = new ArrayList<>(loaded.trouble().stream().toList());
        Sources.Made made = sourcing.make(settings);
        if (made instanceof Sources.Made.Failed failed && !settings.network().equals(Network.DEFAULT)) {
            troubles.add(failed.reason()
                    + " The built-in server and its demo corpus are asked instead; mend it in the settings.");
            made = sourcing.make(settings.with(Network.DEFAULT));
        }
        switch (made) {
            case Sources.Made.Failed failed -> giveUp(failed.reason());
            case Sources.Made.Ready ready -> {
                sources = Optional.of(ready.sources());
                troubles.addAll(Sourcing.unagreed(settings, ready.sources().providers()));
                open(stage, ready.sources(), troubles);
            }
        }
    }

    private OpenCase.Setting setting(Sources ready) {
        return new OpenCase.Setting(
                ready.providers().at(provider -> Sourcing.pace(settings, provider)),
                CaseGround::new,
                pulse,
                ready::ledger,
                Sourcing.author(settings),
                Sourcing.limits(settings));
    }

    private void open(Stage stage, Sources ready, List<String> troubles) {
        var desk = new Desk(
                setting(ready),
                new Drafts(folder.resolve("drafts")),
                new CaseViews(folder),
                new Remembering(index, background, () -> settings.taking().otherCases()),
                background,
                this::usedLast,
                Platform::exit);
        this.desk = Optional.of(desk);
        if (desk.first(Optional.empty()).result() instanceof OpenCase.Result.Open opened) {
            show(stage, desk, opened.openCase(), Optional.empty(), troubles);
            asked().ifPresent(desk::openOrCreate);
        } else {
            openWithoutDrafts(stage, desk, troubles);
        }
    }

    /** Where no draft can be made, there is a window only with the case that was asked for. */
    private void openWithoutDrafts(Stage stage, Desk desk, List<String> troubles) {
        Optional<Path> file = asked();
        Opener.Attempt attempt = desk.first(file);
        switch (attempt.result()) {
            case OpenCase.Result.Refused refused -> giveUp(refused.sentence());
            case OpenCase.Result.ReadOnly readOnly -> giveUp(readOnly.sentence());
            case OpenCase.Result.Open opened -> {
                attempt.copied().ifPresent(troubles::add);
                show(stage, desk, opened.openCase(), attempt.file(file), troubles);
            }
        }
    }

    private void show(Stage stage, Desk desk, OpenCase first, Optional<Path> file, List<String> troubles) {
        var main = new MainWindow(
                stage,
                new MainWindow.Parts(
                        first.session(),
                        settings,
                        desk,
                        files,
                        files(stage),
                        pulse,
                        layouts,
                        new Lanes(layoutHelpers, CORES),
                        Thread.ofPlatform().daemon().name("painter").factory(),
                        ZoneId.systemDefault()));
        window = Optional.of(main);
        desk.attach(main);
        main.settings().addListener((property, before, now) -> keep(now));
        file.ifPresent(main::named);
        main.show();
        NoiseFile noise = files.noise();
        weighBy(Noise.shipped().and(noise.entries()));
        noise.problems().stream()
                .findFirst()
                .ifPresent(line -> troubles.add(
                        noise.problems().size() == 1
                                ? line
                                : line + " " + (noise.problems().size() - 1) + " more lines make no sense."));
        troubles.forEach(main.notices()::problem);
    }

    private void weighBy(Noise noise) {
        window.ifPresent(main -> main.model().noise().set(noise));
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

    /** What the window shows. */
    WorkbenchViewModel model() {
        return window.orElseThrow(() -> new IllegalStateException("There is no window yet."))
                .model();
    }

    private void usedLast(Path file) {
        window.ifPresentOrElse(
                main -> main.settings().set(main.settings().get().withRecentCase(file)),
                () -> keep(settings.withRecentCase(file)));
    }

    /** Keeps the settings and lets them hold, as far as they do not hold by themselves. */
    private void keep(Settings now) {
        Settings before = settings;
        settings = now;
        try {
            store.save(now);
        } catch (IOException e) {
            System.getLogger(TendrilApp.class.getName())
                    .log(System.Logger.Level.WARNING, "The settings could not be kept", e);
            problem("The settings hold now but could not be written, so they are lost when Tendril ends. Check that "
                    + folder + " may be written to and has room.");
        }
        if (!before.network().equals(now.network())) {
            changeSources();
        } else if (!before.paces().equals(now.paces())
                || !before.taking().equals(now.taking())
                || !before.author().equals(now.author())) {
            sources.ifPresent(this::changeCourse);
        }
    }

    /** Another server or another way to it: the case is opened anew with it. */
    private void changeSources() {
        switch (sourcing.make(settings)) {
            case Sources.Made.Failed failed -> problem(failed.reason() + " The sources are as they were.");
            case Sources.Made.Ready ready -> {
                Optional<Sources> before = sources;
                sources = Optional.of(ready.sources());
                desk.ifPresent(
                        open -> open.openAgainWith(setting(ready.sources()), () -> before.ifPresent(Sources::close)));
                Sourcing.unagreed(settings, ready.sources().providers()).forEach(this::problem);
            }
        }
    }

    /** Another pace, limit or name: holds at once. */
    private void changeCourse(Sources now) {
        desk.ifPresent(open -> open.use(setting(now)));
        desk.ifPresent(Desk::chosen);
        desk.flatMap(Desk::session).ifPresent(session -> {
            session.limits(Sourcing.limits(settings));
            session.author(Sourcing.author(settings));
            now.providers()
                    .all()
                    .forEach(provider -> session.pace(
                            provider.id(), Sourcing.pace(settings, provider).orElseGet(provider::pace)));
        });
        Sourcing.unagreed(settings, now.providers()).forEach(this::problem);
    }

    /** Remembers where the window was; what another window of the program has written meanwhile stays. */
    private void keepBounds(MainWindow main) {
        SettingsStore.Loaded loaded = store.load();
        if (loaded.trouble().isPresent()) {
            return;
        }
        try {
            Settings now = loaded.settings().withPanels(main.panels());
            store.save(main.bounds().map(now::withWindow).orElse(now));
        } catch (IOException e) {
            System.getLogger(TendrilApp.class.getName())
                    .log(System.Logger.Level.WARNING, "Where the window was could not be kept", e);
        }
    }

    private void problem(String sentence) {
        window.ifPresent(main -> main.notices().problem(sentence));
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
        window.ifPresent(this::keepBounds);
        desk.ifPresent(Desk::close);
        window.ifPresent(MainWindow::close);
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
