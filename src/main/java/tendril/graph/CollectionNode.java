package tendril.graph;

import java.util.Optional;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/**
 * A collection as it is seen from outside: what is known of it without going through its members. Immutable.
 *
 * @param id      its number in the case
 * @param arrival as how manieth collection it came
 * @param first   the first of those inside now
 * @param size    how many are inside now, at least one
 * @param label   what a person reads
 * @param type    what they all are, where they are all of one type
 * @param spot    where its node is: where it was put, or in the middle of its members; empty where none of them has a place
 */
public record CollectionNode(
        long id,
        int arrival,
        Indicator first,
        int size,
        String label,
        Optional<IndicatorType> type,
        Optional<Collection.Spot> spot) {}
