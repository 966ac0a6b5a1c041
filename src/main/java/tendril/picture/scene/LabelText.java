package tendril.picture.scene;

/**
 * Labels as they are painted. A label is data from strangers: characters that would turn the text around, hide in it
 * or break the line are written out as {@code \}{@code u202E}, and long values keep their telling ends.
 */
public final class LabelText {
    /** Code points of a node's label that are painted at most, the ellipsis not counted. */
    static final int LENGTH_CP_MAX = 30;

    /** Code points of a link's label that are painted at most. */
    static final int LINK_LENGTH_CP_MAX = 24;

    private static final int HASH_HEAD_CP = 10;
    private static final int HASH_TAIL_CP = 6;
    private static final String ELLIPSIS = "\u2026";

    private LabelText() {}

    /** A node's label, escaped, clipped in the middle where its kind has a telling end. */
    static String shown(NodeKind kind, String text) {
        if (kind.isHash()) {
            return clipped(text, HASH_HEAD_CP, HASH_TAIL_CP);
        }
        return switch (kind) {
            case PHRASE, MALWARE, COLLECTION -> clipped(text, LENGTH_CP_MAX, 0);
            default -> clipped(text, LENGTH_CP_MAX * 3 / 5, LENGTH_CP_MAX * 2 / 5);
        };
    }

    static String shownOnLink(String text) {
        return clipped(text, LINK_LENGTH_CP_MAX, 0);
    }

    /** The text escaped, its first and last code points only when it is longer than both together. */
    public static String clipped(String text, int headCp, int tailCp) {
        // Two chars make a code point at most, so a longer text is too long whatever it holds.
        boolean fits =
                text.length() <= 2 * (headCp + tailCp) && text.codePointCount(0, text.length()) <= headCp + tailCp;
        if (fits) {
            return escaped(text);
        }
        int headEnd = text.offsetByCodePoints(0, headCp);
        int tailStart = tailCp == 0 ? text.length() : text.offsetByCodePoints(text.length(), -tailCp);
        return escaped(text.substring(0, headEnd)) + ELLIPSIS + escaped(text.substring(tailStart));
    }

    /** Every control, format, bidi, separator and broken character written out. */
    static String escaped(String text) {
        if (text.codePoints().noneMatch(LabelText::isDeceptive)) {
            return text;
        }
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(cp -> {
            if (isDeceptive(cp)) {
                out.append(cp <= 0xFFFF ? String.format("\\u%04X", cp) : String.format("\\u{%X}", cp));
            } else {
                out.appendCodePoint(cp);
            }
        });
        return out.toString();
    }

    /** Letters and marks without a shape of their own: Hangul fillers, the grapheme joiner, variation selectors. */
    private static boolean isFiller(int cp) {
        return cp == 0x034F || cp == 0x115F || cp == 0x1160 || cp == 0x3164 || (cp >= 0xFE00 && cp <= 0xFE0F);
    }

    private static boolean isDeceptive(int cp) {
        if (cp >= ' ' && cp < 0x7F) {
            return false;
        }
        return switch (Character.getType(cp)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            case Character.SPACE_SEPARATOR -> cp != ' ';
            default -> isFiller(cp);
        };
    }
}
