package tendril.indicator;

import java.util.Locale;
import java.util.Set;

/**
 * Tells names from what only looks like them in running text: file names, code, version numbers, a missing space after
 * a full stop. Nobody disguises a file name, so only plain writing is doubted. The lists are judgement, grown from
 * reports and logs; what they refuse can still be typed, or written as a URL.
 */
final class Prose {
    /** Top-level domains that are file endings first. The cheap and much abused {@code ml} is not among them. */
    private static final Set<String> FILE_ENDINGS = Set.of(
            "zip", "mov", "py", "sh", "rs", "md", "ps", "so", "mm", "pm", "cab", "as", "tf", "map", "vi", "dot", "lib",
            "java", "sql", "inc");

    /** Top-level domains that are members of objects first. */
    private static final Set<String> MEMBERS = Set.of(
            "name",
            "id",
            "info",
            "host",
            "link",
            "click",
            "page",
            "style",
            "date",
            "download",
            "email",
            "data",
            "call",
            "read",
            "open",
            "save",
            "search",
            "video",
            "target",
            "domains",
            "in",
            "do",
            "map",
            "run",
            "now",
            "space",
            "zone",
            "tools",
            "support",
            "network",
            "author",
            "box",
            "office",
            "security",
            "select",
            "properties",
            "local",
            "internal",
            "private",
            "events",
            "net",
            "new",
            "case",
            "exit");

    /** Names of files, and of parts of file names, before an ending that is a domain's as often. */
    private static final Set<String> FILE_STEMS = Set.of(
            "main",
            "makefile",
            "configure",
            "index",
            "test",
            "tests",
            "util",
            "utils",
            "tar",
            "min",
            "readme",
            "setup",
            "install",
            "script");

    private static final Set<String> STEM_ENDINGS = Set.of("cc", "pl", "am", "in", "ac", "bz", "ml", "app", "cs", "ai");

    /** First labels of hosts. */
    private static final Set<String> HOST_LABELS = Set.of(
            "www", "mail", "ftp", "ns", "ns1", "ns2", "api", "cdn", "c2", "login", "update", "updates", "dns", "smtp",
            "vpn", "static", "img", "webmail", "secure", "panel", "admin");

    /** What code calls its objects. */
    private static final Set<String> OBJECTS = Set.of(
            "this",
            "self",
            "os",
            "sys",
            "log",
            "logger",
            "console",
            "document",
            "window",
            "math",
            "request",
            "response",
            "req",
            "res",
            "obj",
            "object",
            "user",
            "file",
            "process",
            "module",
            "string",
            "array",
            "event",
            "args",
            "ctx",
            "config",
            "socket",
            "system",
            "threading",
            "time",
            "date",
            "node",
            "item",
            "element",
            "db",
            "app",
            "context",
            "session",
            "client",
            "server",
            "host",
            "path",
            "thread",
            "e",
            "evt",
            "it",
            "data",
            "props",
            "state");

    /** Where package names of Java and its kin begin. */
    private static final Set<String> PACKAGE_ROOTS = Set.of(
            "com", "org", "net", "edu", "gov", "io", "java", "javax", "jdk", "sun", "android", "androidx", "kotlin");

    private static final Set<String> NETWORK_ENDINGS = Set.of("com", "org", "net", "ru", "cn", "de", "uk", "br");

    /** Products that carry a domain's ending in their name. */
    private static final Set<String> PRODUCTS = Set.of(
            "asp.net",
            "vb.net",
            "ado.net",
            "ml.net",
            "paint.net",
            "json.net",
            "log4j.net",
            "dot.net",
            "c.net",
            "f.net",
            "system.net",
            "microsoft.net",
            "asp.net.core",
            "windows.net",
            "crypt.net",
            "node.js",
            "socket.io",
            "log4.net",
            "system.io",
            "booking.in");

    private static final Set<String> UNITS = Set.of(
            "am", "pm", "in", "to", "cm", "mm", "km", "kg", "gb", "st", "md", "sec", "is", "ms", "as", "at", "or");

