package tendril.corpus;

/**
 * What adding observations changed. Immutable.
 *
 * @param added     rows that were new
 * @param widened   rows that were known and now span more days
 * @param unchanged rows that said nothing new
 */
public record Merged(long added, long widened, long unchanged) {
    public static final Merged NOTHING = new Merged(0, 0, 0);

    public Merged plus(Merged other) {
        return new Merged(added + other.added, widened + other.widened, unchanged + other.unchanged);
    }
}
