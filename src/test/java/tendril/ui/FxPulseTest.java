package tendril.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class FxPulseTest {
    private final ArrayDeque<Runnable> toolkit = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();
    private long now;
    private final FxPulse pulse = new FxPulse(toolkit::add, () -> now);

    @Test
    void tasksRunInTheOrderTheyCameInOneTurn() {
        pulse.execute(() -> ran.add("first"));
        pulse.execute(() -> ran.add("second"));

        assertThat(toolkit).hasSize(1);
        turn();

        assertThat(ran).containsExactly("first", "second");
        assertThat(toolkit).isEmpty();
    }

    @Test
    void aFloodLeavesRoomForFrames() {
        for (int i = 0; i < 3; i++) {
            pulse.execute(() -> now += FxPulse.TURN_NS_MAX);
        }
        pulse.execute(() -> ran.add("last"));

        turn();

        assertThat(ran).isEmpty();
        assertThat(toolkit).hasSize(1);
        turn();
        turn();
        turn();
        assertThat(ran).containsExactly("last");
    }

    @Test
    void tenPullsOfATriggerRunItOnce() {
        Runnable trigger = pulse.coalesced(() -> ran.add("refreshed"));
        for (int i = 0; i < 10; i++) {
            trigger.run();
        }
        turn();
        assertThat(ran).containsExactly("refreshed");

        trigger.run();
        turn();
        assertThat(ran).hasSize(2);
    }

    @Test
    void aFullInboxRefusesWithASentence() {
        for (int i = 0; i < FxPulse.INBOX_CAPACITY; i++) {
            pulse.execute(() -> {});
        }

        assertThatThrownBy(() -> pulse.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("takes no more");
    }

    private void turn() {
        toolkit.remove().run();
    }
}
