package tendril.ui.panel;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A raw answer made readable, and where in it a statement stands. JSON is indented; anything else, and JSON that breaks
 * off, stays as it came. Pure.
 *
 * @param text  to show
 * @param start of the statement in {@code text}, -1 when it is not found
 * @param end   exclusive
 */
record AnswerText(String text, int start, int end) {
    /** What lies beyond this is not looked at, in bytes. */
    static final int READ_BYTES_MAX = 16_000_000;

    /** More than this around the statement is not shown: the toolkit lays out all of it at once; in characters. */
    static final int SHOWN_CHARACTERS_MAX = 60_000;

    static AnswerText of(byte[] body, String pointer) {
        int length = Math.min(body.length, READ_BYTES_MAX);
        String raw = new String(body, 0, length, StandardCharsets.UTF_8);
        if (pointer.startsWith("chars:")) {
            return inText(raw, pointer.substring("chars:".length()));
        }
        Optional<JsonIndent.Result> json = JsonIndent.indent(raw, pointer);
        return json.map(found -> new AnswerText(found.text(), found.start(), found.end()))
                .orElse(new AnswerText(raw, -1, -1));
    }

    boolean hasSpot() {
        return start >= 0;
    }

    /** As much as can be shown around the statement, saying how much is left out; all of it when it is not long. */
    AnswerText excerpt() {
        if (text.length() <= SHOWN_CHARACTERS_MAX) {
            return this;
        }
        int middle = hasSpot() ? (start + end) / 2 : 0;
        int from = Math.clamp(middle - SHOWN_CHARACTERS_MAX / 2, 0, text.length() - SHOWN_CHARACTERS_MAX);
        int to = from + SHOWN_CHARACTERS_MAX;
        String before = from == 0 ? "" : leftOut(from, "before") + "\n";
        String after = to == text.length() ? "" : "\n" + leftOut(text.length() - to, "after");
        int shift = before.length() - from;
        int last = Math.min(end, to);
        return new AnswerText(
                before + text.substring(from, to) + after,
                hasSpot() ? start + shift : -1,
                hasSpot() ? last + shift : -1);
    }

    private static String leftOut(int characters, String where) {
        return String.format(Locale.ROOT, "… %,d characters %s this are not shown …", characters, where);
    }

    private static AnswerText inText(String raw, String range) {
        String[] ends = range.split("-", 2);
        try {
            int start = Integer.parseInt(ends[0]);
            int end = Integer.parseInt(ends[ends.length - 1]);
            boolean inside = start >= 0 && start < end && end <= raw.length();
            return inside ? new AnswerText(raw, start, end) : new AnswerText(raw, -1, -1);
        } catch (NumberFormatException notARange) {
            return new AnswerText(raw, -1, -1);
        }
    }
}
