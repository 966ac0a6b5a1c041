package tendril.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tendril.indicator.Indicator;

class MeasuresProperties {
    private static final double CLOSE = 1e-7;

    @Property(tries = 150)
    void betweennessIsTheShareOfTheShortestPathsOfEachPair(@ForAll("sketches") Sketch sketch) {
        Ranking ranking =
                new Measures(sketch.skeleton()).betweenness(Watch.PATIENT).orElseThrow();

        for (int number = 0; number < sketch.size(); number++) {
            assertThat(ranking.valueOf(Sketch.node(number))).isCloseTo(between(sketch, number), within(CLOSE));
        }
    }

    @Property(tries = 150)
    void componentsAreWhatUnionAndFindJoins(@ForAll("sketches") Sketch sketch) {
        Set<Set<Indicator>> parts = sketch.parts(-1).stream()
                .map(part -> part.stream().map(Sketch::node).collect(Collectors.toSet()))
                .collect(Collectors.toSet());

        assertThat(new HashSet<>(new Measures(sketch.skeleton()).components().parts()))
                .isEqualTo(parts);
    }

    @Property(tries = 150)
    void anotherRoundOfHandingOnChangesNoPageRank(@ForAll("sketches") Sketch sketch) {
        Ranking ranking = new Measures(sketch.skeleton()).pageRank();

        double[] expected = new double[sketch.size()];
        for (int from = 0; from < sketch.size(); from++) {
            double rank = ranking.valueOf(Sketch.node(from));
            List<Integer> ends = ends(sketch, from);
            for (int to = 0; to < sketch.size(); to++) {
                expected[to] += 0.15 * rank / sketch.size();
                expected[to] += ends.isEmpty() ? 0.85 * rank / sketch.size() : 0;
            }
            ends.forEach(to -> expected[to] += 0.85 * rank / ends.size());
        }
        for (int number = 0; number < sketch.size(); number++) {
            assertThat(ranking.valueOf(Sketch.node(number))).isCloseTo(expected[number], within(CLOSE));
        }
        double sum =
                ranking.values().values().stream().mapToDouble(rank -> rank).sum();
        assertThat(sum).isCloseTo(sketch.size() == 0 ? 0 : 1, within(CLOSE));
    }

    @Property(tries = 150)
    void theJoinedPartsAreThoseLeftWithoutTheEntity(@ForAll("sketches") Sketch sketch) {
        int[] parts = JoinedParts.countedFor(sketch.skeleton().neighbours());

        for (int number = 0; number < sketch.size(); number++) {
            Set<Integer> neighbours = sketch.neighbours(number);
            long left = sketch.parts(number).stream()
                    .filter(part -> part.size() >= JoinedParts.PART_SIZE_MIN)
                    .filter(part -> part.stream().anyMatch(neighbours::contains))
                    .count();
            assertThat(parts[number]).isEqualTo((int) left);
        }
    }

    @Provide
    Arbitrary<Sketch> sketches() {
        return Sketch.arbitrary(9, 16);
    }

    private static double between(Sketch sketch, int middle) {
        double between = 0;
        for (int a = 0; a < sketch.size(); a++) {
            for (int b = a + 1; b < sketch.size(); b++) {
                List<List<Integer>> ways = sketch.ways(a, b, Direction.EITHER_WAY);
                if (a == middle || b == middle || ways.isEmpty()) {
                    continue;
                }
                int shortest = ways.getFirst().size();
                List<List<Integer>> best =
                        ways.stream().filter(way -> way.size() == shortest).toList();
                between += best.stream().filter(way -> way.contains(middle)).count() / (double) best.size();
            }
        }
        return between;
    }

    private static List<Integer> ends(Sketch sketch, int from) {
        return sketch.distinct().stream()
                .filter(arrow -> arrow.from() == from)
                .map(Sketch.Arrow::to)
                .toList();
    }
}
