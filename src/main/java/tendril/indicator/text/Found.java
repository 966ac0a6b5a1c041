package tendril.indicator.text;

import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/**
 * An indicator in a text, and where it stands. Immutable.
 *
 * @param type  what it is
 * @param value its canonical form
 * @param start where it begins in the text as given, in UTF-16 units
 * @param end   where it ends there, exclusive; the span covers what was written, defanged or not
 */
public record Found(IndicatorType type, String value, int start, int end) {
    public Indicator indicator() {
        return new Indicator(type, value);
    }
}
