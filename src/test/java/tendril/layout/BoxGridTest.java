package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BoxGridTest {
    private static final double CELL = 100;
    private static final double GAP = 6;

    /** A box and where it stands. */
    private record Stood(double x, double y, NodeBox box) {
        boolean touches(double atX, double atY, NodeBox other) {
            return Math.abs(atX - x) < box.halfWidth() + GAP + other.halfWidth()
                    && y - box.above() - GAP < atY + other.below()
                    && atY - other.above() < y + box.below() + GAP;
        }
    }

    @Property(tries = 200)
    void afterAnyComingAndGoingItAnswersAsIfOnlyThoseThereHadEverCome(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var grid = new BoxGrid(4, CELL);
        Map<Integer, Stood> there = new HashMap<>();
        int numbers = random.nextInt(1, 400);
        for (int step = 0; step < 600; step++) {
            int node = random.nextInt(numbers);
            if (there.remove(node) != null) {
                grid.remove(node);
            } else {
                there.put(node, any(random));
                add(grid, node, there.get(node));
            }
        }

        answersAsOf(grid, List.copyOf(there.values()), random);
    }

    @Property(tries = 60)
    void aLayerAnswersForWhatStandsBelowAndLeavesItAsItIs(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        List<Stood> below = some(random);
        List<Stood> above = some(random);
        var ground = new BoxGrid(below.size(), CELL);
        for (int i = 0; i < below.size(); i++) {
            add(ground, i, below.get(i));
        }
        BoxGrid layer = ground.layer(above.size());
        for (int i = 0; i < above.size(); i++) {
            add(layer, i, above.get(i));
        }
        List<Stood> both = new ArrayList<>(below);
        both.addAll(above);

        answersAsOf(layer, both, random);
        answersAsOf(ground, below, random);
    }

    @Test
    void aBoxFarOutStandsAndGoesLikeAnyOther() {
        var grid = new BoxGrid(1, CELL);
        add(grid, 0, new Stood(1e300, -1e300, NodeBox.STANDARD));
        add(grid, 1, new Stood(0, 0, new NodeBox(1e12, 1e12, 1e12)));

        assertThat(grid.isFree(0, 0, NodeBox.POINT)).isFalse();
        grid.remove(1);
        assertThat(grid.isFree(0, 0, NodeBox.POINT)).isTrue();
        grid.remove(0);
        assertThat(grid.isFree(1e300, -1e300, NodeBox.STANDARD)).isTrue();
    }

    private static void answersAsOf(BoxGrid grid, List<Stood> there, SplittableRandom random) {
        for (int i = 0; i < 60; i++) {
            Stood asked = any(random);
            assertThat(grid.isFree(asked.x(), asked.y(), asked.box()))
                    .isEqualTo(there.stream().noneMatch(each -> each.touches(asked.x(), asked.y(), asked.box())));
            double distance = random.nextDouble(10, 3000);
            Set<List<Double>> found = new HashSet<>();
            grid.around(asked.x(), asked.y(), distance, (x, y) -> found.add(List.of(x, y)));
            assertThat(found)
                    .isEqualTo(there.stream()
                            .filter(each -> Math.abs(each.x() - asked.x()) < distance
                                    && Math.abs(each.y() - asked.y()) < distance)
                            .map(each -> List.of(each.x(), each.y()))
                            .collect(Collectors.toSet()));
        }
    }

    private static List<Stood> some(SplittableRandom random) {
        List<Stood> some = new ArrayList<>();
        for (int i = random.nextInt(1, 80); i > 0; i--) {
            some.add(any(random));
        }
        return some;
    }

    /** Mostly usual boxes, now and then one over very many cells. Whole numbers, so that sums are exact. */
    private static Stood any(SplittableRandom random) {
        boolean wide = random.nextInt(30) == 0;
        return new Stood(
                random.nextInt(-1500, 1500),
                random.nextInt(-1500, 1500),
                new NodeBox(random.nextInt(1, wide ? 1500 : 90), random.nextInt(1, 30), random.nextInt(1, 60)));
    }

    private static void add(BoxGrid grid, int node, Stood stood) {
        grid.add(node, stood.x(), stood.y(), stood.box(), GAP);
    }
}
