package tendril.pivot;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tendril.indicator.Indicator;
import tendril.indicator.Seen;

/** One statement inside an outcome, not yet in the case. Immutable. */
public sealed interface Finding {
    /** Where in the raw answer the statement stands, as a JSON Pointer (RFC 6901); empty when it is the whole. */
    String pointer();

    /**
     * Two indicators are related.
     *
     * @param from       where the link starts
     * @param to         where it ends
     * @param label      the relation in words, "resolved to"
     * @param seen       when it held
     * @param properties what else the source says of the relation
     */
    record Related(
            Indicator from, Indicator to, String label, Seen seen, SortedMap<String, String> properties, String pointer)
            implements Finding {
        public Related {
            properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        }
    }

    /** The source states a property of an indicator, such as votes or a reference. */
    record Stated(Indicator on, String name, String value, String pointer) implements Finding {}
}
