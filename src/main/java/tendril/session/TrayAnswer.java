package tendril.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tendril.indicator.Indicator;
import tendril.pivot.Finding;

/**
 * One answer in the tray: what it brings, and which of it waits. It is read once; after that each change costs as much
 * as it touches, and a list of candidates is made anew only after a change. Confined to the case thread.
 */
final class TrayAnswer {
    /** The evidence it was read from. */
    final long evidence;

    private final List<Candidate> all;
    private final Map<Indicator, Integer> at = new HashMap<>();
    private final BitSet waiting = new BitSet();
    private Optional<List<Candidate>> listed = Optional.empty();

    /**
     * Reads an answer.
     *
     * @param waits whether an indicator waits: it is neither in the graph nor dropped
     */
    TrayAnswer(long request, long evidence, List<Finding> findings, Predicate<Indicator> waits) {
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
        all = new ArrayList<>(about.size());
        about.forEach((indicator, said) -> {
            at.put(indicator, all.size());
            waiting.set(all.size(), waits.test(indicator));
            all.add(Candidate.of(request, indicator, said));
        });
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

    /** How many indicators the answer names, whether or not they wait. */
    int size() {
        return all.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Notes that these do or do not wait any more; those that the answer does not name are passed over. */
    void set(Collection<Indicator> indicators, Predicate<Indicator> waits) {
        for (Indicator indicator : indicators) {
            Integer index = at.get(indicator);
            if (index != null && waiting.get(index) != waits.test(indicator)) {
                waiting.flip(index);
                listed = Optional.empty();
            }
        }
    }

    /** Those of these indicators that wait here, in their order, each once. */
    Set<Indicator> ofWaiting(Collection<Indicator> indicators) {
        Set<Indicator> known = new LinkedHashSet<>();
        for (Indicator indicator : indicators) {
            Integer index = at.get(indicator);
            if (index != null && waiting.get(index)) {
                known.add(indicator);
            }
        }
        return known;
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
