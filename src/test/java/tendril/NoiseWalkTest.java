package tendril;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.session.CaseSession;
import tendril.settings.ConfigFolder;
import tendril.settings.Settings;
import tendril.settings.SettingsStore;
import tendril.ui.canvas.Selection;

/** The web host and the sinkhole of the demo corpus, asked about in the real window. */
class NoiseWalkTest {
    private static final Indicator HOST = new Indicator(IndicatorType.IPV4, "192.0.2.80");
    private static final Indicator SINKHOLE = new Indicator(IndicatorType.IPV4, "192.0.2.10");
    private static final int PATIENCE_S = 30;
    private static final int KEPT = 12;

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private Optional<TendrilApp> running = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        Path config = folder.resolve("config");
        System.setProperty(ConfigFolder.PROPERTY, config.toString());
        new SettingsStore(config).save(Settings.DEFAULT.withReducedMotion(true));
        FxToolkit.registerPrimaryStage();
        running = Optional.of((TendrilApp) FxToolkit.setupApplication(NothingLeavesTest.Walked::new));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void end() throws TimeoutException {
        FxToolkit.cleanupApplication(running.orElseThrow());
    }

    @Test
    void warnedBeforeThenTheTrayHasTheTrueNumberAndTheCanvasWaitsForAChoice() throws Exception {
        ask(HOST, 900);
        ask(SINKHOLE, 4_000);

        robot.interact(() -> session().undo());
        await(() -> onFx(() -> session().tray().waiting() > 0));
    }

    /** Asks about known noise, is warned, goes on, keeps twelve and folds the rest. */
    private void ask(Indicator noise, int atLeast) throws Exception {
        robot.interact(() -> session().edits().add(List.of(noise), List.of()));
        long before = onFx(() -> drawn(graph()));
        robot.interact(() -> canvas().select(Selection.of(List.of(noise))));
        int asked = onFx(() -> graph().requests().size());
        robot.push(KeyCode.CONTROL, KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(words()).anyMatch(text -> text.contains("Known noise. Ask anyway?"));
        assertThat(words()).anyMatch(text -> text.contains(noise.value()) && text.contains("Expect about"));
        assertThat(onFx(() -> graph().requests())).hasSize(asked);

        press("Ask anyway");
        await(() -> onFx(() -> graph().requests().size() > asked
                && graph().requests().stream()
                        .allMatch(request -> request.state().isOver())));
        Request answered = onFx(() -> graph().requests().stream()
                .filter(request -> request.indicator().equals(noise))
                .findFirst()
                .orElseThrow());
        assertThat(answered.found()).isGreaterThanOrEqualTo(atLeast);
        assertThat(onFx(() -> drawn(graph()))).isEqualTo(before);
        List<Indicator> waiting = onFx(() -> session().tray().candidates(answered.id()).stream()
                .map(candidate -> candidate.indicator())
                .toList());
        assertThat(waiting).hasSizeGreaterThanOrEqualTo(atLeast);

        robot.interact(() -> session().tray().keep(answered.id(), waiting.subList(0, KEPT)));
        WaitForAsyncUtils.waitForFxEvents();
        press(String.format(java.util.Locale.ROOT, "Keep as collection (all %,d)", waiting.size() - KEPT));
        await(() -> onFx(() -> session().tray().candidates(answered.id()).isEmpty()));

        assertThat(onFx(() -> drawn(graph()))).isEqualTo(before + KEPT);
        assertThat(onFx(() -> graph().collections().getLast().members())).hasSize(waiting.size() - KEPT);
    }

    private static long drawn(CaseGraph graph) {
        return graph.entities().filter(Entity::isDrawn).count();
    }

    private List<String> words() throws Exception {
        return onFx(() -> robot.lookup(node -> node instanceof Labeled).<Labeled>queryAll().stream()
                .map(label -> String.valueOf(label.getText()))
                .toList());
    }

    private void press(String name) throws Exception {
        await(() -> robot.lookup((Button button) -> name.equals(button.getText()))
                .tryQuery()
                .isPresent());
        Button button =
                robot.lookup((Button each) -> name.equals(each.getText())).query();
        robot.interact(button::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private tendril.ui.canvas.CanvasViewModel canvas() {
        return running.orElseThrow().model().canvas();
    }

    private CaseGraph graph() {
        return session().graph();
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
}
