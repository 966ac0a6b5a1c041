package tendril.indicator.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tendril.indicator.Domains;

/** Where the name in a reading ends: at its last known top-level domain. Remembers what it asked; single-threaded. */
public final class DomainEnding {
    /** Endings remembered; a hostile text could otherwise fill the memory. */
    private static final int REMEMBERED_MAX = 20_000;

    private static final String COMMON =
            " com net org info biz edu gov mil xyz top online site club shop icu live example test local onion ";

    private final Map<String, Boolean> known = new HashMap<>();

    /**
     * How many labels of the reading make a domain, at least two, or 0 if none do. Labels are given up only where a new
     * sentence may have begun: before a capitalised word, or before a dot of several words.
     */
    public int cut(NameReading reading) {
        for (int count = reading.labels(); count >= 2; count--) {
            if (isKnown(withoutUnderscores(reading.label(count - 1, false)))) {
                return count;
            }
            boolean prose = Prose.isTitleCase(reading.label(count - 1, true))
                    && reading.dotBefore(count - 1) == Marks.Strength.PLAIN;
            if (!prose && reading.dotBefore(count - 1) != Marks.Strength.WEAK) {
                return 0;
            }
        }
        return 0;
    }

    /** Whether the name ends in what most names end in: enough for names hidden in words. */
    public boolean isCommon(String name) {
        String tld = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return (tld.length() == 2 || COMMON.contains(" " + tld + " ")) && isKnown(tld);
    }

    private boolean isKnown(String tld) {
        if (tld.isEmpty() || tld.length() > Domains.LABEL_LENGTH_MAX || Script.isDigit(tld.charAt(0))) {
            return false;
        }
        if (known.size() > REMEMBERED_MAX) {
            known.clear();
        }
        return known.computeIfAbsent(tld, DomainEnding::ask);
    }

    private static boolean ask(String tld) {
        return Domains.parseHost(tld)
                .indicator()
                .filter(ascii -> Domains.isKnownTld(ascii.value()))
                .isPresent();
    }

    private static String withoutUnderscores(String label) {
        int end = label.length();
        while (end > 0 && label.charAt(end - 1) == '_') {
            end--;
        }
        return label.substring(0, end);
    }
}
