package tendril.session;

import java.util.List;
import tendril.indicator.Indicator;

/** Knows in which other cases an indicator stands. Called on the case thread, so it must be quick. */
@FunctionalInterface
public interface OtherCases {
    /** Nobody keeps an index of other cases. */
    OtherCases NONE = indicator -> List.of();

    /** The names of the cases besides this one that the indicator stands in; none when nothing is known. */
    List<String> with(Indicator indicator);
}
