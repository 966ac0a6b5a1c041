package tendril.session;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tendril.indicator.Indicator;

/**
 * The known noise: indicators whose answers drown a case, each with the reason. Immutable.
 *
 * <p>The narrowest match wins: an exact one, then the smallest block or the longest domain, then the longest mail domain,
 * then the longest text in an email address. Looking one up takes time in the labels of a name or the blocks of the
 * list, not in its entries. The format of the list is explained at the top of {@code noise.tsv}.
 */
public final class Noise {
    /** A list without entries. */
    public static final Noise NONE = new Noise(List.of());

    private static final String SHIPPED = "noise.tsv";

    private final Map<Key, NoiseEntry> byKey = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<NoiseEntry> texts = new ArrayList<>();

    private record Key(NoiseEntry.Matcher matcher, String value) {}

    private record Block(IPAddress addresses, NoiseEntry entry) {}

    /** A list of these entries; of two that match the same, the later counts. */
    public Noise(List<NoiseEntry> entries) {
        entries.forEach(entry -> byKey.put(new Key(entry.matcher(), entry.value()), entry));
        for (NoiseEntry entry : byKey.values()) {
            if (entry.matcher() == NoiseEntry.Matcher.BLOCK) {
                address(entry.value()).ifPresent(range -> blocks.add(new Block(range, entry)));
            } else if (entry.matcher() == NoiseEntry.Matcher.MAIL_HAS) {
                texts.add(entry);
            }
        }
        blocks.sort((a, b) -> Integer.compare(prefix(b.addresses), prefix(a.addresses)));
        texts.sort((a, b) -> Integer.compare(b.value().length(), a.value().length()));
    }

    /** The list that comes with the program. */
    public static Noise shipped() {
        try (InputStream in = Objects.requireNonNull(Noise.class.getResourceAsStream(SHIPPED))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Noise(NoiseFile.read(SHIPPED, text).entries());
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own list of noise could not be read.", e);
        }
    }

    /** This list and then these entries, which overrule it. */
    public Noise and(List<NoiseEntry> entries) {
        List<NoiseEntry> all = new ArrayList<>(byKey.values());
        all.addAll(entries);
        return new Noise(all);
    }

    public List<NoiseEntry> entries() {
        return List.copyOf(byKey.values());
    }

    /** What the list says of an indicator, if it is noise. */
    public Optional<NoiseEntry> about(Indicator indicator) {
        Optional<NoiseEntry> entry = switch (indicator.type()) {
            case IPV4, IPV6 ->
                exactly(NoiseEntry.Matcher.ADDRESS, indicator.value()).or(() -> around(indicator.value()));
            case CIDR -> around(indicator.value());
            case DOMAIN ->
                exactly(NoiseEntry.Matcher.DOMAIN, indicator.value())
                        .or(() -> above(NoiseEntry.Matcher.UNDER, indicator.value()));
            case EMAIL -> email(indicator.value());
            case URL, MD5, SHA1, SHA256, SHA512, AS, MALWARE, CVE, PHRASE -> Optional.empty();
        };
        return entry.filter(found -> found.kind() != NoiseKind.FINE);
    }

    private Optional<NoiseEntry> exactly(NoiseEntry.Matcher matcher, String value) {
        return Optional.ofNullable(byKey.get(new Key(matcher, value)));
    }

    private Optional<NoiseEntry> email(String value) {
        String host = value.substring(value.lastIndexOf('@') + 1);
        return exactly(NoiseEntry.Matcher.EMAIL, value)
                .or(() -> above(NoiseEntry.Matcher.MAIL_AT, host))
                .or(() -> texts.stream()
                        .filter(entry -> value.contains(entry.value()))
                        .findFirst());
    }

    /** The entry of the longest domain that this name is or lies below. */
    private Optional<NoiseEntry> above(NoiseEntry.Matcher matcher, String name) {
        String rest = name.toLowerCase(Locale.ROOT);
        while (!rest.isEmpty()) {
            Optional<NoiseEntry> entry = exactly(matcher, rest);
            if (entry.isPresent()) {
                return entry;
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return Optional.empty();
    }

    private Optional<NoiseEntry> around(String value) {
        return address(value)
                .flatMap(inside -> blocks.stream()
                        .filter(block -> block.addresses.contains(inside))
                        .map(Block::entry)
                        .findFirst());
    }

    private static Optional<IPAddress> address(String value) {
        return Optional.ofNullable(new IPAddressString(value).getAddress()).map(IPAddress::toPrefixBlock);
    }

    private static int prefix(IPAddress range) {
        Integer bits = range.getNetworkPrefixLength();
        return bits == null ? range.getBitCount() : bits;
    }
}
