package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Node 0 is the hub, 1 leads on to 2, the others hang on the hub. */
class LeafFanTest {
    private static final int OTHERS = 3;

    @Property(tries = 40)
    void aSheafOfLeavesIsOpenedAndEveryLeafKeepsItsDistance(
            @ForAll @IntRange(min = 3, max = 30) int leaves,
            @ForAll @DoubleRange(min = -3, max = 3) double direction,
            @ForAll @DoubleRange(min = 0, max = 0.2) double narrow) {
        double[] x = new double[OTHERS + leaves];
        double[] y = new double[OTHERS + leaves];
        place(x, y, 1, direction + Math.PI, 500);
        place(x, y, 2, direction + Math.PI, 900);
        for (int i = 0; i < leaves; i++) {
            place(x, y, OTHERS + i, direction + narrow * (i / (leaves - 1.0) - 0.5), 300 + 10 * i);
        }

        new LeafFan(linked(leaves), x, y).open(0);

        double[] angles = IntStream.range(OTHERS, x.length)
                .mapToDouble(leaf -> off(x, y, leaf, direction))
                .sorted()
                .toArray();
        assertThat(angles[leaves - 1] - angles[0]).isGreaterThan(Math.toRadians(45));
        for (int i = 0; i < leaves; i++) {
            assertThat(Math.hypot(x[OTHERS + i], y[OTHERS + i])).isCloseTo(300 + 10 * i, within(1e-6));
            assertThat(Math.abs(off(x, y, OTHERS + i, direction))).isLessThan(Math.toRadians(95));
        }
        assertThat(x[1]).isEqualTo(500 * Math.cos(direction + Math.PI));
    }

    @Test
    void aFanStaysClearOfTheLinkThatLeadsOn() {
        double[] x = new double[OTHERS + 8];
        double[] y = new double[OTHERS + 8];
        place(x, y, 1, Math.toRadians(40), 500);
        for (int i = 0; i < 8; i++) {
            place(x, y, OTHERS + i, i * 0.01, 300);
        }

        new LeafFan(linked(8), x, y).open(0);

        assertThat(IntStream.range(OTHERS, x.length).mapToDouble(leaf -> off(x, y, leaf, 0)))
                .allMatch(angle -> Math.abs(angle) < Math.toRadians(40));
    }

    @Test
    void whatIsOpenAlreadyStaysAsItIs() {
        double[] x = new double[OTHERS + 12];
        double[] y = new double[OTHERS + 12];
        place(x, y, 1, 0.1, 500);
        for (int i = 0; i < 12; i++) {
            place(x, y, OTHERS + i, 2 * Math.PI * i / 12, 300);
        }
        double[] before = x.clone();

        new LeafFan(linked(12), x, y).open(0);

        assertThat(x).isEqualTo(before);
    }

    @Test
    void aStarOfItsOwnAndAPairOfLeavesStayAsTheyAre() {
        double[] x = {0, 100, 101, 102, 103};
        double[] y = {0, 1, 2, 3, 4};
        double[] before = y.clone();
        int[] hub = new int[4];
        int[] leaves = {1, 2, 3, 4};

        new LeafFan(Neighbours.of(5, hub, leaves), x, y).open(0);

        assertThat(y).isEqualTo(before);
    }

    private static Neighbours linked(int leaves) {
        int[] from = new int[leaves + 2];
        int[] to = IntStream.concat(IntStream.of(1), IntStream.range(OTHERS, OTHERS + leaves))
                .toArray();
        to = Arrays.copyOf(to, leaves + 2);
        from[leaves + 1] = 1;
        to[leaves + 1] = 2;
        return Neighbours.of(OTHERS + leaves, from, to);
    }

    private static void place(double[] x, double[] y, int node, double angle, double away) {
        x[node] = away * Math.cos(angle);
        y[node] = away * Math.sin(angle);
    }

    private static double off(double[] x, double[] y, int node, double direction) {
        return Math.IEEEremainder(Math.atan2(y[node], x[node]) - direction, 2 * Math.PI);
    }
}
