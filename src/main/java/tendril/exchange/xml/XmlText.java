package tendril.exchange.xml;

/**
 * Writes text so that every XML 1.0 reader gives the same text back (www.w3.org/TR/xml, 2.2 and 2.11). What XML has no
 * form for becomes U+FFFD and is counted. Confined to one thread.
 */
public final class XmlText {
    private static final char REPLACEMENT = '\uFFFD';

    private long replaced;

    /** How many characters had no form. */
    public long replaced() {
        return replaced;
    }

    /** Appends text for the inside of an element. */
    public void content(StringBuilder out, String text) {
        write(out, text, false);
    }

    /** Appends text for an attribute value in double quotes. */
    public void attribute(StringBuilder out, String text) {
        write(out, text, true);
    }

    private void write(StringBuilder out, String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\t' -> out.append(attribute ? "&#9;" : "\t");
                case '\n' -> out.append(attribute ? "&#10;" : "\n");
                default -> {
                    boolean pair = Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (pair) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(single(c));
                    }
                }
            }
        }
    }

    private char single(char c) {
        boolean legal = c >= 0x20 && !Character.isSurrogate(c) && c < 0xFFFE;
        if (!legal) {
            replaced++;
        }
        return legal ? c : REPLACEMENT;
    }
}
