package tendril.pivot;

/**
 * What would leave the machine for a pivot. Several pivots on one indicator can share one question, since one report
 * answers them all; equal questions are asked once. Immutable.
 *
 * @param provider the provider it is put to
 * @param key      equal for equal questions, whatever the base URL; stands in case files
 * @param shownAs  the request as a person may see it, such as {@code GET https://host/path?email=a@b.c}; never holds a
 *                 secret
 */
public record Question(String provider, String key, String shownAs) {
    /** Two questions are the same when the same provider would be asked the same thing. */
    public boolean sameAs(Question other) {
        return provider.equals(other.provider) && key.equals(other.key);
    }
}
