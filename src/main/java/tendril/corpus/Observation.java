package tendril.corpus;

import java.util.Optional;

/**
 * One thing somebody saw: two values, what holds between them, and when. Values are kept exactly as they were written,
 * junk included, and found by their {@link Key}. Immutable.
 *
 * @param relation   what holds between the two
 * @param subject    the left value, as written
 * @param object     the right value, as written
 * @param first      the first day it was seen
 * @param last       the last day it was seen
 * @param occurrence 0, or which repeat this is when a source lists the very same row several times and that shall stay
 */
public record Observation(Relation relation, String subject, String object, Day first, Day last, int occurrence) {
    /** Longer values are not indicators. */
    public static final int VALUE_LENGTH_MAX_CHARS = 4096;

    public Observation {
        problem(subject).or(() -> problem(object)).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        if (occurrence < 0) {
            throw new IllegalArgumentException("Occurrences count from 0, not from " + occurrence);
        }
    }

    /** An observation of one day. */
    public static Observation on(Day day, Relation relation, String subject, String object) {
        return new Observation(relation, subject, object, day, day, 0);
    }

    /** An observation of which no day is known. */
    public static Observation undated(Relation relation, String subject, String object) {
        return on(Day.UNKNOWN, relation, subject, object);
    }

    /** Why a corpus cannot hold a value, as a sentence for people; empty when it can. */
    public static Optional<String> problem(String value) {
        if (value.length() > VALUE_LENGTH_MAX_CHARS) {
            return Optional.of("The value is " + value.length() + " characters long; " + VALUE_LENGTH_MAX_CHARS
                    + " are the most a corpus keeps.");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                return Optional.of("The value holds a NUL character, so it is not text.");
            }
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(i + 1));
                if (!paired) {
                    return Optional.of("The value holds half a character (a lone surrogate), so it is not text.");
                }
                i++;
            }
        }
        return Optional.empty();
    }
}
