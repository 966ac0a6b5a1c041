package tendril.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static tendril.analysis.Sketch.node;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.Journal;
import tendril.indicator.Indicator;

class SelectionsTest {
    @Test
    void answersComeInTheOrderOfTheCase() {
        var selections = new Selections(Sketch.of(4, 2, 3, 2, 0, 2, 1).skeleton());

        assertThat(selections.children(List.of(node(2)))).containsExactly(node(0), node(1), node(3));
        assertThat(selections.everything()).containsExactly(node(0), node(1), node(2), node(3));
    }

    @Test
    void sameTypeTakesEveryTypeAmongTheChosen() {
        var journal = new Journal();
        Indicator address = Journal.ip("192.0.2.1");
        Indicator other = Journal.ip("192.0.2.2");
        journal.act(ActionKind.ADD, "Added", Journal.related(node(0), address, 1), Journal.added(other));
        var selections = new Selections(Skeleton.of(journal.graph, Scope.DRAWN));

        assertThat(selections.sameType(Set.of(address))).containsExactly(address, other);
        assertThat(selections.sameType(Set.of(address, node(0)))).hasSize(3);
    }

    @Test
    void whatIsNotInTheGraphIsPassedOver() {
        var selections = new Selections(Sketch.of(2, 0, 1).skeleton());

        assertThat(selections.neighbours(List.of(node(7)))).isEmpty();
        assertThat(selections.component(List.of(node(7), node(0)))).containsExactly(node(0), node(1));
        assertThat(selections.inverse(List.of(node(7), node(0)))).containsExactly(node(1));
    }

    @Test
    void hiddenAndCollectedEntitiesAreOnlyInTheScopeOfEverything() {
        var journal = Sketch.of(4, 0, 1, 1, 2, 2, 3).journal();
        journal.act(ActionKind.HIDE, "Hid", new CaseEvent.EntitiesHidden(List.of(node(1)), true));
        journal.act(
                ActionKind.COLLECT,
                "Collected",
                new CaseEvent.EntitiesCollected(node(2), "1 domain", List.of(node(3))));

        var drawn = new Selections(Skeleton.of(journal.graph, Scope.DRAWN));
        var whole = new Selections(Skeleton.of(journal.graph, Scope.EVERYTHING));

        assertThat(drawn.everything()).containsExactly(node(0), node(2));
        assertThat(drawn.component(List.of(node(0)))).containsExactly(node(0));
        assertThat(whole.component(List.of(node(0)))).hasSize(4);
    }

    @Test
    void aStarOfFiftyThousandLeavesIsSelectedInOneWalk() {
        var selections = new Selections(Sketch.star(50_000).skeleton());
        Set<Indicator> middle = Set.of(node(0));

        assertThat(selections.leavesOf(middle)).hasSize(50_000).isEqualTo(selections.children(middle));
        assertThat(selections.inverse(middle)).hasSize(50_000);
        assertThat(selections.within(Set.of(node(1)), 2)).hasSize(50_001);
        assertThat(selections.parents(selections.leaves())).isEqualTo(middle);
    }

    @Property(tries = 150)
    void everySelectionIsWhatItsSentenceSays(
            @ForAll("sketches") Sketch sketch, @ForAll("numbers") Set<Integer> numbers) {
        var selections = new Selections(sketch.skeleton());
        Set<Indicator> chosen = numbers.stream().map(Sketch::node).collect(Collectors.toSet());
        int[][] steps = sketch.distances(Direction.EITHER_WAY);
        IntPredicate isNew = n -> !numbers.contains(n);

        assertThat(selections.parents(chosen))
                .isEqualTo(those(
                        sketch,
                        isNew.and(n -> sketch.arrows().stream()
                                .anyMatch(arrow -> arrow.from() == n && numbers.contains(arrow.to())))));
        assertThat(selections.children(chosen))
                .isEqualTo(those(
                        sketch,
                        isNew.and(n -> sketch.arrows().stream()
                                .anyMatch(arrow -> arrow.to() == n && numbers.contains(arrow.from())))));
        assertThat(selections.neighbours(chosen))
                .isEqualTo(those(
                        sketch, isNew.and(n -> sketch.neighbours(n).stream().anyMatch(numbers::contains))));
        assertThat(selections.within(chosen, 2))
                .isEqualTo(those(sketch, n -> near(sketch, steps, numbers, n, Math.min(2, sketch.size() - 1))));
        assertThat(selections.component(chosen))
                .isEqualTo(those(sketch, n -> near(sketch, steps, numbers, n, sketch.size() - 1)));
        assertThat(selections.leaves())
                .isEqualTo(those(sketch, n -> sketch.neighbours(n).size() == 1));
        assertThat(selections.leavesOf(chosen))
                .isEqualTo(those(
                        sketch, n -> sketch.neighbours(n).size() == 1 && numbers.containsAll(sketch.neighbours(n))));
        assertThat(selections.loners())
                .isEqualTo(those(sketch, n -> sketch.neighbours(n).isEmpty()));
        assertThat(selections.inverse(chosen)).isEqualTo(those(sketch, isNew));
    }

    @Provide
    Arbitrary<Sketch> sketches() {
        return Sketch.arbitrary(9, 16);
    }

    @Provide
    Arbitrary<Set<Integer>> numbers() {
        return Arbitraries.integers().between(0, 8).set().ofMaxSize(3);
    }

    private static boolean near(Sketch sketch, int[][] steps, Set<Integer> numbers, int number, int hops) {
        return numbers.stream().anyMatch(from -> from < sketch.size() && steps[from][number] <= hops);
    }

    private static Set<Indicator> those(Sketch sketch, IntPredicate which) {
        return IntStream.range(0, sketch.size())
                .filter(which)
                .mapToObj(Sketch::node)
                .collect(Collectors.toSet());
    }
}
