package tendril;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tendril.graph.Handling;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.session.CaseSession;
import tendril.settings.ConfigFolder;
import tendril.settings.Network;
import tendril.settings.Settings;
import tendril.settings.SettingsStore;

/** The window over a server of somebody else, behind a proxy that counts every connection. */
class NothingLeavesTest {
    private static final Indicator SECRET = new Indicator(IndicatorType.DOMAIN, "secret-target.example");
    private static final int PATIENCE_S = 20;

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final AtomicInteger connections = new AtomicInteger();
    private Optional<ServerSocket> proxy = Optional.empty();
    private Optional<TendrilApp> running = Optional.empty();

    @BeforeEach
    void startBehindTheProxy() throws IOException, TimeoutException {
        var listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        proxy = Optional.of(listening);
        Thread.ofPlatform().daemon().name("recording-proxy").start(() -> record(listening));
        Path config = folder.resolve("config");
        System.setProperty(ConfigFolder.PROPERTY, config.toString());
        new SettingsStore(config)
                .save(Settings.DEFAULT
                        .withReducedMotion(true)
                        .with(new Network(
                                Optional.of("http://threatcrowd.example"),
                                Optional.empty(),
                                Optional.of("127.0.0.1:" + listening.getLocalPort()),
                                Optional.empty())));
        FxToolkit.registerPrimaryStage();
        running = Optional.of((TendrilApp) FxToolkit.setupApplication(Walked::new));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void end() throws TimeoutException, IOException {
        FxToolkit.cleanupApplication(running.orElseThrow());
        proxy.orElseThrow().close();
    }

    private void record(ServerSocket listening) {
        while (!listening.isClosed()) {
            try (Socket connection = listening.accept()) {
                connections.incrementAndGet();
                connection.getOutputStream().write("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n".getBytes());
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Test
    void withoutAPivotNothingEverLeavesAndARedEntityOnlyAfterTheOverride() throws Exception {
        onFx(() -> session().edits().add(List.of(SECRET), List.of()));
        for (KeyCode panel : List.of(KeyCode.D, KeyCode.I, KeyCode.Q, KeyCode.R)) {
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, panel);
            robot.push(KeyCode.ESCAPE);
        }
        robot.push(KeyCode.CONTROL, KeyCode.R).push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.COMMA).push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(connections).hasValue(0);

        onFx(() -> session().edits().handle(Optional.of(SECRET), new Handling(Handling.Tlp.RED, Handling.Pap.UNSET)));
        onFx(() -> session().expand(List.of(SECRET)));
        await(() -> onFx(() -> request().state() == Request.State.HELD));
        assertThat(onFx(() -> request().message())).contains("TLP:RED", "ThreatCrowd");
        assertThat(connections).hasValue(0);

        onFx(() -> {
            session().override(request().id());
            return true;
        });
        await(() -> connections.get() > 0);
        assertThat(onFx(() -> session().graph().history().getLast().title()))
                .isEqualTo("Released against the rule: secret-target.example");
        assertThat(onFx(() -> session().graph().history().getLast().author())).isNotBlank();
    }

    private Request request() {
        return session().graph().requests().iterator().next();
    }

    private CaseSession session() {
        return running.orElseThrow().session();
    }

    private static void await(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, holds);
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_S * 1000L, work);
    }

    /** The app as it is, started without a file. */
    public static final class Walked extends TendrilApp {
        @Override
        Optional<Path> asked() {
            return Optional.empty();
        }
    }
}
