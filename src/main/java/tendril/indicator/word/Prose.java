package tendril.indicator.word;

import java.util.Locale;
import tendril.indicator.Domains;

/**
 * Tells names from what only looks like them in running text: file names, code, version numbers, a missing space after
 * a full stop. Nobody disguises a file name, so only plain writing is doubted. The lists are judgement, grown from
 * reports and logs; what they refuse can still be typed, or written as a URL.
 */
public final class Prose {
    private final Script script;

    public Prose(Script script) {
        this.script = script;
    }

    /** Whether antivirus engines name things so: {@code Trojan.Win32.Agent}, {@code W32/Sality}. */
    public static boolean isEngineName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int head = 0;
        while (head < lower.length() && ".:/!_".indexOf(lower.charAt(head)) < 0) {
            head++;
        }
        return head > 0 && head < lower.length() - 1 && ProseWords.ENGINE_HEADS.contains(lower.substring(0, head));
    }

    /**
     * Whether a plain domain in running text is meant as one.
     *
     * @param reading what was read
     * @param count   how many of its labels the domain takes
     * @param start   where it begins
     * @param end     where it ends
     */
    public boolean isDomain(NameReading reading, int count, int start, int end) {
        String name = reading.name(count).toLowerCase(Locale.ROOT);
        String tld = reading.label(count - 1, false);
        String first = reading.label(0, false);
        if (isPartOfPath(start, end) || script.at(end) == '(' || ProseWords.PRODUCTS.contains(name)) {
            return false;
        }
        if (isTitleCase(reading.label(count - 1, true)) && !isTitleCaseDomain(reading, count)) {
            return false;
        }
        if (ProseWords.PACKAGE_ROOTS.contains(first) && count > 2 && !ProseWords.NETWORK_ENDINGS.contains(tld)) {
            return false;
        }
        if (isEngineHead(reading.label(0, true), first) && count > 2 && isCapital(reading.label(1, true))) {
            return false;
        }
        if (count == 2 && (isMember(first, tld) || (isNumber(first) && ProseWords.UNITS.contains(tld)))) {
            return false;
        }
        if (ProseWords.STEM_ENDINGS.contains(tld) && isFileStem(reading, count)) {
            return false;
        }
        if (script.at(end) == '=' && !ProseWords.NETWORK_ENDINGS.contains(tld)) {
            return false;
        }
        if (hasUnderscoreAtTheEnd(reading, count)) {
            return false;
        }
        return !ProseWords.FILE_ENDINGS.contains(tld) || isClearlyHost(reading, count, start);
    }

    /** Whether a plain dotted quad in running text is an address and not a version or a section. */
    public boolean isAddress(int start) {
        if (ProseWords.VERSION_WORDS.contains(script.wordBefore(start))) {
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
        return ProseWords.ENGINE_HEADS.contains(lower) && isCapital(written);
    }

    private static boolean isMember(String first, String tld) {
        return ProseWords.OBJECTS.contains(first)
                && (ProseWords.MEMBERS.contains(tld) || ProseWords.FILE_ENDINGS.contains(tld))
                && !tld.equals("com");
    }

    private static boolean hasUnderscoreAtTheEnd(NameReading reading, int count) {
        return reading.label(count - 1, false).indexOf('_') >= 0
                || reading.label(count - 2, false).indexOf('_') >= 0;
    }

    /** What outweighs a file ending: {@code www}, a registry's second level, or the word before. */
    private boolean isClearlyHost(NameReading reading, int count, int start) {
        String first = reading.label(0, false);
        boolean www = count > 2 && ProseWords.HOST_LABELS.contains(first);
        boolean secondLevel = count > 2
                && Domains.suffix(reading.name(count))
                        .filter(suffix -> suffix.indexOf('.') > 0)
                        .isPresent();
        return www || secondLevel || ProseWords.HOST_WORDS.contains(script.wordBefore(start));
    }

    /** {@code Makefile.am}, {@code main.cc}, {@code x.tar.bz}, {@code Safari.app}. */
    private static boolean isFileStem(NameReading reading, int count) {
        return ProseWords.FILE_STEMS.contains(reading.label(count - 2, false))
                || (count == 2 && reading.label(1, true).equals("app") && isTitleCase(reading.label(0, true)));
    }

    private static boolean isNumber(String label) {
        return label.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isCapital(String label) {
        return Script.isUpper(label.charAt(0));
    }

    /** One capital and then only small letters, at least one. */
    public static boolean isTitleCase(String label) {
        return label.length() > 1
                && Character.isUpperCase(label.charAt(0))
                && label.chars().skip(1).allMatch(Character::isLowerCase);
    }
}
