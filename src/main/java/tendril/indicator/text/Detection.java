package tendril.indicator.text;

import tendril.indicator.Indicator;

/**
 * What a person typed or pasted into one field: the one indicator meant, or several, or none, with a sentence that says
 * so. Defanged writing is understood. Immutable.
 */
public sealed interface Detection {
    /**
     * One indicator.
     *
     * @param indicator the most likely reading
     * @param refanged  whether it was written defanged, or dressed in other ways, so that the field may show what it
     *     became
     */
    record Single(Indicator indicator, boolean refanged) implements Detection {}

    /**
     * A text with indicators in it, for {@link Extraction}.
     *
     * @param count  how many different ones it holds, at least one
     * @param reason a sentence for a person
     */
    record Several(int count, String reason) implements Detection {}

    /**
     * No indicator.
     *
     * @param reason one or two sentences for a person: what is wrong, why, what to do
     */
    record Nothing(String reason) implements Detection {}

    /** Reads one field. Never throws, on any text; linear in its length; any thread. */
    static Detection detect(String typed) {
        return TypedText.detect(typed);
    }
}
