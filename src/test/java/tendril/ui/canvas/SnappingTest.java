package tendril.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.NodeKind;

class SnappingTest {
    private static final Bounds SEEN = new Bounds(-500, -500, 500, 500);

    private final LiveScene live = new LiveScene();

    @Test
    void aNodeIsLevelWithTheNearestOneThatStays() {
        live.addNode(NodeKind.DOMAIN, "", 100, 30);
        live.addNode(NodeKind.DOMAIN, "", 103, -200);
        int dragged = live.addNode(NodeKind.DOMAIN, "", 0, 0);
        var snapping = Snapping.of(live.publish(), SEEN, new int[] {dragged});

        Snapping.Spot spot = snapping.at(102, 77, 5, false, false);

        assertThat(spot).isEqualTo(new Snapping.Spot(102, 77, OptionalDouble.of(103), OptionalDouble.empty()));
        assertThat(snapping.at(102, 77, 5, false, true).x()).isEqualTo(103);
    }

    @Test
    void theGridComesBeforeOtherNodes() {
        live.addNode(NodeKind.DOMAIN, "", 41, 0);
        var snapping = Snapping.of(live.publish(), SEEN, new int[0]);

        Snapping.Spot spot = snapping.at(42, 55, 5, true, true);

        assertThat(spot.x()).isEqualTo(Snapping.GRID_STEP);
        assertThat(spot.y()).isEqualTo(Snapping.GRID_STEP);
    }

    @Test
    void whatIsOutOfViewIsNotLevelWithAnything() {
        live.addNode(NodeKind.DOMAIN, "", 900, 0);
        var snapping = Snapping.of(live.publish(), SEEN, new int[0]);

        assertThat(snapping.at(900, 300, 5, false, false).column()).isEmpty();
    }
}
