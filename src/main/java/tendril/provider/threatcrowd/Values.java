package tendril.provider.threatcrowd;

import java.util.Optional;
import tendril.indicator.Canonical;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** The values of a report as indicators in their canonical form. Pure. */
final class Values {
    private Values() {}

    /** The text as an indicator of this type; empty when it is none. */
    static Optional<Indicator> of(IndicatorType type, String text) {
        return Canonical.parse(type, text).indicator();
    }

    static Optional<Indicator> address(String text) {
        return of(IndicatorType.IPV4, text).or(() -> of(IndicatorType.IPV6, text));
    }

    static Optional<Indicator> hash(String text) {
        return of(IndicatorType.MD5, text)
                .or(() -> of(IndicatorType.SHA1, text))
                .or(() -> of(IndicatorType.SHA256, text));
    }
}
