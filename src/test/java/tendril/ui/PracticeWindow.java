package tendril.ui;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.stage.Stage;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.session.CaseSession;
import tendril.settings.ColourTheme;
import tendril.settings.Settings;
import tendril.ui.window.MainWindow;

/** The real window over a case in memory and an invented source, to be looked at by hand. */
public final class PracticeWindow {
    private PracticeWindow() {}

    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The application. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            Appearance.loadFonts();
            List<String> arguments = getParameters().getRaw();
            MainWindow window = window(
                    stage,
                    new FxPulse(),
                    arguments.contains("full")
                            ? Runnable::run
                            : CompletableFuture.delayedExecutor(900, TimeUnit.MILLISECONDS),
                    arguments.contains("light") ? ColourTheme.LIGHT : ColourTheme.DARK);
            if (arguments.contains("full")) {
                CaseSession session = window.model().session();
                session.edits()
                        .add(List.of(new Indicator(IndicatorType.EMAIL, "william19770319@yahoo.com")), List.of());
                for (int round = 0; round < 2; round++) {
                    session.expand(session.graph()
                            .entities()
                            .map(e -> e.indicator())
                            .limit(12)
                            .toList());
                }
            }
            window.show();
        }
    }

    /** A window over a practice case. */
    public static MainWindow window(Stage stage, FxPulse pulse, Executor delayed, ColourTheme theme) {
        CaseSession session = PracticeCase.open(new InventedSource(), delayed, task -> {
            if (javafx.application.Platform.isFxApplicationThread()) {
                task.run();
            } else {
                pulse.execute(task);
            }
        });
        return window(stage, pulse, session, theme);
    }

    /** A window over this case. */
    public static MainWindow window(Stage stage, FxPulse pulse, CaseSession session, ColourTheme theme) {
        return new MainWindow(
                stage,
                new MainWindow.Parts(
                        session,
                        Settings.DEFAULT.withTheme(theme),
                        new NoDesk(),
                        SourceDesk.NONE,
                        new NoFiles(),
                        pulse,
                        task -> Thread.ofPlatform().daemon().start(task),
                        tendril.layout.Lanes.one(),
                        Thread.ofPlatform().daemon().name("painter").factory(),
                        ZoneOffset.UTC));
    }

    private static final class NoFiles implements FileChoice {
        @Override
        public Optional<Path> toOpen(String title, List<Kind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(String title, String name, List<Kind> kinds) {
            return Optional.empty();
        }
    }

    private static final class NoDesk implements CaseDesk {
        @Override
        public void newCase() {}

        @Override
        public void open(Path file) {}

        @Override
        public void saveAs(Path file) {}

        @Override
        public void saveCopy(Path file) {}

        @Override
        public void importFrom(Path file) {}

        @Override
        public void exportTo(Path file) {}

        @Override
        public List<Format> formats() {
            return List.of(new Format("GraphML", "graphml", true, true), new Format("PNG picture", "png", false, true));
        }

        @Override
        public void unnamed(java.util.function.Consumer<List<Unnamed>> then) {
            then.accept(List.of());
        }

        @Override
        public void save(byte[] bytes, Path file) {}

        @Override
        public void quit() {
            javafx.application.Platform.exit();
        }
    }
}
