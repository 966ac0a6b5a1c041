package tendril.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A calendar day as old sources write it: {@code YYYY-MM-DD}, where {@code 0000-00-00} says that nobody knows. Days
 * that no calendar has ({@code 2015-02-31}) are kept as they were written. Immutable.
 *
 * @param number the eight digits read as one number: 20151009; 0 when unknown
 */
public record Day(int number) implements Comparable<Day> {
    public static final Day UNKNOWN = new Day(0);

    private static final int TEXT_LENGTH = 10;

    public Day {
        if (number < 0 || number > 9999_99_99) {
            throw new IllegalArgumentException("A day has eight digits, not " + number);
        }
    }

    public static Day of(LocalDate date) {
        return new Day(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
    }

    /** Reads {@code YYYY-MM-DD}; empty when the text has any other form. */
    public static Optional<Day> parse(String text) {
        if (text.length() != TEXT_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Optional.empty();
        }
        int number = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            char c = text.charAt(i);
            if (i == 4 || i == 7) {
                continue;
            }
            if (c < '0' || c > '9') {
                return Optional.empty();
            }
            number = number * 10 + (c - '0');
        }
        return Optional.of(new Day(number));
    }

    /** The date, if this is a day that a calendar has; sources also write such as 2015-02-30. */
    public Optional<LocalDate> date() {
        try {
            return isKnown()
                    ? Optional.of(LocalDate.of(number / 10_000, number / 100 % 100, number % 100))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public boolean isKnown() {
        return number != 0;
    }

    /** The earlier of two days; a known day wins over an unknown one. */
    public Day earlier(Day other) {
        if (!isKnown()) {
            return other;
        }
        return other.isKnown() && other.number < number ? other : this;
    }

    /** The later of two days; a known day wins over an unknown one. */
    public Day later(Day other) {
        return other.number > number ? other : this;
    }

    /** The ten characters {@code YYYY-MM-DD}. */
    public String text() {
        char[] text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
        int rest = number;
        for (int i = TEXT_LENGTH - 1; i >= 0; i--) {
            if (i != 4 && i != 7) {
                text[i] = (char) ('0' + rest % 10);
                rest /= 10;
            }
        }
        return new String(text);
    }

    @Override
    public int compareTo(Day other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return text();
    }
}
