package tendril;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tendril.casefile.CaseFile;
import tendril.casefile.Opening;
import tendril.casefile.disk.CaseFileException;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.Fact;
import tendril.graph.Journal;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.settings.ConfigFolder;
import tendril.settings.Settings;
import tendril.settings.SettingsStore;
import tendril.ui.FileChoice;
import tendril.ui.canvas.GraphCanvas;

/**
 * What an investigator does with one email address from a report, from the empty canvas to the case opened again, in
 * the real window on the embedded server.
 */
class FirstCaseWalkTest {
    private static final Indicator WILLIAM = new Indicator(IndicatorType.EMAIL, "william19770319@yahoo.com");
    private static final Indicator CNN_DAILY = new Indicator(IndicatorType.DOMAIN, "cnndaily.com");
    private static final int PATIENCE_S = 60;

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final Deque<Path> chosen = new ArrayDeque<>();
    private Optional<TendrilApp> running = Optional.empty();

    @BeforeEach
    void startOnAnEmptyCanvas() throws IOException, TimeoutException {
        Path config = folder.resolve("config");
        System.setProperty(ConfigFolder.PROPERTY, config.toString());
        new SettingsStore(config).save(Settings.DEFAULT.withReducedMotion(true));
        FxToolkit.registerPrimaryStage();
        start(Optional.empty());
    }

    @AfterEach
    void end() throws TimeoutException {
        stop();
    }

    @Test
    void oneEmailGrowsToACaseThatOpensAgainExactlyAsItWas() throws Exception {
        robot.clickOn("#quick-add-field").write(WILLIAM.value()).push(KeyCode.ENTER);
        until(graph -> graph.contains(WILLIAM));

        doubleClick(WILLIAM);
        until(graph -> graph.entityCount() == 5);
        assertThat(neighbours(WILLIAM))
                .containsExactlyInAnyOrder("aoldaily.com", "aunewsonline.com", "cnndaily.com", "usnewssite.com");

        doubleClick(CNN_DAILY);
        until(graph -> graph.linksOf(CNN_DAILY).anyMatch(link -> link.key().to().type() == IndicatorType.IPV4));
        Indicator address = onFx(() -> app().session().graph().neighbours(CNN_DAILY).stream()
                .filter(indicator -> indicator.type() == IndicatorType.IPV4)
                .findFirst()
                .orElseThrow());
        doubleClick(address);
        until(graph ->
                graph.requests().stream().allMatch(request -> request.state().isOver()));
        assertThat(onFx(() -> app().session()
                        .graph()
                        .entities()
                        .map(Entity::indicator)
                        .toList()))
                .anyMatch(indicator -> indicator.type() == IndicatorType.MD5);

        export("picture.png");
        assertThat(ImageIO.read(folder.resolve("picture.png").toFile()).getWidth())
                .isGreaterThan(1000);
        export("graph.graphml");
        assertThat(Files.readString(folder.resolve("graph.graphml"))).contains("cnndaily.com");

        Path saved = folder.resolve("case.tendril");
        chosen.add(saved);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        await(() -> Files.exists(saved) && onFx(() -> app().session().isSaved()));
        List<Fact> before = onFx(() -> facts(saved));
        var contents = onFx(() -> Journal.contents(app().session().graph()));
        stop();

        start(Optional.of(saved));
        assertThat(onFx(() -> facts(saved))).isEqualTo(before);
        assertThat(onFx(() -> Journal.contents(app().session().graph()))).isEqualTo(contents);
    }

    @Test
    void nonsenseGetsASentenceAndAPivotCanBeUndone() throws Exception {
        robot.clickOn("#quick-add-field").write("0177.0.0.1").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#quick-add-hint").queryLabeled().getText()).contains("0177.0.0.1");
        assertThat(onFx(() -> app().session().graph().entityCount())).isZero();

        robot.doubleClickOn("#quick-add-field").push(KeyCode.CONTROL, KeyCode.A);
        robot.write("hxxp://evil[.]example/x").push(KeyCode.ENTER);
        until(graph -> graph.contains(new Indicator(IndicatorType.URL, "http://evil.example/x")));

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(graph -> graph.entityCount() == 0);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(graph -> graph.entityCount() == 1);
    }

    private void export(String name) throws Exception {
        Path file = folder.resolve(name);
        chosen.add(file);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        await(() -> Files.exists(file));
    }

    private List<String> neighbours(Indicator of) throws Exception {
        return onFx(() -> app().session().graph().neighbours(of).stream()
                .map(Indicator::value)
                .toList());
    }

    private void doubleClick(Indicator on) throws Exception {
        robot.moveTo("#status-saved").push(KeyCode.CONTROL, KeyCode.DIGIT0);
        WaitForAsyncUtils.waitForFxEvents();
        Point2D at = onFx(() -> {
            GraphCanvas canvas = (GraphCanvas) robot.lookup(".graph-canvas").<Node>query();
            Entity.Place place =
                    app().session().graph().entity(on).flatMap(Entity::place).orElseThrow();
            return canvas.localToScreen(canvas.seenAt(place.x(), place.y()));
        });
        robot.doubleClickOn(at);
    }

    private void until(Predicate<CaseGraph> holds) throws Exception {
        await(() -> onFx(() -> holds.test(app().session().graph())));
    }

    private static void await(java.util.concurrent.Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_S * 1000L, work);
    }

    private static List<Fact> facts(Path file) throws CaseFileException {
        Opening opening = CaseFile.openReadOnly(file);
        CaseFile read = switch (opening) {
            case Opening.Opened opened -> opened.file();
            case Opening.OpenedReadOnly opened -> opened.file();
            case Opening.Damaged damaged -> throw new AssertionError(damaged.sentence());
            case Opening.Refused refused -> throw new AssertionError(refused.sentence());
        };
        try (read) {
            return read.facts();
        }
    }

    private TendrilApp app() {
        return running.orElseThrow();
    }

    private void start(Optional<Path> file) throws TimeoutException {
        Application app = FxToolkit.setupApplication(() -> new WalkedApp(file));
        running = Optional.of((TendrilApp) app);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void stop() throws TimeoutException {
        if (running.isPresent()) {
            FxToolkit.cleanupApplication(running.get());
            running = Optional.empty();
        }
    }

    /** The app as it is, but that it asks the test for files. */
    private final class WalkedApp extends TendrilApp {
        private final Optional<Path> file;

        WalkedApp(Optional<Path> file) {
            this.file = file;
        }

        @Override
        Optional<Path> asked() {
            return file;
        }

        @Override
        FileChoice files(Stage stage) {
            return new FileChoice() {
                @Override
                public Optional<Path> toOpen(String title, List<Kind> kinds) {
                    return Optional.ofNullable(chosen.poll());
                }

                @Override
                public Optional<Path> toSave(String title, String name, List<Kind> kinds) {
                    return Optional.ofNullable(chosen.poll());
                }
            };
        }
    }
}
