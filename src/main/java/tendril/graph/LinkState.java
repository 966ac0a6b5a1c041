package tendril.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import tendril.indicator.Seen;

/** Everything the facts claim of one link, and what it comes to. Confined to the case thread. */
final class LinkState {
    final LinkKey key;
    final EntityState from;
    final EntityState to;
    private final List<Claim> claims = new ArrayList<>(1);
    private Optional<Link> link = Optional.empty();

    LinkState(LinkKey key, EntityState from, EntityState to) {
        this.key = key;
        this.from = from;
        this.to = to;
    }

    Optional<Link> link() {
        return link;
    }

    void add(Claim claim) {
        claims.add(claim);
    }

    /** Works the claims out anew; both ends must have been evaluated before. */
    void evaluate(LongPredicate counts) {
        long supported = 0;
        long removed = Math.max(from.removedAt(), to.removedAt());
        Seen seen = Seen.UNKNOWN;
        SortedSet<Support> supports = new TreeSet<>();
        Map<String, Map<String, SortedSet<Citation>>> properties = new TreeMap<>();
        for (Claim claim : claims) {
            if (!counts.test(claim.action())) {
                continue;
            }
            if (claim instanceof Claim.Related related) {
                supported = related.seq();
                seen = seen.widen(related.seen());
                supports.add(new Support(related.action(), related.citation()));
                related.properties()
                        .forEach((name, value) -> properties
                                .computeIfAbsent(name, unused -> new TreeMap<>())
                                .computeIfAbsent(value, unused -> new TreeSet<>())
                                .add(related.citation()));
            } else {
                removed = Math.max(removed, claim.seq());
            }
        }
        boolean was = link.isPresent();
        link = supported > removed
                ? Optional.of(new Link(key, seen, EntityState.stated(properties), List.copyOf(supports)))
                : Optional.empty();
        if (was != link.isPresent()) {
            count(was ? -1 : 1);
        }
    }

    private void count(int change) {
        from.countLink(change);
        if (from != to) {
            to.countLink(change);
        }
    }
}
