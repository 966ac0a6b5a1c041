package tendril.indicator;

import java.util.Optional;

/** What reading one value as one type came to: an indicator, or the reason why not. Immutable. */
public sealed interface Reading {

    /** The value is of the type; here it is in canonical form. */
    record Accepted(Indicator value) implements Reading {}

    /**
     * The value is not of the type.
     *
     * @param reason one or two sentences for a person: what is wrong, why, and what to do; plain text that is safe to
     *     show, with invisible characters written as {@code U+200B}
     */
    record Refused(String reason) implements Reading {}

    /** The indicator, if there is one. */
    default Optional<Indicator> indicator() {
        return switch (this) {
            case Accepted accepted -> Optional.of(accepted.value());
            case Refused refused -> Optional.empty();
        };
    }

    /** The reason of a refusal; empty text for what was accepted. */
    default String reason() {
        return switch (this) {
            case Accepted accepted -> "";
            case Refused refused -> refused.reason();
        };
    }

    static Reading accepted(IndicatorType type, String canonical) {
        return new Accepted(new Indicator(type, canonical));
    }
}
