package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class FarFieldTest {
    private final LayoutGraph graph = Cases.chain(4);

    @Test
    void itsMiddleIsThatOfTheMasses() {
        FarField field = field(Positions.of(new double[] {0, 10, 10, 0}, new double[] {0, 0, 8, 8}), 4);

        assertThat(field.x()).isEqualTo(6, within(1e-5f));
        assertThat(field.y()).isEqualTo(4, within(1e-5f));
        assertThat(field.strength()).isPositive();
    }

    @Test
    void aPictureTwiceAsLargePushesAQuarterAsMuchForEachUnit() {
        FarField small = field(Positions.of(new double[] {0, 10, 10, 0}, new double[] {0, 0, 8, 8}), 4);
        FarField large = field(Positions.of(new double[] {0, 20, 20, 0}, new double[] {0, 0, 16, 16}), 4);

        assertThat(4 * large.strength()).isEqualTo(small.strength(), within(1e-5f));
    }

    @Test
    void whatStandsOnOneSpotOrNowherePushesNobody() {
        assertThat(field(Positions.of(new double[4], new double[4]), 4)).isEqualTo(FarField.NONE);
        assertThat(field(Positions.of(new double[4], new double[4]), 0)).isEqualTo(FarField.NONE);
    }

    private FarField field(Positions places, int standing) {
        BitSet nodes = new BitSet();
        nodes.set(0, standing);
        return FarField.of(graph, places, nodes, 0, 0, 1);
    }
}
