package tendril.analysis;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/**
 * What a person may want to select next to what is selected. Thread-safe, for it only reads; every answer takes one walk
 * over the skeleton at most. Answers are in the order of the case and cannot be changed; chosen entities that are not in
 * the skeleton are passed over.
 */
public final class Selections {
    private final Skeleton skeleton;

    public Selections(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    public Set<Indicator> everything() {
        return skeleton.indicators(all());
    }

    /** What links into the chosen, without the chosen themselves. */
    public Set<Indicator> parents(Collection<Indicator> chosen) {
        BitSet nodes = skeleton.numbers(chosen);
        BitSet parents = new BitSet(skeleton.size());
        Rows entering = skeleton.entering();
        nodes.stream().forEach(node -> {
            for (int i = entering.start()[node]; i < entering.start()[node + 1]; i++) {
                parents.set(skeleton.from(entering.items()[i]));
            }
        });
        return without(parents, nodes);
    }

    /** What the chosen link to, without the chosen themselves. */
    public Set<Indicator> children(Collection<Indicator> chosen) {
        BitSet nodes = skeleton.numbers(chosen);
        BitSet children = new BitSet(skeleton.size());
        Rows leaving = skeleton.leaving();
        nodes.stream().forEach(node -> {
            for (int i = leaving.start()[node]; i < leaving.start()[node + 1]; i++) {
                children.set(skeleton.to(leaving.items()[i]));
            }
        });
        return without(children, nodes);
    }

    /** Parents and children of the chosen, without the chosen themselves. */
    public Set<Indicator> neighbours(Collection<Indicator> chosen) {
        BitSet nodes = skeleton.numbers(chosen);
        return without(Reach.within(skeleton, nodes, 1), nodes);
    }

    /**
     * The chosen and all that is at most so many links away, whatever their direction.
     *
     * @param hops 0 or more
     */
    public Set<Indicator> within(Collection<Indicator> chosen, int hops) {
        return skeleton.indicators(Reach.within(skeleton, skeleton.numbers(chosen), hops));
    }

    /** The connected parts of the graph that the chosen are in, these included. */
    public Set<Indicator> component(Collection<Indicator> chosen) {
        return skeleton.indicators(Reach.everything(skeleton, skeleton.numbers(chosen)));
    }

    /** Every entity with exactly one neighbour, however many links lead to it. */
    public Set<Indicator> leaves() {
        return skeleton.indicators(withNeighbours(1));
    }

    /** The leaves whose one neighbour is among the chosen. */
    public Set<Indicator> leavesOf(Collection<Indicator> chosen) {
        BitSet nodes = skeleton.numbers(chosen);
        Rows neighbours = skeleton.neighbours();
        BitSet theirs = new BitSet(skeleton.size());
        withNeighbours(1).stream()
                .filter(leaf -> nodes.get(neighbours.items()[neighbours.start()[leaf]]))
                .forEach(theirs::set);
        return skeleton.indicators(theirs);
    }

    /** Every entity without a link to another. */
    public Set<Indicator> loners() {
        return skeleton.indicators(withNeighbours(0));
    }

    /** Every entity of a type that is among the chosen, these included. */
    public Set<Indicator> sameType(Collection<Indicator> chosen) {
        Set<IndicatorType> types = EnumSet.noneOf(IndicatorType.class);
        skeleton.numbers(chosen).stream()
                .forEach(node -> types.add(skeleton.indicator(node).type()));
        BitSet alike = new BitSet(skeleton.size());
        all().stream()
                .filter(node -> types.contains(skeleton.indicator(node).type()))
                .forEach(alike::set);
        return skeleton.indicators(alike);
    }

    /** Everything but the chosen. */
    public Set<Indicator> inverse(Collection<Indicator> chosen) {
        return without(all(), skeleton.numbers(chosen));
    }

    private BitSet all() {
        BitSet all = new BitSet(skeleton.size());
        all.set(0, skeleton.size());
        return all;
    }

    private BitSet withNeighbours(int count) {
        BitSet nodes = new BitSet(skeleton.size());
        for (int node = 0; node < skeleton.size(); node++) {
            nodes.set(node, skeleton.neighbours().length(node) == count);
        }
        return nodes;
    }

    private Set<Indicator> without(BitSet nodes, BitSet unwanted) {
        nodes.andNot(unwanted);
        return skeleton.indicators(nodes);
    }
}
