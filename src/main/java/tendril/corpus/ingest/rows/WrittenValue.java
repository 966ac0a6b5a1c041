package tendril.corpus.ingest.rows;

import java.util.Locale;
import java.util.Optional;
import tendril.indicator.Canonical;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Reading;
import tendril.indicator.Urls;
import tendril.indicator.text.Defang;
import tendril.indicator.text.Detection;

/**
 * A value as a source writes it, read as what a corpus is asked for: defanged or not, in whatever case, a URL where its
 * host is meant. Pure.
 */
public final class WrittenValue {
    private WrittenValue() {}

    /**
     * What a cell of a column holds.
     *
     * @param column not a day
     * @return the canonical value, or why it is none
     */
    public static Reading in(TableColumn column, String text) {
        return switch (column) {
            case DOMAIN, SUBDOMAIN -> domain(text);
            case ADDRESS -> address(text);
            case EMAIL -> Defang.refang(IndicatorType.EMAIL, text);
            case MD5 -> Canonical.parse(IndicatorType.MD5, text);
            case SHA1 -> Canonical.parse(IndicatorType.SHA1, text);
            case SHA256 -> Canonical.parse(IndicatorType.SHA256, text);
            case SCAN, REFERENCE -> Reading.accepted(IndicatorType.PHRASE, text.strip());
            case FIRST, LAST -> throw new IllegalArgumentException("A day is not a value.");
        };
    }

    /** Whatever a line of a list holds that a corpus has reports on. */
    public static Reading ofAnyType(String text) {
        Reading plain = Canonical.parse(IndicatorType.DOMAIN, text);
        if (plain instanceof Reading.Accepted) {
            return plain;
        }
        return switch (Detection.detect(text)) {
            case Detection.Single single -> reported(single.indicator());
            case Detection.Several several -> new Reading.Refused(several.reason());
            case Detection.Nothing nothing -> new Reading.Refused(nothing.reason());
        };
    }

    private static Reading reported(Indicator indicator) {
        return switch (indicator.type()) {
            case DOMAIN, IPV4, IPV6, EMAIL, MD5, SHA1, SHA256 -> new Reading.Accepted(indicator);
            case URL ->
                Urls.host(indicator)
                        .map(host -> (Reading) new Reading.Accepted(host))
                        .orElseGet(() -> new Reading.Refused(
                                "The host of “" + indicator.value() + "” is no public name or address."));
            case CIDR, SHA512, AS, MALWARE, CVE, PHRASE ->
                new Reading.Refused("“" + indicator.value() + "” is read as "
                        + indicator.type().label().toLowerCase(Locale.ROOT)
                        + "; a corpus answers for domains, addresses, emails and hashes.");
        };
    }

    /** The domain or address a URL leads to; empty when the text is no URL, or its host is a name of no public DNS. */
    public static Optional<Indicator> hostOf(String url) {
        return Defang.refang(IndicatorType.URL, url).indicator().flatMap(Urls::host);
    }

    private static Reading domain(String text) {
        Optional<Indicator> host = text.indexOf('/') < 0 ? Optional.empty() : hostOf(text);
        return host.filter(found -> found.type() == IndicatorType.DOMAIN).isPresent()
                ? new Reading.Accepted(host.get())
                : Defang.refang(IndicatorType.DOMAIN, text);
    }

    private static Reading address(String text) {
        Reading asIpv4 = Defang.refang(IndicatorType.IPV4, text);
        if (asIpv4 instanceof Reading.Accepted || text.indexOf(':') < 0) {
            return asIpv4;
        }
        return Defang.refang(IndicatorType.IPV6, text);
    }
}
