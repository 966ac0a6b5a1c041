package tendril.session;

import tendril.indicator.Indicator;

/** Knows in how many other cases an indicator stands. Called on the case thread, so it must be quick. */
@FunctionalInterface
public interface OtherCases {
    /** Nobody keeps an index of other cases. */
    OtherCases NONE = indicator -> 0;

    /** In how many cases besides this one the indicator stands; 0 when nothing is known. */
    int with(Indicator indicator);
}
