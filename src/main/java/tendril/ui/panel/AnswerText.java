package tendril.ui.panel;

import java.nio.charset.StandardCharsets;
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
    /** More than this is not shown: nobody reads it, and the toolkit chokes on it; in bytes. */
    static final int SHOWN_BYTES_MAX = 2_000_000;

    static AnswerText of(byte[] body, String pointer) {
        int length = Math.min(body.length, SHOWN_BYTES_MAX);
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
