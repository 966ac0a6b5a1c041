package tendril.provider;

/** Text from outside, made fit to stand in a sentence or beside a finding. Pure. */
public final class Words {
    private static final int QUOTED_CHARS_MAX = 60;

    private Words() {}

    /** In quotes, on one line, every odd character visible, cut where it is long. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        int end = Math.min(text.length(), QUOTED_CHARS_MAX);
        for (int at = 0; at < end; at++) {
            quoted.append(shown(text.charAt(at)));
        }
        return quoted.append(end < text.length() ? "…\"" : "\"").toString();
    }

    /** The same text without halves of characters, which no file can keep. */
    public static String whole(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xfffd : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static String shown(char c) {
        boolean plain = c >= ' ' && c < 0x7f || Character.isLetterOrDigit(c);
        return plain ? String.valueOf(c) : "\\u%04x".formatted((int) c);
    }
}
