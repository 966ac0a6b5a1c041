package tendril.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import tendril.indicator.Indicator;

/** Everything the facts claim of one entity, and what it comes to. Confined to the case thread. */
final class EntityState {
    final Indicator indicator;
    /** As how manieth entity it came. */
    final int arrival;

    final Set<LinkState> links = new LinkedHashSet<>();
    private final List<Claim> claims = new ArrayList<>(2);
    private Optional<Entity> entity = Optional.empty();
    private long removedAt;
    private int linkCount;

    EntityState(Indicator indicator, int arrival) {
        this.indicator = indicator;
        this.arrival = arrival;
    }

    /** How many of its links are in the graph. */
    int linkCount() {
        return linkCount;
    }

    void countLink(int change) {
        linkCount += change;
    }

    Optional<Entity> entity() {
        return entity;
    }

    /** Whether it is in the graph, inside this collection. */
    boolean isInside(long collection) {
        return entity.isPresent() && entity.get().collection() == collection;
    }

    /** The seq of the newest removal that counts, 0 for none. */
    long removedAt() {
        return removedAt;
    }

    void add(Claim claim) {
        claims.add(claim);
    }

    /**
     * Adds a support. A hub gets one from each of its links, so supports of one answer that follow one another become
     * one, with the smallest pointer, whatever order they come in.
     */
    void support(long seq, long action, Citation citation) {
        if (!claims.isEmpty()
                && claims.getLast() instanceof Claim.Supported last
                && last.action() == action
                && last.citation().evidence() == citation.evidence()) {
            Citation smaller = citation.compareTo(last.citation()) < 0 ? citation : last.citation();
            claims.set(claims.size() - 1, new Claim.Supported(seq, action, smaller));
        } else {
            claims.add(new Claim.Supported(seq, action, citation));
        }
    }

    /** Whether working the claims out anew would leave it in the graph. */
    boolean stays(LongPredicate counts) {
        long supported = 0;
        long removed = 0;
        for (Claim claim : claims) {
            if (claim instanceof Claim.Supported && counts.test(claim.action())) {
                supported = claim.seq();
            } else if (claim instanceof Claim.Removed && counts.test(claim.action())) {
                removed = claim.seq();
            }
        }
        return supported > removed;
    }

    /** Works the claims out anew. */
    void evaluate(LongPredicate counts) {
        var tally = new Tally();
        for (Claim claim : claims) {
            if (counts.test(claim.action())) {
                tally.take(claim);
            }
        }
        removedAt = tally.removed;
        entity = tally.supported > tally.removed ? Optional.of(tally.toEntity(indicator)) : Optional.empty();
    }

    /** The sum of the claims so far. */
    private static final class Tally {
        private long supported;
        private long removed;
        private final Map<Long, Map<Long, Citation>> supports = new TreeMap<>();
        private final Map<String, Map<String, SortedSet<Citation>>> properties = new TreeMap<>();
        private Optional<Entity.Place> place = Optional.empty();
        private String note = "";
        private Flag flag = Flag.NONE;
        private SortedSet<String> tags = Collections.emptySortedSet();
        private boolean pinned;
        private boolean hidden;
        private long collection;
        private Handling handling = Handling.UNSET;

        void take(Claim claim) {
            switch (claim) {
                case Claim.Supported support -> {
                    supported = support.seq();
                    supports.computeIfAbsent(support.action(), unused -> new TreeMap<>())
                            .merge(
                                    support.citation().evidence(),
                                    support.citation(),
                                    (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
                case Claim.Removed removal -> removed = removal.seq();
                case Claim.Stated stated ->
                    properties
                            .computeIfAbsent(stated.name(), unused -> new TreeMap<>())
                            .computeIfAbsent(stated.value(), unused -> new TreeSet<>())
                            .add(stated.citation());
                case Claim.Placed placed -> place = Optional.of(placed.place());
                case Claim.Pinned pin -> pinned = pin.pinned();
                case Claim.Hidden hide -> hidden = hide.hidden();
                case Claim.Flagged flagged -> flag = flagged.flag();
                case Claim.Noted noted -> note = noted.text();
                case Claim.Tagged tagged -> tags = tagged.tags();
                case Claim.Handled handled -> handling = handled.handling();
                case Claim.Collected collected -> collection = collected.collection();
                case Claim.Related related ->
                    throw new IllegalStateException("A relation is a claim of a link, not of an entity: " + related);
            }
        }

        Entity toEntity(Indicator indicator) {
            List<Support> reasons = new ArrayList<>();
            supports.forEach(
                    (action, byEvidence) -> byEvidence.values().forEach(c -> reasons.add(new Support(action, c))));
            return new Entity(
                    indicator,
                    place,
                    stated(properties),
                    List.copyOf(reasons),
                    note,
                    flag,
                    tags,
                    pinned,
                    hidden,
                    collection,
                    handling);
        }
    }

    static List<Property> stated(Map<String, Map<String, SortedSet<Citation>>> properties) {
        List<Property> stated = new ArrayList<>();
        properties.forEach((name, values) ->
                values.forEach((value, citations) -> stated.add(new Property(name, value, List.copyOf(citations)))));
        return List.copyOf(stated);
    }
}
