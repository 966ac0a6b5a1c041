package tendril.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;

/**
 * The shortest ways between two entities of one skeleton, counted in steps. Thread-safe, for it only reads. Of equally
 * short ways the one through entities that came into the case earlier wins, so the answer is the same each time.
 */
public final class Paths {
    /** As many ways between two entities can be asked for at once. */
    public static final int ROUTES_MAX = 20;

    private static final Comparator<int[]> SHORTEST_FIRST =
            Comparator.<int[]>comparingInt(way -> way.length).thenComparing(Arrays::compare);

    private final Skeleton skeleton;

    public Paths(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /** A shortest way, whatever the direction of the links; an empty route with the reason if there is none. */
    public Route shortest(Indicator from, Indicator to) {
        return shortest(from, to, Direction.EITHER_WAY);
    }

    /** A shortest way; an empty route with the reason if there is none. */
    public Route shortest(Indicator from, Indicator to, Direction direction) {
        return alternatives(from, to, direction, 1).getFirst();
    }

    /**
     * The shortest ways that pass no entity twice, shortest first (Yen, "Finding the K Shortest Loopless Paths in a
     * Network", Management Science 17, 1971). Takes about {@code count} times the steps of a way times what one way
     * takes.
     *
     * @param count how many at most, 1 to {@link #ROUTES_MAX}
     * @return at least one: if there is no way, one empty route with the reason
     */
    public List<Route> alternatives(Indicator from, Indicator to, Direction direction, int count) {
        if (count < 1 || count > ROUTES_MAX) {
            throw new IllegalArgumentException("1 to " + ROUTES_MAX + " ways can be asked for, not " + count + ".");
        }
        OptionalInt start = skeleton.number(from);
        OptionalInt end = skeleton.number(to);
        if (start.isEmpty() || end.isEmpty()) {
            return List.of(Route.none((start.isEmpty() ? from : to)
                    + " is not in the part of the case that was searched; choose an entity that is."));
        }
        List<int[]> ways = ways(start.getAsInt(), end.getAsInt(), direction, count);
        return ways.isEmpty()
                ? List.of(Route.none(nothingFound(direction)))
                : ways.stream().map(way -> route(way, direction)).toList();
    }

    private static String nothingFound(Direction direction) {
        return switch (direction) {
            case EITHER_WAY ->
                "No links lead from one to the other, not even through other entities; a pivot may find some.";
            case ALONG_LINKS ->
                "No way follows the direction of the links from the first to the second; try it in either direction.";
        };
    }

    private List<int[]> ways(int start, int end, Direction direction, int count) {
        List<int[]> found = new ArrayList<>();
        var waiting = new TreeSet<int[]>(SHORTEST_FIRST);
        var walk = new Walk(skeleton, direction);
        int[] first = walk.shortest(start, end, new BitSet(), Set.of());
        if (first.length > 0) {
            waiting.add(first);
        }
        Set<int[]> known = new TreeSet<>(SHORTEST_FIRST);
        while (found.size() < count && !waiting.isEmpty()) {
            int[] best = waiting.removeFirst();
            found.add(best);
            if (found.size() < count) {
                for (int[] way : branches(best, found, end, walk)) {
                    if (known.add(way)) {
                        waiting.add(way);
                    }
                }
            }
        }
        return found;
    }

    /** The ways that leave the given one at each of its entities, by a step that no found way with that beginning takes. */
    private static List<int[]> branches(int[] way, List<int[]> found, int end, Walk walk) {
        List<int[]> branches = new ArrayList<>();
        BitSet passed = new BitSet();
        for (int at = 0; at < way.length - 1; at++) {
            Set<Integer> taken = new HashSet<>();
            for (int[] other : found) {
                if (other.length > at + 1 && Arrays.equals(other, 0, at + 1, way, 0, at + 1)) {
                    taken.add(other[at + 1]);
                }
            }
            int[] rest = walk.shortest(way[at], end, passed, taken);
            if (rest.length > 0) {
                int[] branch = Arrays.copyOf(way, at + rest.length);
                System.arraycopy(rest, 0, branch, at, rest.length);
                branches.add(branch);
            }
            passed.set(way[at]);
        }
        return branches;
    }

    private Route route(int[] way, Direction direction) {
        List<Indicator> entities =
                Arrays.stream(way).mapToObj(skeleton::indicator).toList();
        List<List<LinkKey>> steps = new ArrayList<>();
        for (int i = 0; i + 1 < way.length; i++) {
            steps.add(linksBetween(way[i], way[i + 1], direction));
        }
        return new Route(entities, steps, sentence(steps.size()));
    }

    private static String sentence(int steps) {
        return switch (steps) {
            case 0 -> "Both ends are the same entity.";
            case 1 -> "They are linked directly.";
            case 2 -> "They are 2 steps apart, through 1 entity.";
            default -> "They are " + steps + " steps apart, through " + (steps - 1) + " entities.";
        };
    }

    private List<LinkKey> linksBetween(int a, int b, Direction direction) {
        List<LinkKey> links = new ArrayList<>(linksFrom(a, b));
        if (direction == Direction.EITHER_WAY) {
            links.addAll(linksFrom(b, a));
        }
        return links;
    }

    /** Looks through the links of whichever end has fewer of them. */
    private List<LinkKey> linksFrom(int a, int b) {
        boolean atStart = skeleton.leaving().length(a) <= skeleton.entering().length(b);
        Rows rows = atStart ? skeleton.leaving() : skeleton.entering();
        int row = atStart ? a : b;
        return Arrays.stream(rows.items(), rows.start()[row], rows.start()[row + 1])
                .filter(link -> skeleton.from(link) == a && skeleton.to(link) == b)
                .mapToObj(link -> skeleton.links().get(link))
                .toList();
    }
}
