package tendril.exchange;

import java.util.List;
import tendril.graph.Link;
import tendril.graph.LinkKey;
import tendril.indicator.Seen;

/**
 * What a file says about one link. Immutable.
 *
 * @param key        its ends and relation
 * @param seen       when it held
 * @param properties what is stated of it, in order
 * @param sources    who says so, in order
 */
public record ExchangeLink(LinkKey key, Seen seen, List<Stated> properties, List<Source> sources) {
    public ExchangeLink {
        properties = List.copyOf(properties);
        sources = List.copyOf(sources);
    }

    /** What of a link goes into a file. */
    public static ExchangeLink of(Link link, Sources sources) {
        return new ExchangeLink(link.key(), link.seen(), Stated.of(link.properties()), sources.of(link.supports()));
    }
}
