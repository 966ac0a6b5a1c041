package tendril.exchange.graphml;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tendril.indicator.Canonical;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.text.Detection;

/** Decides what indicator a text of a foreign file is. */
final class Naming {
    private static final Map<String, IndicatorType> BY_NAME = byName();

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
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        String plain = kind.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_NAME.get(plain.startsWith(":") ? plain.substring(1) : plain));
    }

    private static Map<String, IndicatorType> byName() {
        Map<String, IndicatorType> types = new HashMap<>();
        for (IndicatorType type : IndicatorType.values()) {
            types.put(type.label().toLowerCase(Locale.ROOT), type);
            types.put(type.id(), type);
        }
        List.of("hostname", "host", "fqdn", "domain-name").forEach(name -> types.put(name, IndicatorType.DOMAIN));
        types.put("ipv4-addr", IndicatorType.IPV4);
        types.put("ipv6-addr", IndicatorType.IPV6);
        List.of("email-addr", "email-address").forEach(name -> types.put(name, IndicatorType.EMAIL));
        List.of("asn", "autonomous-system").forEach(name -> types.put(name, IndicatorType.AS));
        return Map.copyOf(types);
    }
}
