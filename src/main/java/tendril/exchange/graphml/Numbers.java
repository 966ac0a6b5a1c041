package tendril.exchange.graphml;

import java.util.Optional;

/** Reads the numbers of foreign files. */
final class Numbers {
    private static final int NUMBER_CHARS_MAX = 64;

    private Numbers() {}

    /** The number, if it is one and finite. */
    static Optional<Double> finite(String text) {
        if (text.length() > NUMBER_CHARS_MAX) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }
}
