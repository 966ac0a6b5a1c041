package tendril.graph;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import tendril.indicator.IndicatorType;

/**
 * Which results of an answer are taken; what it names holds together. Immutable.
 *
 * @param since  the first day on which a result was last seen; results without a date stay out
 * @param types  the types to take; none named takes all
 * @param newest how many to take, those seen last first
 */
public record Narrowing(Optional<LocalDate> since, Set<IndicatorType> types, OptionalInt newest) {
    /** Takes all of it. */
    public static final Narrowing EVERYTHING = new Narrowing(Optional.empty(), Set.of(), OptionalInt.empty());

    public Narrowing {
        types = types.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(types));
        if (newest.isPresent() && newest.getAsInt() < 1) {
            throw new IllegalArgumentException("A narrowed answer keeps at least one result.");
        }
    }

    /** In words: "the newest 1,000 seen since 2024-01-01, only Domain". */
    public String words() {
        if (equals(EVERYTHING)) {
            return "all of it";
        }
        var words = new StringJoiner(", ");
        newest.ifPresent(most -> words.add(String.format(java.util.Locale.ROOT, "the newest %,d", most)));
        since.ifPresent(day -> words.add("seen since " + day));
        if (!types.isEmpty()) {
            words.add("only " + types.stream().map(IndicatorType::label).collect(Collectors.joining(" and ")));
        }
        return words.toString();
    }
}
