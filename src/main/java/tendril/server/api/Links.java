package tendril.server.api;

import java.nio.charset.StandardCharsets;

/** How values stand in the addresses of pages. */
public final class Links {
    private static final String AS_THEY_ARE = "-._~@:,!()*";
    /** What the path of every request to the API begins with. */
    public static final String API = "/searchApi/";

    /** That, as some clients ask for it to see whether anybody is there. */
    public static final String API_HOME = "/searchApi";

    private static final String HEX = "0123456789ABCDEF";

    private Links() {}

    /**
     * Percent-encodes a value for the query of a link. What indicators are made of stays readable, the {@code @} of an
     * email address included: clients look for the value in the link.
     */
    public static String encode(String value) {
        var encoded = new StringBuilder(value.length());
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || AS_THEY_ARE.indexOf(c) >= 0;
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return encoded.toString();
    }
}
