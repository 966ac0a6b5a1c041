package tendril.analysis;

/**
 * Somebody who waits for a long computation: hears how far it is and may end it. Called on the computing thread, often;
 * it must be quick.
 */
@FunctionalInterface
public interface Watch {
    /** Lets it run to its end and shows nothing. */
    Watch PATIENT = (done, total) -> true;

    /**
     * Whether to go on.
     *
     * @param done  how many of {@code total} equal steps are done
     * @param total how many there are
     */
    boolean goOn(int done, int total);
}
