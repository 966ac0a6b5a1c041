package tendril.server.page;

import java.io.IOException;
import java.io.OutputStream;
import tendril.server.api.Links;

/**
 * What a voter sees: that the vote counted, and the way back.
 *
 * @param value    what was voted on
 * @param sentence what became of the vote
 */
record VotePage(String value, String sentence) {
    void writeTo(OutputStream out) throws IOException {
        var html = new Html(out);
        PageFrame.open(html, "Vote on " + value);
        html.raw("<h1>")
                .text(value)
                .raw("</h1>\n<section><p>" + sentence + "</p>\n<p><a href=\"/pivot.php?data=" + Links.encode(value)
                        + "\">Back to its page</a></p></section>\n");
        PageFrame.close(html);
    }
}
