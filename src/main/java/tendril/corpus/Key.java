package tendril.corpus;

import java.util.Locale;

/** How a value is folded to the key it is looked up by: its spelling may differ, its meaning may not. */
public final class Key {
    private Key() {}

    /**
     * The key of a value as it was written: lower case, without white space and control characters around it, without
     * the final dot of a host name. {@code "NS2.Host.Example\r"} and {@code "ns2.host.example"} share one key.
     */
    public static String of(String written) {
        int from = 0;
        int to = written.length();
        while (from < to && written.charAt(from) <= ' ') {
            from++;
        }
        while (from < to && written.charAt(to - 1) <= ' ') {
            to--;
        }
        if (to - from > 1 && written.charAt(to - 1) == '.') {
            to--;
        }
        return written.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
