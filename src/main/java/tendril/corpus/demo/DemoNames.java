package tendril.corpus.demo;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Invents names for the demo corpus that look like the real thing and cannot be it: every host ends in a name reserved
 * for examples, every address lies in a block reserved for documentation. The same random source gives the same names.
 * Confined to one thread.
 */
final class DemoNames {
    private static final List<String> BRANDS = List.of(
            "northgate-bank",
            "haldenpost",
            "blueharbor",
            "cascadia-air",
            "velomail",
            "orchidcloud",
            "meridianpay",
            "lumentax",
            "kestrel-id",
            "silverline",
            "portside",
            "ardenhealth",
            "tidewater",
            "openledger",
            "mapleshop",
            "granitevpn",
            "solisphone",
            "farrowstream",
            "quillsign",
            "beaconhr");
    private static final List<String> ACTIONS = List.of(
            "login",
            "secure",
            "verify",
            "account",
            "update",
            "signin",
            "support",
            "billing",
            "invoice",
            "webmail",
            "portal",
            "service",
            "alert",
            "confirm",
            "unlock",
            "helpdesk",
            "sso",
            "refund",
            "tracking",
            "docs");
    private static final List<String> CONTROL_WORDS = List.of(
            "cdn",
            "sync",
            "metrics",
            "static",
            "news",
            "weather",
            "update",
            "mirror",
            "cache",
            "relay",
            "images",
            "time",
            "status",
            "edge",
            "feed",
            "drivers",
            "fonts",
            "telemetry",
            "push",
            "flash");
    private static final List<String> CONTROL_ENDS = List.of(
            "node", "hub", "box", "net", "gate", "works", "point", "daily", "online", "cloud", "zone", "link", "base",
            "front", "lane", "port");
    private static final List<String> TRADES = List.of(
            "bakery",
            "dental",
            "florist",
            "plumbing",
            "yoga",
            "bikes",
            "cafe",
            "carpentry",
            "garage",
            "museum",
            "kennels",
            "catering",
            "roofing",
            "pottery",
            "books",
            "vets",
            "tailor",
            "brewery",
            "gardens",
            "optician",
            "choir",
            "rowingclub",
            "physio",
            "framing",
            "joinery");
    private static final List<String> TOWNS = List.of(
            "ashford",
            "brackley",
            "corwen",
            "dunmore",
            "elmstead",
            "fairlight",
            "glenalmond",
            "hartwell",
            "inverlee",
            "kilbride",
            "langport",
            "marlow",
            "newbridge",
            "oakham",
            "penrith",
            "quarry-bank",
            "rosedale",
            "selby",
            "thornbury",
            "upwell",
            "verwood",
            "westbury",
            "yarmley",
            "alderton",
            "birchwood",
            "coldstream",
            "deepdale",
            "eastry",
            "fernhill",
            "greenock",
            "holmfirth",
            "ivybridge",
            "keswick",
            "ludlow",
            "milton",
            "norwell");
    private static final List<String> SYLLABLES = List.of(
            "va", "ru", "ki", "lo", "mes", "tar", "in", "qu", "zo", "bel", "ny", "dra", "fo", "xi", "pel", "or", "su",
            "wen", "ga", "ith", "ce", "mo", "ul", "bra");
    private static final List<String> FIRST_NAMES = List.of(
            "r.halvorsen",
            "m.okafor",
            "lin.wei77",
            "petra.duric",
            "j.castellano",
            "a.brandt",
            "noor.haddad",
            "s.vasquez",
            "t.lindqvist",
            "k.moreau",
            "d.petrenko",
            "yuki.tanabe");
    private static final List<String> MAIL_HOSTS =
            List.of("post.example", "mail.example", "inbox.test", "quickpost.example");
    private static final List<String> ENDINGS = List.of(".example", ".example", ".example", ".test", ".invalid");
    private static final List<String> HOSTS = List.of(
            "www", "mail", "login", "cdn", "update", "secure", "ns1", "ns2", "ftp", "vpn", "img", "dl", "api", "m");

    private static final int NUMBER_MAX = 99;

    private final SplittableRandom random;
    private final Set<String> used = new HashSet<>();

    DemoNames(SplittableRandom random) {
        this.random = random;
    }

    /** A page that asks for somebody else's password: {@code login-haldenpost-verify.example}. */
    String phishingDomain() {
        return unused(() -> {
            String name = switch (random.nextInt(3)) {
                case 0 -> pick(ACTIONS) + "-" + pick(BRANDS);
                case 1 -> pick(BRANDS) + "-" + pick(ACTIONS);
                default -> pick(ACTIONS) + "-" + pick(BRANDS) + "-" + pick(ACTIONS);
            };
            return name + pick(ENDINGS);
        });
    }

    /** A server that malware reports to: {@code metrics-relayhub.test}. */
    String controlDomain() {
        return unused(() -> pick(CONTROL_WORDS)
                + (random.nextBoolean() ? "-" : "")
                + pick(CONTROL_WORDS)
                + pick(CONTROL_ENDS)
                + pick(ENDINGS));
    }

    /** A small business on a shared web host: {@code bakery-ashford.example}. */
    String shopDomain() {
        return unused(() -> pick(TRADES) + (random.nextBoolean() ? "-" : "") + pick(TOWNS) + pick(ENDINGS));
    }

    /** What a domain generation algorithm makes: {@code velokimeszodra.invalid}. */
    String generatedDomain() {
        return unused(() -> {
            var name = new StringBuilder();
            int syllables = 4 + random.nextInt(3);
            for (int i = 0; i < syllables; i++) {
                name.append(pick(SYLLABLES));
            }
            return name + pick(ENDINGS);
        });
    }

    String email(int person) {
        return FIRST_NAMES.get(person % FIRST_NAMES.size()) + "@" + MAIL_HOSTS.get(person % MAIL_HOSTS.size());
    }

    String hostLabel() {
        return pick(HOSTS);
    }

    /** A hash of so many bytes, in lower-case hexadecimal. */
    String hash(int bytes) {
        byte[] digest = new byte[bytes];
        random.nextBytes(digest);
        return HexFormat.of().formatHex(digest);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String unused(Supplier<String> invent) {
        String name = invent.get();
        while (!used.add(name)) {
            String again = invent.get();
            int dot = again.indexOf('.');
            name = again.substring(0, dot) + (2 + random.nextInt(NUMBER_MAX)) + again.substring(dot);
        }
        return name;
    }
}