    private static final Set<String> VERSION_WORDS = Set.of(
            "version",
            "versions",
            "ver",
            "v",
            "build",
            "release",
            "rev",
            "revision",
            "firmware",
            "update",
            "sp",
            "section",
            "sections",
            "chapter",
            "table",
            "figure",
            "fig",
            "appendix",
            "clause",
            "oid",
            "paragraph",
            "step",
            "steps",
            "pages",
            "items",
            "lines",
            "rows",
            "numbers",
            "options",
            "tables",
            "figures",
            "chapters",
            "patch",
            "upgrade",
            "item",
            "points",
            "columns",
            "kernel");

    private static final Set<String> HOST_WORDS = Set.of(
            "domain",
            "domains",
            "host",
            "hostname",
            "server",
            "nameserver",
            "fqdn",
            "dns",
            "site",
            "website",
            "c",
            "cc",
            "cnc",
            "resolves",
            "resolved",
            "sinkhole",
            "subdomain",
            "query",
            "beacon",
            "beacons");

    /** First parts of the names that antivirus engines give. */
    private static final Set<String> ENGINE_HEADS = Set.of(
            "trojan",
            "win",
            "win32",
            "win64",
            "w32",
            "w64",
            "w97m",
            "x97m",
            "o97m",
            "backdoor",
            "worm",
            "heur",
            "gen",
            "ransom",
            "ransomware",
            "adware",
            "pua",
            "pup",
            "exploit",
            "downloader",
            "dropper",
            "virus",
            "rootkit",
            "spyware",
            "trojandownloader",
            "trojandropper",
            "trojanspy",
            "riskware",
            "packed",
            "mal",
            "troj",
            "hacktool",
            "malware",
            "bkdr",
            "tspy",
            "tr",
            "bds",
            "html",
            "js",
            "vbs",
            "android",
            "androidos",
            "linux",
            "osx",
            "macos",
            "email-worm",
            "net-worm",
            "p2p-worm",
            "trojan-downloader",
            "trojan-dropper",
            "trojan-spy",
            "trojan-psw",
            "trojan-ransom",
            "trojan-banker",
            "not-a-virus",
            "hoax",
            "artemis",
            "unsafe",
            "suspicious",
            "generic",
            "variant",
            "behaveslike",
            "infostealer",
            "stealer",
            "banker",
            "rat",
            "botnet",
            "miner",
            "coinminer",
            "keylogger",
            "phishing",
            "doc",
            "msil",
            "application",
            "program",
            "trojanclicker",
            "im-worm",
            "gen:variant",
            "uds",
            "vhc",
            "hktl",
            "multi");

    private final Script script;

    Prose(Script script) {
        this.script = script;
    }

