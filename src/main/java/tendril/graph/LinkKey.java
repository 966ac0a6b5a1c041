package tendril.graph;

import tendril.indicator.Indicator;

/**
 * What makes a link that link: its ends and its relation. Immutable.
 *
 * @param from  where it starts
 * @param to    where it ends
 * @param label the relation in words, "resolved to"
 */
public record LinkKey(Indicator from, Indicator to, String label) implements Comparable<LinkKey> {
    @Override
    public int compareTo(LinkKey other) {
        int byFrom = from.compareTo(other.from);
        if (byFrom != 0) {
            return byFrom;
        }
        int byTo = to.compareTo(other.to);
        return byTo != 0 ? byTo : label.compareTo(other.label);
    }

    /** For people and logs; not a format. */
    @Override
    public String toString() {
        return from + " -" + label + "-> " + to;
    }
}
