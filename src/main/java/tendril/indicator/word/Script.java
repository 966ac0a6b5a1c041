package tendril.indicator.word;

import java.util.Locale;

/** A text as the readers of this package look at it: characters by place, with NUL beyond both ends. */
public record Script(CharSequence text) {
    private static final String OPENERS = "[({";
    private static final String CLOSERS = "])}";

    public char at(int i) {
        return i < 0 || i >= text.length() ? '\0' : text.charAt(i);
    }

    public int length() {
        return text.length();
    }

    /** Whether the lower-case word stands here, in any case. */
    public boolean reads(int i, String lowerCase) {
        for (int k = 0; k < lowerCase.length(); k++) {
            char c = at(i + k);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            if (lower != lowerCase.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** The place after the spaces here, of which there may be so many. */
    int afterSpaces(int i, int max) {
        int end = i;
        while (end - i < max && (at(end) == ' ' || at(end) == '\t' || at(end) == '\u00a0')) {
            end++;
        }
        return end;
    }

    public String slice(int start, int end) {
        return text.subSequence(start, end).toString();
    }

    /** The word before a place, in lower case, with at most a few signs and spaces between; perhaps empty. */
    String wordBefore(int i) {
        int end = i;
        while (end > 0 && i - end < 3 && " \t:=\"'([".indexOf(at(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 12 && isAsciiLetter(at(start - 1))) {
            start--;
        }
        return slice(start, end).toLowerCase(Locale.ROOT);
    }

    public static boolean isOpener(char c) {
        return OPENERS.indexOf(c) >= 0;
    }

    public static boolean isCloser(char c) {
        return CLOSERS.indexOf(c) >= 0;
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    public static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    public static boolean isAlphanumeric(char c) {
        return isDigit(c) || isAsciiLetter(c);
    }

    /** A character that a label of a name is made of, hyphens aside. Emoji are not: people use them as bullets. */
    public static boolean isLabel(char c) {
        if (c < 0x80) {
            return isAlphanumeric(c) || c == '_';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Writing without spaces between words: a Latin name may stand right beside it and is a word of its own. */
    public static boolean isCjk(char c) {
        return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af);
    }
}
