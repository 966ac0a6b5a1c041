package tendril.session;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of a noise list. Immutable.
 *
 * @param kind    why what it matches is noise
 * @param matcher how it matches
 * @param value   what it matches, in canonical form
 * @param reason  why, and what to expect, as the rest of a sentence without its full stop
 * @param about   how many results to expect, where the list says so
 */
public record NoiseEntry(NoiseKind kind, Matcher matcher, String value, String reason, OptionalInt about) {
    /** How an entry matches indicators. The {@link #id} stands in noise files and must never change. */
    public enum Matcher {
        ADDRESS("address"),
        DOMAIN("domain"),
        EMAIL("email"),
        /** Addresses inside a block. */
        BLOCK("block"),
        /** A domain and every name below it. */
        UNDER("under"),
        /** Email addresses at a domain or below it. */
        MAIL_AT("mail-at"),
        /** Email addresses with a text in them. */
        MAIL_HAS("mail-has");

        private final String id;

        Matcher(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        static Optional<Matcher> ofId(String id) {
            return Arrays.stream(values())
                    .filter(matcher -> matcher.id.equals(id))
                    .findFirst();
        }
    }

    /**
     * Whether a pivot on what it matches ought to be confirmed. A name below a shared domain is one customer, and often
     * the very thing that is investigated; the domain itself is everybody.
     *
     * @param indicatorValue the value of the indicator it matched
     */
    public boolean asksFirst(String indicatorValue) {
        return kind.isDrowning() && (matcher != Matcher.UNDER || indicatorValue.equals(value));
    }

    /** The warning in words: "192.0.2.10 is a sinkhole: …." */
    public String sentence(String indicatorValue) {
        String subject = matcher == Matcher.UNDER && !indicatorValue.equals(value)
                ? indicatorValue + " is under " + value + ", " + kind.words()
                : indicatorValue + " is " + kind.words();
        return subject + ": " + reason + ".";
    }

    /** How many results to expect, in words; empty where the list does not say. */
    public String expectation() {
        return about.isEmpty()
                ? ""
                : "about " + NumberFormat.getIntegerInstance(Locale.ROOT).format(about.getAsInt()) + " results";
    }
}
