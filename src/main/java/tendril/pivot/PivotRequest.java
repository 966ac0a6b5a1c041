package tendril.pivot;

import java.time.Instant;
import tendril.indicator.Indicator;

/**
 * One pivot asked about one indicator. Immutable.
 *
 * @param id        unique in the case and growing: a later request has a larger one; 1 to 2^40
 * @param action    which action of the person asked it; everything one action asked can be cancelled together
 * @param pivot     what is asked
 * @param indicator what it is asked about
 * @param question  what would leave the machine; requests with the same question are sent once
 * @param asked     when the person asked
 * @param urgency   whether it goes before bulk work
 * @param depth     how many more hops follow from its answer; 0 for none
 */
public record PivotRequest(
        long id,
        long action,
        Pivot pivot,
        Indicator indicator,
        Question question,
        Instant asked,
        Urgency urgency,
        int depth) {
    static final long ID_MAX = 1L << 40;

    public PivotRequest {
        if (id < 1 || id > ID_MAX) {
            throw new IllegalArgumentException("A request needs an id from 1 to 2^40, not " + id + ".");
        }
    }
}
