package tendril.server.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tendril.corpus.Key;
import tendril.server.api.Links;
import tendril.server.api.ReportKind;

/**
 * Writes HTML. Values from the corpus are hostile text: they go through {@link #text} or {@link #link}, where markup is
 * escaped and what cannot be seen (control, bidirectional, zero-width characters) is shown as its code. Confined to one
 * thread.
 */
public final class Html {
    private final OutputStream out;

    Html(OutputStream out) {
        this.out = out;
    }

    /** Writes our own markup. */
    Html raw(String markup) throws IOException {
        out.write(markup.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Writes a value as text that looks like what it is. */
    Html text(String value) throws IOException {
        return raw(escape(value));
    }

    /** Writes a value as a link to its own page. */
    Html link(ReportKind kind, String value) throws IOException {
        String style = kind == ReportKind.FILE ? " class=\"text-uppercase\"" : "";
        return raw("<a" + style + " href=\"" + href(kind, value) + "\">")
                .text(value)
                .raw("</a>");
    }

    /** Where the page of a value is, as it stands in an attribute. */
    static String href(ReportKind kind, String value) {
        return "/" + kind.page() + Links.encode(Key.of(value)).replace("'", "&#39;");
    }

    static String escape(String value) {
        var escaped = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (isUnseen(c)) {
                        escaped.append("<span class=\"odd\">U+")
                                .append(String.format(Locale.ROOT, "%04X", c))
                                .append("</span>");
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
