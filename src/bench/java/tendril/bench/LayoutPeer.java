package tendril.bench;

/** Somebody who lays graphs out: our engine, another library, or a program that is installed. */
interface LayoutPeer {
    String name();

    /** The largest graph worth waiting for, in nodes. */
    int nodesMax();

    /** Whether it is here at all: a program may not be installed. */
    default boolean isPresent() {
        return true;
    }

    /**
     * Lays the graph out from nothing until it is done or the trail ends, and marks its way on the trail. What comes
     * before {@link Trail#begin} is not measured.
     */
    void arrange(LayoutCase graph, long seed, Trail trail);
}
