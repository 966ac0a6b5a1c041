package tendril.pivot;

/** Who gets to see a query that is put to a provider, from the narrowest to the widest. */
public enum Audience {
    /** Nothing leaves this machine. */
    THIS_MACHINE("nobody outside this machine"),
    /** A server that the team runs itself. */
    OWN_SERVER("your own server"),
    /** A third party, which may log, share or sell what it is asked. */
    THIRD_PARTY("its operator, and whoever the operator shares with"),
    /** Everybody: the query or its result is published. */
    PUBLIC("everybody: queries are published");

    private final String words;

    Audience(String words) {
        this.words = words;
    }

    /** Completes the sentence "This query is seen by …". */
    public String words() {
        return words;
    }
}
