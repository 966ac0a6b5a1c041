package tendril.exchange.graphml;

import java.util.Locale;
import java.util.Optional;
import tendril.indicator.Canonical;
import tendril.indicator.Detection;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** Decides what indicator a text of a foreign file is. */
final class Naming {
    private Naming() {}

    /** The indicator that text is, of the given kind if that is one of ours and fits; empty only for empty text. */
    static Optional<Indicator> of(String text, String kind) {
        Optional<IndicatorType> type = typeOf(kind);
        if (type.isPresent()) {
            Optional<Indicator> exact = Canonical.parse(type.get(), text).indicator();
            if (exact.isPresent()) {
                return exact;
            }
        }
        return of(text);
    }

    /**
     * What the text itself looks like; a phrase if like nothing. Any single word could be a malware's name, so that is
     * believed only where the file says so.
     */
    static Optional<Indicator> of(String text) {
        return switch (Detection.detect(text)) {
            case Detection.Single single ->
                single.indicator().type() == IndicatorType.MALWARE ? phrase(text) : Optional.of(single.indicator());
            case Detection.Several several -> phrase(text);
            case Detection.Nothing nothing -> phrase(text);
        };
    }

    private static Optional<Indicator> phrase(String text) {
        return Canonical.parse(IndicatorType.PHRASE, text).indicator();
    }

    /** Our type of that name: {@code domain}, {@code Domain}, {@code :Domain}, {@code IPv4 address}. */
    static Optional<IndicatorType> typeOf(String kind) {
        String plain = kind.strip().toLowerCase(Locale.ROOT).replaceFirst("^:", "");
        for (IndicatorType type : IndicatorType.values()) {
            if (plain.equals(type.id()) || plain.equals(type.label().toLowerCase(Locale.ROOT))) {
                return Optional.of(type);
            }
        }
        return switch (plain) {
            case "hostname", "host", "fqdn", "domain-name" -> Optional.of(IndicatorType.DOMAIN);
            case "ipv4-addr" -> Optional.of(IndicatorType.IPV4);
            case "ipv6-addr" -> Optional.of(IndicatorType.IPV6);
            case "email-addr", "email-address" -> Optional.of(IndicatorType.EMAIL);
            case "asn", "autonomous-system" -> Optional.of(IndicatorType.AS);
            default -> Optional.empty();
        };
    }
}
