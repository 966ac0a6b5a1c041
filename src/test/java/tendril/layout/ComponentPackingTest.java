package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ComponentPackingTest {

    @Property(tries = 100)
    void rectanglesNeverOverlap(@ForAll long seed) {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(60);
        double[] widths = random.doubles(count, 0, 500).toArray();
        double[] heights = random.doubles(count, 0, 300).toArray();

        double[][] corners = ComponentPacking.pack(widths, heights, 10);

        for (int a = 0; a < count; a++) {
            for (int b = 0; b < a; b++) {
                boolean apart = corners[0][a] + widths[a] < corners[0][b]
                        || corners[0][b] + widths[b] < corners[0][a]
                        || corners[1][a] + heights[a] < corners[1][b]
                        || corners[1][b] + heights[b] < corners[1][a];
                assertThat(apart).as("%s and %s", a, b).isTrue();
            }
        }
    }

    @Test
    void smallPartsFillTheRoomBesideALargeOne() {
        double[] widths = new double[101];
        double[] heights = new double[101];
        Arrays.fill(widths, 100);
        Arrays.fill(heights, 100);
        widths[0] = 1000;
        heights[0] = 1000;

        double[][] corners = ComponentPacking.pack(widths, heights, 0);

        double right = Arrays.stream(corners[0]).max().orElse(0) + 100;
        double bottom = Math.max(1000, Arrays.stream(corners[1]).max().orElse(0) + 100);
        assertThat(right * bottom).isLessThan(1.15 * 2_000_000);
    }

    @Test
    void nothingNeedsNoRoom() {
        assertThat(ComponentPacking.pack(new double[0], new double[0], 10)[0]).isEmpty();
    }
}
