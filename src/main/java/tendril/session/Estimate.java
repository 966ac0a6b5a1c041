package tendril.session;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import tendril.indicator.Indicator;
import tendril.pivot.Pivot;

/**
 * What a pivot is likely to bring, before a slot is spent on it. Immutable.
 *
 * @param pivot     what would be asked
 * @param indicator about whom
 * @param expected  how many results to expect, where anything is known
 * @param basis     where that number comes from, as half a sentence; empty without a number
 * @param noise     the warning, where the indicator is known noise
 * @param recorded  whether the case has the answer already, so that no slot is spent
 */
public record Estimate(
        Pivot pivot,
        Indicator indicator,
        OptionalInt expected,
        String basis,
        Optional<NoiseEntry> noise,
        boolean recorded) {
    /** How many results to expect, short enough for a menu row: "about 4,000", or empty. */
    public String count() {
        return expected.isEmpty() ? "" : "about " + number(expected.getAsInt());
    }

    /** Whether to confirm before asking: not what is recorded, which costs nothing, nor what brings no new nodes. */
    public boolean asksFirst() {
        return !recorded && drowns();
    }

    /** Whether asking it anew is likely to drown the case, whatever is recorded. */
    public boolean drowns() {
        return !pivot.outputs().isEmpty()
                && noise.filter(entry -> entry.asksFirst(indicator.value())).isPresent();
    }

    /** The warning and the number in one or two sentences; empty when there is nothing to warn of. */
    public String warning() {
        return noise.map(entry -> entry.sentence(indicator.value())
                        + (expected.isEmpty()
                                ? ""
                                : " Expect about " + number(expected.getAsInt()) + " results, " + basis + "."))
                .orElse("");
    }

    static String number(int count) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(count);
    }
}
