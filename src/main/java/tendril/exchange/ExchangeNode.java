package tendril.exchange;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tendril.graph.Entity;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.indicator.Indicator;

/**
 * What a file says about one entity. Immutable.
 *
 * @param indicator  what it is
 * @param place      where it is, if the file says
 * @param note       the analyst's note, may be empty
 * @param flag       the analyst's mark
 * @param tags       the analyst's tags
 * @param pinned     whether it is pinned
 * @param hidden     whether it is hidden
 * @param handling   how it may be shared
 * @param properties what is stated of it, in order
 * @param sources    who says so, in order
 */
public record ExchangeNode(
        Indicator indicator,
        Optional<Spot> place,
        String note,
        Flag flag,
        SortedSet<String> tags,
        boolean pinned,
        boolean hidden,
        Handling handling,
        List<Stated> properties,
        List<Source> sources) {
    /** A place in world units, y downwards. */
    public record Spot(double x, double y) {
        public boolean isFinite() {
            return Double.isFinite(x) && Double.isFinite(y);
        }
    }

    public ExchangeNode {
        tags = tags.isEmpty() ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(tags));
        properties = List.copyOf(properties);
        sources = List.copyOf(sources);
    }

    /** The same, but there. */
    public ExchangeNode at(Spot spot) {
        return new ExchangeNode(
                indicator, Optional.of(spot), note, flag, tags, pinned, hidden, handling, properties, sources);
    }

    /** What of an entity goes into a file. */
    public static ExchangeNode of(Entity entity, Sources sources) {
        return new ExchangeNode(
                entity.indicator(),
                entity.place().map(place -> new Spot(place.x(), place.y())),
                entity.note(),
                entity.flag(),
                entity.tags(),
                entity.pinned(),
                entity.hidden(),
                entity.handling(),
                Stated.of(entity.properties()),
                sources.of(entity.supports()));
    }
}
