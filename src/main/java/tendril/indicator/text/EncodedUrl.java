package tendril.indicator.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tendril.indicator.IndicatorType;
import tendril.indicator.Urls;
import tendril.indicator.word.DomainEnding;
import tendril.indicator.word.Marks;
import tendril.indicator.word.NameReading;
import tendril.indicator.word.Scheme;
import tendril.indicator.word.Script;

/** A URL written in hexadecimal, in Base64 or with percent codes, as scripts and traffic logs hide them. */
final class EncodedUrl {
    /** Longest encoded text that is decoded, in characters; what is longer is a file, not a URL. */
    private static final int LENGTH_MAX = 4 * Urls.LENGTH_MAX;

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final Script script;

    EncodedUrl(Script script) {
        this.script = script;
    }

    Optional<Found> read(int i) {
        char c = script.at(i);
        if ("+/_-%.~".indexOf(script.at(i - 1)) >= 0 && i > 0) {
            // The middle of an encoded text that was looked at from its beginning.
            return Optional.empty();
        }
        if (c == '6' && (script.reads(i, "687474703a2f2f") || script.reads(i, "68747470733a2f2f"))) {
            return decoded(i, runEnd(i, ""), Code.HEXADECIMAL);
        }
        boolean base64 = c == 'a' && (exactly(i, "aHR0cDovL") || exactly(i, "aHR0cHM6Ly"));
        if (base64) {
            return decoded(i, runEnd(i, "+/_-"), Code.BASE64);
        }
        boolean percent = script.reads(i, "http%3a%2f%2f") || script.reads(i, "https%3a%2f%2f");
        return percent ? decoded(i, runEnd(i, "%._~-+"), Code.PERCENT) : Optional.empty();
    }

    private enum Code {
        HEXADECIMAL,
        BASE64,
        PERCENT
    }

    private Optional<Found> decoded(int start, int end, Code code) {
        if (end - start > LENGTH_MAX) {
            return Optional.empty();
        }
        String text = script.slice(start, end);
        String plain = switch (code) {
            case HEXADECIMAL -> hexadecimal(text);
            case BASE64 -> base64(text);
            case PERCENT -> percent(text);
        };
        var inner = new Script(plain);
        var marks = new Marks(inner);
        var urls = new UrlReading(inner, new NameReading(inner, marks), new PathReading(inner), new DomainEnding());
        return Scheme.at(inner, 0)
                .flatMap(urls::read)
                .map(url -> new Found(IndicatorType.URL, url.value(), start, end));
    }

    private int runEnd(int i, String signs) {
        int at = i;
        while (at < script.length() && (Script.isAlphanumeric(script.at(at)) || signs.indexOf(script.at(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private boolean exactly(int i, String word) {
        for (int k = 0; k < word.length(); k++) {
            if (script.at(i + k) != word.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    private static String hexadecimal(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i + 1 < text.length(); i += 2) {
            int high = Character.digit(text.charAt(i), 16);
            int low = Character.digit(text.charAt(i + 1), 16);
            if (high < 0 || low < 0) {
                break;
            }
            bytes.write(high * 16 + low);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Base64 of any alphabet and any padding, as far as it goes: malware's own encoders are careless. */
    private static String base64(String text) {
        var bytes = new ByteArrayOutputStream();
        int bits = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = BASE64.indexOf(text.charAt(i) == '-' ? '+' : text.charAt(i) == '_' ? '/' : text.charAt(i));
            if (value < 0) {
                break;
            }
            bits = (bits << 6 | value) & 0xffffff;
            count += 6;
            if (count >= Byte.SIZE) {
                count -= Byte.SIZE;
                bytes.write(bits >> count);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String percent(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
