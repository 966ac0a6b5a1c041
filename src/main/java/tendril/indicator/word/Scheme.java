package tendril.indicator.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tendril.indicator.Urls;

/**
 * A scheme with its separator, as it begins a URL in a text: {@code http://}, {@code hxxps[:]//}, {@code http //},
 * {@code h**p:\\}.
 *
 * @param name  the scheme meant, in lower case
 * @param start where it begins
 * @param end   where the host begins
 * @param plain whether it was written as URLs are written
 */
public record Scheme(String name, int start, int end, boolean plain) {
    /** Longest scheme looked for, with brackets inside, in characters. */
    private static final int WORD_MAX = 16;

    /** Longest separator looked for: {@code [:][/][/]} and some spaces, in characters. */
    private static final int SEPARATOR_MAX = 16;

    /** What reports write instead, and what they mean. */
    private static final Map<String, String> DISGUISES = disguises();

    /** Words that end in a scheme; only these are believed when the word before is glued to them. */
    private static final String[] GLUED = {"https", "http", "hxxps", "hxxp", "ftp"};

    /** The scheme that begins exactly here. */
    public static Optional<Scheme> at(Script script, int i) {
        var word = new StringBuilder();
        int at = i;
        int open = 0;
        while (at - i < WORD_MAX) {
            char c = script.at(at);
            char next = script.at(at + 1);
            if (Script.isAlphanumeric(c) || c == '*' || c == '+') {
                word.append(c);
            } else if (c == '_' && !(script.at(at - 1) == '_' && isScheme(word))) {
                word.append(c);
            } else if (Script.isOpener(c) && Script.isAsciiLetter(next)) {
                open++;
            } else if (Script.isCloser(c) && at > i && open > 0) {
                open--;
            } else {
                break;
            }
            at++;
            if (c == '_' && next == '_' && isScheme(word.substring(0, word.length() - 1))) {
                // "http__host": two underscores for the separator.
                return named(word.substring(0, word.length() - 1))
                        .filter(name -> Script.isLabel(script.at(i + word.length() + 1)))
                        .map(name -> new Scheme(name, i, i + word.length() + 1, false));
            }
        }
        if (open != 0 || word.isEmpty() || Script.isCloser(script.at(i))) {
            return Optional.empty();
        }
        int wordEnd = at;
        return named(word.toString()).flatMap(name -> separated(script, name, i, wordEnd));
    }

    /** The scheme that ends a longer word: {@code wordhttp://}. */
    public static Optional<Scheme> gluedTo(Script script, int wordStart, int wordEnd) {
        for (String name : GLUED) {
            int start = wordEnd - name.length();
            if (start > wordStart && script.reads(start, name)) {
                return at(script, start).filter(scheme -> script.at(scheme.end() - 1) == '/');
            }
        }
        return Optional.empty();
    }

    private static Optional<Scheme> separated(Script script, String name, int start, int wordEnd) {
        int colons = 0;
        int slashes = 0;
        int at = script.at(wordEnd) == '!' ? wordEnd + 1 : wordEnd;
        boolean web = name.startsWith("http");
        while (at - wordEnd < SEPARATOR_MAX) {
            char c = script.at(at);
            if (c == ':' && colons == 0 && slashes == 0) {
                colons++;
            } else if (c == '/' || c == '\\' && script.at(at + 1) != '/' || (c == '_' && colons > 0 && slashes < 2)) {
                slashes++;
            } else if (!(c == '\\'
                    || (c == ' ' && web && at < wordEnd + 2 && slashes == 0)
                    || isBracketOfSign(script, at, slashes))) {
                break;
            }
            at++;
        }
        boolean enough = colons == 1 ? slashes >= 2 || (slashes == 1 && web) : slashes >= 2 && web;
        if (!enough) {
            return Optional.empty();
        }
        boolean plain = at == wordEnd + 3 && script.reads(wordEnd, "://") && script.reads(start, name);
        int host = web ? script.afterSpaces(at, 3) : at;
        return Optional.of(new Scheme(name, start, host, plain && host == at));
    }

    /** Whether a bracket here belongs to the separator, and does not open an IPv6 host. */
    private static boolean isBracketOfSign(Script script, int at, int slashes) {
        char c = script.at(at);
        char next = script.at(at + 1);
        return (Script.isOpener(c) && (next == ':' || next == '/') && !(next == ':' && slashes > 0))
                || (Script.isCloser(c) && "/:\\".indexOf(script.at(at - 1)) >= 0);
    }

    private static boolean isScheme(CharSequence word) {
        return named(word.toString()).isPresent();
    }

    private static Optional<String> named(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('*', 'x');
        String meant = DISGUISES.get(lower);
        return meant != null ? Optional.of(meant) : Urls.isScheme(lower) ? Optional.of(lower) : Optional.empty();
    }

    private static Map<String, String> disguises() {
        var meanings = new HashMap<String, String>();
        for (String http : new String[] {
            "hxxp", "hxtp", "htxp", "httx", "hpp", "htp", "hxp", "hxxxp", "h__p", "h___p", "h_p", "h00p", "hzzp",
            "hyyp", "hccp", "hggp", "httxp", "htttp", "hhtp", "hhttp", "ttp", "meow", "xxxx", "hxxx", "nttp", "hpxx"
        }) {
            meanings.put(http, "http");
            meanings.put(http + "s", "https");
        }
        meanings.put("httxs", "https");
        meanings.put("httpx", "https");
        meanings.put("hxxpx", "https");
        meanings.put("xxxxx", "https");
        meanings.put("htts", "https");
        for (String ftp : new String[] {"fxp", "ftx", "fxxp", "f_p", "fpt", "fxtp"}) {
            meanings.put(ftp, "ftp");
            meanings.put(ftp + "s", "ftps");
        }
        meanings.put("sfxp", "sftp");
        meanings.put("txp", "tcp");
        meanings.put("uxp", "udp");
        return Map.copyOf(meanings);
    }
}
