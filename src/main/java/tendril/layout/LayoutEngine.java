package tendril.layout;

/**
 * One way to arrange a graph. A pure function: the same graph, seed and engine give the same positions, bit for bit,
 * whatever the number of lanes. It runs on the thread that calls it, so call it on a background thread. Any graph is
 * good, however odd; every node of the answer has a finite place, and pinned nodes stand exactly where they stood.
 */
@FunctionalInterface
public interface LayoutEngine {

    /** Arranges the graph, or as much of it as was done when the run's stop token was set. */
    Positions arrange(LayoutGraph graph, LayoutRun run);
}
