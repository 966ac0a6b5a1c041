package tendril.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.Citation;
import tendril.graph.Journal;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;
import tendril.indicator.Seen;

/** A graph drawn with numbers for tests: so many entities, and these arrows between them. */
record Sketch(int size, List<Arrow> arrows) {
    /** One link; arrows that differ in {@code label} alone run side by side. */
    record Arrow(int from, int to, int label) {
        LinkKey key() {
            return new LinkKey(node(from), node(to), "relation " + label);
        }
    }

    static Sketch of(int size, int... ends) {
        List<Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            arrows.add(new Arrow(ends[i], ends[i + 1], 0));
        }
        return new Sketch(size, arrows);
    }

    static Sketch star(int leaves) {
        return new Sketch(
                leaves + 1,
                IntStream.rangeClosed(1, leaves)
                        .mapToObj(leaf -> new Arrow(0, leaf, 0))
                        .toList());
    }

    /** Small graphs with loops, parallel links, opposite links and entities that nothing links to. */
    static Arbitrary<Sketch> arbitrary(int sizeMax, int arrowsMax) {
        return Arbitraries.integers()
                .between(0, sizeMax)
                .flatMap(size -> size == 0
                        ? Arbitraries.just(new Sketch(0, List.of()))
                        : arrows(size).list().ofMaxSize(arrowsMax).map(arrows -> new Sketch(size, arrows)));
    }

    private static Arbitrary<Arrow> arrows(int size) {
        return Arbitraries.integers()
                .between(0, size * size * 2 - 1)
                .map(n -> new Arrow(n / 2 / size, n / 2 % size, n % 2));
    }

    static Indicator node(int number) {
        return Journal.domain("n" + number + ".example");
    }

    /** The case, with its entities in the order of their numbers. */
    Journal journal() {
        List<CaseEvent> events = new ArrayList<>();
        IntStream.range(0, size).forEach(number -> events.add(Journal.added(node(number))));
        arrows.forEach(arrow -> events.add(linked(arrow.key())));
        var journal = new Journal();
        journal.act(ActionKind.IMPORT, "Drew a sketch", events.toArray(CaseEvent[]::new));
        return journal;
    }

    Skeleton skeleton() {
        return Skeleton.of(
                IntStream.range(0, size).mapToObj(Sketch::node).toList(),
                distinct().stream().map(Arrow::key).toList());
    }

    static CaseEvent.LinkAdded linked(LinkKey key) {
        return new CaseEvent.LinkAdded(key, Seen.UNKNOWN, Collections.emptySortedMap(), Citation.ANALYST);
    }

    /** Each arrow once, as the case would keep it. */
    List<Arrow> distinct() {
        return arrows.stream().distinct().toList();
    }

    /** The numbers linked with one, whatever the direction. */
    Set<Integer> neighbours(int number) {
        Set<Integer> others = new TreeSet<>();
        for (Arrow arrow : arrows) {
            if (arrow.from() == number) {
                others.add(arrow.to());
            }
            if (arrow.to() == number) {
                others.add(arrow.from());
            }
        }
        others.remove(number);
        return others;
    }

    /** Steps from each to each by Floyd and Warshall; {@code size} where there is no way. */
    int[][] distances(Direction direction) {
        int[][] steps = new int[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                steps[a][b] = a == b ? 0 : size;
            }
        }
        for (Arrow arrow : arrows) {
            if (arrow.from() != arrow.to()) {
                steps[arrow.from()][arrow.to()] = 1;
                if (direction == Direction.EITHER_WAY) {
                    steps[arrow.to()][arrow.from()] = 1;
                }
            }
        }
        for (int via = 0; via < size; via++) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    steps[a][b] = Math.min(steps[a][b], steps[a][via] + steps[via][b]);
                }
            }
        }
        return steps;
    }

    /** Every way that passes nothing twice, shortest first. */
    List<List<Integer>> ways(int from, int to, Direction direction) {
        List<List<Integer>> ways = new ArrayList<>();
        extend(new ArrayList<>(List.of(from)), to, direction, ways);
        ways.sort((a, b) -> Integer.compare(a.size(), b.size()));
        return ways;
    }

    private void extend(List<Integer> way, int to, Direction direction, List<List<Integer>> ways) {
        int last = way.getLast();
        if (last == to) {
            ways.add(List.copyOf(way));
            return;
        }
        for (int next : nexts(last, direction)) {
            if (!way.contains(next)) {
                way.add(next);
                extend(way, to, direction, ways);
                way.removeLast();
            }
        }
    }

    private Set<Integer> nexts(int number, Direction direction) {
        if (direction == Direction.EITHER_WAY) {
            return neighbours(number);
        }
        Set<Integer> nexts = new TreeSet<>();
        arrows.stream().filter(arrow -> arrow.from() == number).forEach(arrow -> nexts.add(arrow.to()));
        return nexts;
    }

    /** The parts by union and find, leaving one number out; -1 leaves none out. */
    List<Set<Integer>> parts(int without) {
        int[] above = IntStream.range(0, size).toArray();
        for (Arrow arrow : arrows) {
            if (arrow.from() != without && arrow.to() != without) {
                above[top(above, arrow.from())] = top(above, arrow.to());
            }
        }
        List<Set<Integer>> parts = new ArrayList<>();
        for (int top = 0; top < size; top++) {
            Set<Integer> part = new TreeSet<>();
            for (int number = 0; number < size; number++) {
                if (number != without && top(above, number) == top) {
                    part.add(number);
                }
            }
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static int top(int[] above, int number) {
        int top = number;
        while (above[top] != top) {
            top = above[top];
        }
        return top;
    }
}
