package tendril.session;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tendril.graph.Narrowing;
import tendril.indicator.Indicator;
import tendril.pivot.Finding;

/**
 * One answer in the tray: what it brings, and which of it waits: what is taken, not in the graph and not dropped. It is
 * read once; after that each change costs as much as it touches, and a list of candidates is made anew only after a
 * change. Confined to the case thread.
 */
final class TrayAnswer {
    /** The evidence it was read from. */
    final long evidence;

    private final List<Candidate> all;
    private final Map<Indicator, Integer> at = new HashMap<>();
    private final BitSet waiting = new BitSet();
    private final BitSet inGraph = new BitSet();
    private final BitSet dropped = new BitSet();
    private BitSet taken = new BitSet();
    private Optional<List<Candidate>> listed = Optional.empty();

    /**
     * Reads an answer.
     *
     * @param asked     what was asked about; never a result
     * @param narrowing which of its results are taken
     */
    TrayAnswer(long request, Indicator asked, long evidence, List<Finding> findings, Narrowing narrowing) {
        this.evidence = evidence;
        Map<Indicator, List<Finding>> about = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding instanceof Finding.Related) {
                Facts.about(finding)
                        .forEach(indicator -> about.computeIfAbsent(indicator, key -> new ArrayList<>(1))
                                .add(finding));
            }
        }
        for (Finding finding : findings) {
            if (finding instanceof Finding.Stated stated) {
                List<Finding> said = about.get(stated.on());
                if (said != null) {
                    said.add(stated);
                }
            }
        }
        about.remove(asked);
        all = new ArrayList<>(about.size());
        about.forEach((indicator, said) -> {
            at.put(indicator, all.size());
            all.add(Candidate.of(request, indicator, said));
        });
        take(narrowing);
    }

    /** Looks at the graph and at what was dropped, once; afterwards it is told. */
    TrayAnswer against(Predicate<Indicator> graphHas, Predicate<Indicator> wasDropped) {
        for (int index = 0; index < all.size(); index++) {
            inGraph.set(index, graphHas.test(all.get(index).indicator()));
            dropped.set(index, wasDropped.test(all.get(index).indicator()));
        }
        weigh();
        return this;
    }

    /** Takes these results from now on, whatever was taken before. */
    void take(Narrowing narrowing) {
        taken = taking(narrowing);
        weigh();
    }

    /** How many results a narrowing would take. */
    int counted(Narrowing narrowing) {
        return taking(narrowing).cardinality();
    }

    private BitSet taking(Narrowing narrowing) {
        Comparator<Integer> newestFirst = Comparator.comparing(
                (Integer index) -> all.get(index).seen().last().orElse(LocalDate.MIN), Comparator.reverseOrder());
        BitSet next = new BitSet();
        IntStream fitting = IntStream.range(0, all.size()).filter(index -> fits(all.get(index), narrowing));
        if (narrowing.newest().isEmpty()) {
            fitting.forEach(next::set);
        } else {
            fitting.boxed()
                    .sorted(newestFirst)
                    .limit(narrowing.newest().getAsInt())
                    .forEach(next::set);
        }
        return next;
    }

    private static boolean fits(Candidate candidate, Narrowing narrowing) {
        boolean lateEnough = narrowing.since().isEmpty()
                || candidate
                        .seen()
                        .last()
                        .filter(day -> !day.isBefore(narrowing.since().get()))
                        .isPresent();
        return lateEnough && (narrowing.types().isEmpty() || narrowing.types().contains(candidate.type()));
    }

    private void weigh() {
        waiting.clear();
        waiting.or(taken);
        waiting.andNot(inGraph);
        waiting.andNot(dropped);
        listed = Optional.empty();
    }

    /** Every result it names, whether or not it is taken. */
    List<Candidate> everything() {
        return all;
    }

    /** What waits, in the order of the answer; the same list until something changes. */
    List<Candidate> candidates() {
        if (listed.isEmpty()) {
            List<Candidate> list = new ArrayList<>(waiting.cardinality());
            waiting.stream().forEach(index -> list.add(all.get(index)));
            listed = Optional.of(List.copyOf(list));
        }
        return listed.get();
    }

    int waiting() {
        return waiting.cardinality();
    }

    /** How many of its results are in the graph. */
    int inGraph() {
        return inGraph.cardinality();
    }

    /** Notes that these are in the graph now, or are not; those that the answer does not name are passed over. */
    void inGraph(Collection<Indicator> indicators, boolean there) {
        mark(inGraph, indicators, there);
    }

    /** Notes that these were dropped. */
    void dropped(Collection<Indicator> indicators) {
        mark(dropped, indicators, true);
    }

    private void mark(BitSet marks, Collection<Indicator> indicators, boolean to) {
        for (Indicator indicator : indicators) {
            Integer index = at.get(indicator);
            if (index != null && marks.get(index) != to) {
                marks.set(index, to);
                boolean waits = taken.get(index) && !inGraph.get(index) && !dropped.get(index);
                if (waiting.get(index) != waits) {
                    waiting.set(index, waits);
                    listed = Optional.empty();
                }
            }
        }
    }

    /** Those of these indicators that wait here, in their order, each once. */
    Set<Indicator> ofWaiting(Collection<Indicator> indicators) {
        Set<Indicator> known = new LinkedHashSet<>();
        for (Indicator indicator : indicators) {
            if (isWaiting(indicator)) {
                known.add(indicator);
            }
        }
        return known;
    }

    boolean isWaiting(Indicator indicator) {
        Integer index = at.get(indicator);
        return index != null && waiting.get(index);
    }

    /** What the answer says of these indicators, each statement once. */
    List<Finding> findings(Set<Indicator> indicators) {
        Set<Finding> said = new LinkedHashSet<>();
        for (Indicator indicator : indicators) {
            Integer index = at.get(indicator);
            if (index != null) {
                said.addAll(all.get(index).findings());
            }
        }
        return List.copyOf(said);
    }
}
