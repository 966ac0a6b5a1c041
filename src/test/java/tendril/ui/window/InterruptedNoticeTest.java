package tendril.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.Pace;
import tendril.pivot.lane.RowState;
import tendril.session.CaseSession;
import tendril.session.PacedCase;
import tendril.settings.ColourTheme;
import tendril.ui.Appearance;
import tendril.ui.FxPulse;
import tendril.ui.PracticeWindow;

/** A case of which requests were under way when the program died: the window says so, and a person decides. */
@ExtendWith(ApplicationExtension.class)
// The toolkit fills the fields before the first test.
@SuppressWarnings("NullAway.Init")
class InterruptedNoticeTest {
    private static final long PATIENCE_S = 10;

    private final PacedCase bench = new PacedCase(Pace.unlimited(3));
    private CaseSession session;
    private MainWindow window;

    @Start
    void open(Stage stage) {
        bench.ask(IntStream.range(0, 5)
                .mapToObj(n -> new Indicator(IndicatorType.DOMAIN, "host" + n + ".example"))
                .toList());
        session = bench.reopened();
        Appearance.loadFonts();
        window = PracticeWindow.window(stage, new FxPulse(), session, ColourTheme.DARK);
        window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void whatWasUnderWayIsSentAgainOnlyWhenThePersonSaysSo(FxRobot robot) throws Exception {
        int interrupted = session.queue().count(RowState.INTERRUPTED);
        assertThat(interrupted).isGreaterThan(1);
        int sent = bench.sent();
        assertThat(robot.lookup((javafx.scene.control.Label label) ->
                                label.getText().startsWith(interrupted + " requests were under way"))
                        .queryAll())
                .hasSize(1);

        robot.clickOn("Send again");

        WaitForAsyncUtils.waitFor(
                PATIENCE_S, TimeUnit.SECONDS, () -> session.queue().count(RowState.INTERRUPTED) == 0);
        assertThat(session.queue().count(RowState.RUNNING) + session.queue().count(RowState.QUEUED))
                .isEqualTo(5);
        assertThat(bench.sent()).isGreaterThanOrEqualTo(sent);
    }
}
