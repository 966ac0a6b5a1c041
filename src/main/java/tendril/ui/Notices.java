package tendril.ui;

/** Where a sentence for the person goes. Confined to the FX thread. */
public interface Notices {
    /** How much it matters. */
    enum Weight {
        /** Something is done. */
        DONE,
        /** Good to know. */
        NOTE,
        /** Something did not work; stays until it is closed. */
        PROBLEM
    }

    void show(Weight weight, String sentence);

    /** Shows a sentence with something that can be done about it. */
    void show(Weight weight, String sentence, String actionName, Runnable action);

    default void done(String sentence) {
        show(Weight.DONE, sentence);
    }

    default void note(String sentence) {
        show(Weight.NOTE, sentence);
    }

    default void problem(String sentence) {
        show(Weight.PROBLEM, sentence);
    }
}
