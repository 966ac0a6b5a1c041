package tendril.picture.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Theme;
import tendril.picture.paint.PaintSchedule.Request;
import tendril.picture.paint.PaintSchedule.Step;
import tendril.picture.scene.Camera;
import tendril.picture.scene.Scene;

class PaintScheduleTest {
    private static final long MS = 1_000_000;
    private static final Request FIRST = new Request(Scene.empty(), Camera.ofSize(10, 10), Look.of(Theme.ofDark()));
    private static final Request SECOND = new Request(Scene.empty(), Camera.ofSize(20, 20), Look.of(Theme.ofDark()));

    private final PaintSchedule schedule = new PaintSchedule();

    @Test
    void restsUntilSomethingIsAsked() {
        assertThat(schedule.next(0)).isEqualTo(new Step.Rest());
    }

    @Test
    void paintsFastAtOnceAndCarefullyWhenStill() {
        schedule.want(FIRST, 0);
        assertThat(schedule.next(0)).isEqualTo(new Step.Paint(FIRST, Pass.FAST));

        schedule.painted(new Step.Paint(FIRST, Pass.FAST), 5 * MS);
        assertThat(schedule.next(20 * MS)).isEqualTo(new Step.Wait(100 * MS));
        assertThat(schedule.next(120 * MS)).isEqualTo(new Step.Paint(FIRST, Pass.SMOOTH));

        schedule.painted(new Step.Paint(FIRST, Pass.SMOOTH), 80 * MS);
        assertThat(schedule.next(300 * MS)).isEqualTo(new Step.Rest());
    }

    @Test
    void onlyTheNewestRequestIsPainted() {
        schedule.want(FIRST, 0);
        schedule.want(SECOND, 1);

        assertThat(schedule.next(2)).isEqualTo(new Step.Paint(SECOND, Pass.FAST));
    }

    @Test
    void aNewRequestOvertakesACarefulPictureButNotAFastOne() {
        schedule.want(FIRST, 0);
        schedule.want(SECOND, 1);

        assertThat(schedule.isOvertaken(new Step.Paint(FIRST, Pass.SMOOTH))).isTrue();
        assertThat(schedule.isOvertaken(new Step.Paint(FIRST, Pass.FAST))).isFalse();
        assertThat(schedule.isOvertaken(new Step.Paint(SECOND, Pass.SMOOTH))).isFalse();
    }

    @Test
    void whatIsQuickEnoughIsPaintedCarefullyEvenInMotion() {
        schedule.want(FIRST, 0);
        schedule.painted(new Step.Paint(FIRST, Pass.SMOOTH), 4 * MS);

        schedule.want(SECOND, 10 * MS);

        assertThat(schedule.next(10 * MS)).isEqualTo(new Step.Paint(SECOND, Pass.SMOOTH));
    }

    @Test
    void aPictureTouchedUpIsAsCarefulAsItWas() {
        schedule.want(FIRST, 0);
        schedule.painted(new Step.Paint(FIRST, Pass.SMOOTH), 80 * MS);
        schedule.want(SECOND, 100 * MS);
        schedule.retouched(SECOND, Pass.SMOOTH);

        assertThat(schedule.next(101 * MS)).isEqualTo(new Step.Rest());
    }

    @Test
    void askingTheSameAgainDoesNotPutOffTheCarefulPicture() {
        schedule.want(FIRST, 0);
        schedule.painted(new Step.Paint(FIRST, Pass.FAST), 5 * MS);
        schedule.want(FIRST, 100 * MS);

        assertThat(schedule.next(121 * MS)).isEqualTo(new Step.Paint(FIRST, Pass.SMOOTH));
    }
}