    /** Whether antivirus engines name things so: {@code Trojan.Win32.Agent}, {@code W32/Sality}. */
    static boolean isEngineName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int head = 0;
        while (head < lower.length() && ".:/!_".indexOf(lower.charAt(head)) < 0) {
            head++;
        }
        return head > 0 && head < lower.length() - 1 && ENGINE_HEADS.contains(lower.substring(0, head));
    }

    /**
     * Whether a plain domain in running text is meant as one.
     *
     * @param reading what was read
     * @param count   how many of its labels the domain takes
     * @param start   where it begins
     * @param end     where it ends
     */
    boolean isDomain(NameReading reading, int count, int start, int end) {
        String name = reading.name(count).toLowerCase(Locale.ROOT);
        String tld = reading.label(count - 1, false);
        String first = reading.label(0, false);
        if (isPartOfPath(start, end) || script.at(end) == '(' || PRODUCTS.contains(name)) {
            return false;
        }
        if (isTitleCase(reading.label(count - 1, true)) && !isTitleCaseDomain(reading, count)) {
            return false;
        }
        if (PACKAGE_ROOTS.contains(first) && count > 2 && !NETWORK_ENDINGS.contains(tld)) {
            return false;
        }
        if (isEngineHead(reading.label(0, true), first) && count > 2 && isCapital(reading.label(1, true))) {
            return false;
        }
        if (count == 2 && (isMember(first, tld) || (isNumber(first) && UNITS.contains(tld)))) {
            return false;
        }
        if (STEM_ENDINGS.contains(tld) && isFileStem(reading, count)) {
            return false;
        }
        if (script.at(end) == '=' && !NETWORK_ENDINGS.contains(tld)) {
            return false;
        }
        if (hasUnderscoreAtTheEnd(reading, count)) {
            return false;
        }
        return !FILE_ENDINGS.contains(tld) || isClearlyHost(reading, count, start);
    }

    /** Whether a plain dotted quad in running text is an address and not a version or a section. */
    boolean isAddress(int start) {
        if (VERSION_WORDS.contains(script.wordBefore(start))) {
            return false;
        }
        // "Opera/9.80.1.2": a product and its version. "host/192.0.2.1" and "TCP/192.0.2.1" are not.
        int at = start - 1;
        if (script.at(at) != '/') {
            return true;
        }
        int letters = at;
        while (letters > 0 && at - letters < 20 && Script.isAsciiLetter(script.at(letters - 1))) {
            letters--;
        }
        return !isTitleCase(script.slice(letters, at));
    }

    private boolean isPartOfPath(int start, int end) {
        char before = script.at(start - 1);
        if (before == '/') {
            // "//host" is a reference without a scheme.
            return !(script.at(start - 2) == '/' && script.at(start - 3) != ':');
        }
        if (before == '\\') {
            return script.at(start - 2) != '\\' || script.at(end) != '\\' || Script.isLabel(script.at(start - 3));
        }
        return before == '$' || (before == '~' && script.at(end) == '/');
    }

    /** Endings that are no sentence's first word: {@code Google.Com}. */
    private static boolean isTitleCaseDomain(NameReading reading, int count) {
        String tld = reading.label(count - 1, false);
        return (tld.equals("com") || tld.equals("org")) && isTitleCase(reading.label(0, true));
    }

    private static boolean isEngineHead(String written, String lower) {
        return ENGINE_HEADS.contains(lower) && isCapital(written);
    }

    private static boolean isMember(String first, String tld) {
        return OBJECTS.contains(first) && (MEMBERS.contains(tld) || FILE_ENDINGS.contains(tld)) && !tld.equals("com");
    }

    private static boolean hasUnderscoreAtTheEnd(NameReading reading, int count) {
        return reading.label(count - 1, false).indexOf('_') >= 0
                || reading.label(count - 2, false).indexOf('_') >= 0;
    }

    /** What outweighs a file ending: {@code www}, a registry's second level, or the word before. */
    private boolean isClearlyHost(NameReading reading, int count, int start) {
        String first = reading.label(0, false);
        boolean www = count > 2 && HOST_LABELS.contains(first);
        boolean secondLevel = count > 2
                && Domains.suffix(reading.name(count))
                        .filter(suffix -> suffix.indexOf('.') > 0)
                        .isPresent();
        return www || secondLevel || HOST_WORDS.contains(script.wordBefore(start));
    }

    /** {@code Makefile.am}, {@code main.cc}, {@code x.tar.bz}, {@code Safari.app}. */
    private static boolean isFileStem(NameReading reading, int count) {
        return FILE_STEMS.contains(reading.label(count - 2, false))
                || (count == 2 && reading.label(1, true).equals("app") && isTitleCase(reading.label(0, true)));
    }

    private static boolean isNumber(String label) {
        return label.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isCapital(String label) {
        return Script.isUpper(label.charAt(0));
    }

    /** One capital and then only small letters, at least one. */
    static boolean isTitleCase(String label) {
        return label.length() > 1
                && Character.isUpperCase(label.charAt(0))
                && label.chars().skip(1).allMatch(Character::isLowerCase);
    }
}
