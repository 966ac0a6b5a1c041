package tendril.indicator;

import java.util.OptionalInt;

/** Strings of strangers made fit for a sentence: short, on one line, nothing invisible. */
public final class Shown {
    /** Longest quotation in a sentence, in code points. */
    static final int QUOTE_LENGTH_MAX = 60;

    private Shown() {}

    /** The value as a sentence may quote it. */
    public static String quote(String value) {
        var shown = new StringBuilder();
        int count = 0;
        for (int i = 0; i < value.length() && count < QUOTE_LENGTH_MAX; count++) {
            int point = value.codePointAt(i);
            if (isInvisible(point) || Character.isISOControl(point) || isSurrogate(point)) {
                shown.append(codePoint(point));
            } else {
                shown.appendCodePoint(point);
            }
            i += Character.charCount(point);
            if (count == QUOTE_LENGTH_MAX - 1 && i < value.length()) {
                shown.append('…');
            }
        }
        return shown.toString();
    }

    /** Where the first character stands that a person cannot see, or that no text file can hold. */
    public static OptionalInt firstUnseen(String value) {
        for (int i = 0; i < value.length(); ) {
            int point = value.codePointAt(i);
            if (isInvisible(point) || Character.isISOControl(point) || isSurrogate(point)) {
                return OptionalInt.of(i);
            }
            i += Character.charCount(point);
        }
        return OptionalInt.empty();
    }

    /** The sentence about the character at that place. */
    public static String unseenReason(String value, int at) {
        return "The value holds " + codePoint(value.codePointAt(at)) + " at place " + (at + 1)
                + ", a character nobody can see, which can make one name look like another. Type it again without it.";
    }

    /** Zero-width, direction-changing and tag characters: format characters that change what a reader believes to see. */
    public static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.LINE_SEPARATOR
                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR
                || point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x3164
                || (point >= 0xFE00 && point <= 0xFE0F);
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static String codePoint(int point) {
        return String.format("U+%04X", point);
    }
}
