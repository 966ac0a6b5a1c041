package tendril;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.picture.scene.Camera;
import tendril.picture.scene.Scene;
import tendril.session.CaseSession;
import tendril.settings.ConfigFolder;
import tendril.settings.Settings;
import tendril.settings.SettingsStore;
import tendril.ui.canvas.CanvasViewModel;
import tendril.ui.canvas.GraphCanvas;

/** From an edge to the very bytes it stands on, with the server long gone. */
class EvidenceWalkTest {
    private static final Indicator WILLIAM = new Indicator(IndicatorType.EMAIL, "william19770319@yahoo.com");
    private static final int PATIENCE_S = 30;

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private Optional<TendrilApp> running = Optional.empty();

    @AfterEach
    void stop() throws TimeoutException {
        if (running.isPresent()) {
            FxToolkit.cleanupApplication(running.get());
            running = Optional.empty();
        }
    }

    @Test
    void aClickOnAnEdgeAndOneKeyShowItsHighlightedBytesAlsoWithTheServerGone() throws Exception {
        start(Settings.DEFAULT);
        robot.interact(() -> {
            session().edits().add(java.util.List.of(WILLIAM), java.util.List.of());
            session().expand(java.util.List.of(WILLIAM));
        });
        await(() -> onFx(() -> session().graph().linkCount() > 0 && session().isSaved()));
        stop();

        start(Settings.DEFAULT.withBaseUrl(Optional.of("http://127.0.0.1:9")));
        LinkKey key =
                onFx(() -> session().graph().links().findFirst().orElseThrow().key());
        robot.interact(running.orElseThrow().model().canvas()::selectNone);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(onFx(() -> middleOf(key)));
        robot.push(KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();

        TextArea raw = robot.lookup(".raw-answer").queryAs(TextArea.class);
        Indicator other = key.from().equals(WILLIAM) ? key.to() : key.from();
        String selected = onFx(raw::getSelectedText);
        assertThat(selected).contains(other.value());
        String shown = onFx(raw::getText);
        assertThat(shown).contains("\n");
        assertThat(onFx(() -> robot.lookup((Label label) -> label.getText().contains("SHA-256 verified"))
                        .tryQuery()))
                .isPresent();
    }

    private Point2D middleOf(LinkKey key) {
        CanvasViewModel model = running.orElseThrow().model().canvas();
        Camera camera = model.camera().get();
        Scene scene = model.scene().get();
        int from = model.nodes().slotOf(key.from()).orElseThrow();
        int to = model.nodes().slotOf(key.to()).orElseThrow();
        GraphCanvas canvas = robot.lookup(".graph-canvas").queryAs(GraphCanvas.class);
        return canvas.localToScreen(
                camera.toViewX((scene.x(from) + scene.x(to)) / 2), camera.toViewY((scene.y(from) + scene.y(to)) / 2));
    }

    private void start(Settings settings) throws Exception {
        Path config = folder.resolve("config");
        System.setProperty(ConfigFolder.PROPERTY, config.toString());
        new SettingsStore(config).save(settings.withReducedMotion(true));
        FxToolkit.registerPrimaryStage();
        running = Optional.of((TendrilApp) FxToolkit.setupApplication(() -> new OverOneFile(folder)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private CaseSession session() {
        return running.orElseThrow().session();
    }

    private static void await(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_S * 1000L, work);
    }

    /** The app as it is, started on one case file. */
    private static final class OverOneFile extends TendrilApp {
        private final Path folder;

        OverOneFile(Path folder) {
            this.folder = folder;
        }

        @Override
        Optional<Path> asked() {
            return Optional.of(folder.resolve("case.tendril"));
        }
    }
}
