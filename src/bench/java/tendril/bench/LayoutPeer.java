package tendril.bench;

/** Somebody who lays graphs out: one of our engines, or another library. */
interface LayoutPeer {
    String name();

    /** The largest graph worth waiting for, in nodes. */
    int nodesMax();

    /** Lays the graph out from nothing until it is done, or settled, or the CPU seconds are spent. */
    double[][] arrange(LayoutCase graph, long seed, double cpuSecondsMax);
}
