package tendril.server.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request, decoded the way PHP reads them: {@code +} is a space, the last of a name wins. */
public final class Query {
    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /** Reads {@code a=b&c=d}; odd escapes are taken literally, as nothing in here can be wrong enough to refuse. */
    static Query parse(String text) {
        return new Query(Map.of()).with(text);
    }

    /** These and more of the same form; of a name that is in both, the new one wins. */
    Query with(String text) {
        Map<String, String> all = new LinkedHashMap<>(values);
        for (String pair : text.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            all.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new Query(all);
    }

    /** The value of a parameter; empty when it was not sent. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Turns percent-encoded bytes into text, reading them as UTF-8. */
    public static String decode(String encoded) {
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%' && i + 2 < encoded.length() && hex(encoded, i + 1) >= 0 && hex(encoded, i + 2) >= 0) {
                bytes[length++] = (byte) (hex(encoded, i + 1) * 16 + hex(encoded, i + 2));
                i += 2;
            } else {
                bytes[length++] = c == '+' ? (byte) ' ' : (byte) c;
            }
        }
        return new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8);
    }

    private static int hex(String text, int at) {
        return Character.digit(text.charAt(at), 16);
    }
}
