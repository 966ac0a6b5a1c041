package tendril.indicator.text;

import java.util.List;
import tendril.indicator.Shown;
import tendril.indicator.Urls;
import tendril.indicator.word.Script;

/**
 * The path, query and fragment of a URL in a text: where they end, and how they read without disguise. A URL in prose
 * ends before the punctuation of the sentence, before a bracket that it did not open, and where the next URL of a list
 * begins. Single-threaded.
 */
final class PathReading {
    private static final String STOPS =
            "\"<>|`^\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u3002\u3001\uff0c\uff1b\uff1a"
                    + "\u300c\u300d\u300e\u300f\u3010\u3011\uff08\uff09\u300a\u300b\uff1e\uff1c";

    /** What may follow a URL but seldom ends one. */
    private static final String TRAILING = ".,;:!?'*\u2026[({\\";

    private static final List<String> ENTITIES =
            List.of("&lt;", "&gt;", "&quot;", "&#34;", "&#39;", "&apos;", "&nbsp;");

    private final Script script;
    private final StringBuilder path = new StringBuilder();
    private final int[] open = new int[3];
    private int end;

    PathReading(Script script) {
        this.script = script;
    }

    int end() {
        return end;
    }

    /** The path as meant; longer than {@link Urls#LENGTH_MAX} if it was. */
    String path() {
        return path.toString();
    }

    void read(int i) {
        path.setLength(0);
        java.util.Arrays.fill(open, 0);
        int goodEnd = i;
        int goodLength = 0;
        int at = i;
        while (at < script.length()) {
            int step = step(at, i);
            if (step == 0) {
                break;
            }
            at += step;
            if (TRAILING.indexOf(script.at(at - 1)) < 0) {
                goodEnd = at;
                goodLength = path.length();
            }
        }
        path.setLength(goodLength);
        end = goodEnd;
    }

    /** Takes one character or one disguised sign; returns how much text that was, 0 where the path ends. */
    private int step(int at, int start) {
        char c = script.at(at);
        int sign = disguisedSign(at);
        if (sign > 0) {
            return sign;
        }
        boolean glued = at > start && Script.isCjk(c) && Script.isAlphanumeric(script.at(at - 1));
        if (isEnd(at) || glued) {
            return 0;
        }
        if (c == '\\') {
            char next = script.at(at + 1);
            if ("/.?=&-_".indexOf(next) < 0 || next == '\0') {
                return 0;
            }
            append(next);
            return 2;
        }
        int kind = "[({".indexOf(c);
        if (kind >= 0) {
            open[kind]++;
        }
        kind = "])}".indexOf(c);
        if (kind >= 0 && --open[kind] < 0) {
            return 0;
        }
        append(c);
        return 1;
    }

    /** {@code [.]}, {@code (dot)}, {@code [/]}: the length, or 0. */
    private int disguisedSign(int at) {
        if (!Script.isOpener(script.at(at))) {
            return 0;
        }
        if (Script.isCloser(script.at(at + 2))
                && ".,/:@-_?=&#".indexOf(script.at(at + 1)) >= 0
                && script.at(at + 1) != 0) {
            append(script.at(at + 1) == ',' ? '.' : script.at(at + 1));
            return 3;
        }
        if (script.reads(at + 1, "dot") && Script.isCloser(script.at(at + 4))) {
            append('.');
            return 5;
        }
        return 0;
    }

    private boolean isEnd(int at) {
        char c = script.at(at);
        if (c <= ' '
                || c == 0x7f
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || STOPS.indexOf(c) >= 0
                || (c >= 0x80 && (Character.isISOControl(c) || Shown.isInvisible(c)))) {
            return true;
        }
        return switch (c) {
            case '\'' -> {
                char next = script.at(at + 1);
                yield next <= ' ' || ",;)]}>.+\"".indexOf(next) >= 0;
            }
            case ',', ';' ->
                script.reads(at + 1, "http") || script.reads(at + 1, "hxxp") || script.reads(at + 1, "ftp:");
            case '&' -> ENTITIES.stream().anyMatch(entity -> script.reads(at, entity));
            default -> Character.isSurrogate(c) && !isPaired(at);
        };
    }

    private boolean isPaired(int at) {
        char c = script.at(at);
        return Character.isHighSurrogate(c)
                ? Character.isLowSurrogate(script.at(at + 1))
                : Character.isHighSurrogate(script.at(at - 1));
    }

    private void append(char c) {
        if (path.length() <= Urls.LENGTH_MAX) {
            path.append(c);
        }
    }
}
