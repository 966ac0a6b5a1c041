package tendril.provider.threatcrowd;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tendril.pivot.Answer;
import tendril.pivot.PivotOutcome;
import tendril.provider.Words;

/**
 * A body that was sent with status 200 and is no report at all: empty, a web page, or a line of plain text. The real
 * service did this when it was overloaded, so it never means "nothing found". Pure.
 */
final class NoReport {
    private static final int LOOKED_AT_BYTES_MAX = 1_000;

    private NoReport() {}

    /** What the body means, when it does not begin as JSON does. */
    static Optional<PivotOutcome> in(Answer answer, String name, String host) {
        byte[] body = answer.body();
        String start = new String(body, 0, Math.min(body.length, LOOKED_AT_BYTES_MAX), StandardCharsets.UTF_8);
        String text = start.startsWith("\ufeff") ? start.substring(1).strip() : start.strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            return Optional.empty();
        }
        if (text.isEmpty()) {
            return unreachable(host + " sent an empty answer, as it does when it is overloaded; try again later.");
        }
        if (text.startsWith("<")) {
            return unreachable(host + " sent a web page instead of data: it is overloaded, it is no " + name
                    + " server, or your network wants you to sign in; open its address in a browser to see which.");
        }
        if (text.toLowerCase(Locale.ROOT).contains("too many connections")) {
            return Optional.of(new PivotOutcome.Throttled(
                    Optional.empty(), host + " says it has too many connections; the question stays in the queue."));
        }
        return unreachable(host + " sent no report but " + Words.quoted(text) + "; try again later.");
    }

    private static Optional<PivotOutcome> unreachable(String reason) {
        return Optional.of(new PivotOutcome.Unreachable(reason));
    }
}
