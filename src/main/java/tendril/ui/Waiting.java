package tendril.ui;

/** What a person sees while a file is read, and how they end it. Confined to the FX thread. */
public interface Waiting {
    /**
     * Takes no other input from now on.
     *
     * @param what    is being done, "Opening shared.tendril"
     * @param callOff ends it early; {@link #end} follows
     */
    void begin(String what, Runnable callOff);

    /**
     * Says how far it has come.
     *
     * @param words what a person reads, "12,000 of 250,000 facts"
     * @param part  from 0 to 1; below 0 when it cannot be told
     */
    void progress(String words, double part);

    void end();
}
