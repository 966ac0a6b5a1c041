package tendril.indicator.word;

import java.util.Arrays;
import java.util.Locale;
import tendril.indicator.Domains;

/**
 * A dotted name read from a text: labels with a dot, plain or disguised, between them. It remembers where each label
 * ends, so that a name which ran into the next sentence can be cut back. Reused from name to name; single-threaded.
 */
public final class NameReading {
    /** Labels kept; no name has more (253 characters, RFC 1035). What runs on is passed over, not kept. */
    private static final int LABELS_MAX = 128;

    /** Dots of several words that one name may have: each is looked at again from the next word on. */
    private static final int WEAK_MAX = 6;

    private final Script script;
    private final Marks marks;
    private final StringBuilder name = new StringBuilder();
    private final int[] ends = new int[LABELS_MAX];
    private final int[] lengths = new int[LABELS_MAX];
    private final Marks.Strength[] dots = new Marks.Strength[LABELS_MAX];
    private int labels;
    private int start;
    private int end;
    private boolean overlong;
    private boolean spoken;
    private boolean inUrl;

    public NameReading(Script script, Marks marks) {
        this.script = script;
        this.marks = marks;
        Arrays.fill(dots, Marks.Strength.PLAIN);
    }

    /** Reads the name that begins here, perhaps none. */
    public void read(int i) {
        read(i, false, false);
    }

    /** Reads a host of a URL, which may also hide its dots in commas and spaces. */
    public void readHost(int i) {
        read(i, true, false);
    }

    /** Reads a host whose dots are spoken: {@code example dot com}. */
    public void readSpoken(int i) {
        read(i, false, true);
    }

    private void read(int i, boolean asUrlHost, boolean asSpoken) {
        name.setLength(0);
        labels = 0;
        start = i;
        end = i;
        overlong = false;
        spoken = asSpoken;
        inUrl = asUrlHost;
        int weak = 0;
        int at = i;
        Marks.Strength before = Marks.Strength.PLAIN;
        while (true) {
            int after = label(at);
            if (after == at) {
                return;
            }
            keep(before, after);
            end = after;
            if (!dot(after) || (marks.strength() == Marks.Strength.WEAK && ++weak > WEAK_MAX)) {
                return;
            }
            before = marks.strength();
            at = marks.end();
            append('.');
        }
    }

    private boolean dot(int i) {
        if (marks.dot(i) || (spoken && marks.spokenDot(i))) {
            return true;
        }
        return inUrl && marks.urlDot(i);
    }

    private void keep(Marks.Strength before, int after) {
        if (labels == LABELS_MAX || overlong) {
            overlong = true;
            return;
        }
        dots[labels] = before;
        ends[labels] = after;
        lengths[labels] = name.length();
        labels++;
    }

    /** Passes over one label, appending it; returns where it ends. */
    private int label(int i) {
        int at = i;
        if (Script.isOpener(script.at(i)) && script.reads(i + 1, "www") && Script.isCloser(script.at(i + 4))) {
            name.append("www");
            return i + 5;
        }
        while (true) {
            char c = script.at(at);
            if (Script.isLabel(c)) {
                if (at > i && isSeam(script.at(at - 1), c)) {
                    return at;
                }
                append(c);
                at++;
                continue;
            }
            int hyphens = hyphens(at);
            if (at == i || hyphens == 0 || !Script.isLabel(script.at(at + hyphens)) || isRange(at, hyphens)) {
                return at;
            }
            for (int k = 0; k < hyphens; k++) {
                if (script.at(at + k) == '-' || script.at(at + k) == '_') {
                    append(script.at(at + k));
                }
            }
            at += hyphens;
        }
    }

    /** The length of the hyphens here, or of one in brackets. */
    private int hyphens(int i) {
        if (Script.isOpener(script.at(i))
                && (script.at(i + 1) == '-' || script.at(i + 1) == '_')
                && Script.isCloser(script.at(i + 2))) {
            return 3;
        }
        int at = i;
        while (script.at(at) == '-' && at - i < Domains.LABEL_LENGTH_MAX) {
            at++;
        }
        return at - i;
    }

    /** Whether a hyphen here stands between two addresses: {@code 192.0.2.1-192.0.2.9}. */
    private boolean isRange(int at, int hyphens) {
        if (labels != 3 || hyphens != 1 || !isNumeric()) {
            return false;
        }
        int after = at + 1;
        while (after - at < 4 && Script.isDigit(script.at(after))) {
            after++;
        }
        return after > at + 1 && script.at(after) == '.' && Script.isDigit(script.at(after + 1));
    }

    /** Where Latin letters meet writing without spaces, one word ends and another begins. */
    private static boolean isSeam(char before, char here) {
        return (Script.isCjk(here) && Script.isAsciiLetter(before))
                || (Script.isCjk(before) && Script.isAlphanumeric(here));
    }

    private void append(char c) {
        if (name.length() > 2 * Domains.NAME_LENGTH_MAX) {
            overlong = true;
        } else {
            name.append(c);
        }
    }

    int start() {
        return start;
    }

    /** Where the whole reading ends. */
    public int end() {
        return end;
    }

    public int labels() {
        return labels;
    }

    public boolean isEmpty() {
        return labels == 0;
    }

    /** Longer than any name. */
    public boolean isOverlong() {
        return overlong;
    }

    /** Where the first so many labels end in the text. */
    public int end(int count) {
        return ends[count - 1];
    }

    /** The first so many labels, refanged, in the case they were written in. */
    public String name(int count) {
        return name.substring(0, lengths[count - 1]);
    }

    /** The label with that number, from 0, in the case it was written in. */
    public String label(int from0, boolean asWritten) {
        int from = from0 == 0 ? 0 : lengths[from0 - 1] + 1;
        String label = name.substring(from, lengths[from0]);
        return asWritten ? label : label.toLowerCase(Locale.ROOT);
    }

    /** How the dot before that label was written. */
    public Marks.Strength dotBefore(int from0) {
        return dots[from0];
    }

    /** Whether one of the dots among the first so many labels is disguised. */
    public boolean isDefanged(int count) {
        for (int i = 1; i < count; i++) {
            if (dots[i] != Marks.Strength.PLAIN) {
                return true;
            }
        }
        return false;
    }

    /** Where the part ends that has no dots of several words. */
    public int firmEnd() {
        for (int i = 1; i < labels; i++) {
            if (dots[i] == Marks.Strength.WEAK) {
                return ends[i - 1];
            }
        }
        return end;
    }

    /** Whether only digits and dots have been read. */
    public boolean isNumeric() {
        for (int i = 0; i < name.length(); i++) {
            if (!Script.isDigit(name.charAt(i)) && name.charAt(i) != '.') {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
