package tendril.session;

import java.util.List;
import tendril.indicator.Indicator;
import tendril.pivot.Pivot;

/**
 * What a person asks at once. Immutable.
 *
 * @param pivots which pivots, about which indicators
 * @param title  the line of the history
 * @param click  whether a person waits for this very one, so that it goes before bulk work
 * @param hops   how many more hops to ask from what it brings; 0 for none
 * @param anew   whether to send questions that the case already has answers to
 */
public record Ask(List<About> pivots, String title, boolean click, int hops, boolean anew) {
    public Ask {
        pivots = List.copyOf(pivots);
    }

    /** One pivot about one indicator. */
    public record About(Pivot pivot, Indicator indicator) {}
}
