package tendril.layout;

import java.util.function.Supplier;

/**
 * What one run of an engine is given besides the graph.
 *
 * @param seed     decides every random choice: same graph, same seed, same positions
 * @param lanes    who shares the work; does not change the result
 * @param stop     asks the run to end early with what it has
 * @param progress hears how far the run is
 */
public record LayoutRun(long seed, Lanes lanes, StopToken stop, Progress progress) {

    /** The seed that stands for "the usual picture". */
    public static final long DEFAULT_SEED = 1;

    /** A run on the calling thread alone that nobody watches. */
    public static LayoutRun quiet(long seed) {
        return new LayoutRun(seed, Lanes.one(), new StopToken(), Progress.NONE);
    }

    /** A run that nobody watches, on several lanes. */
    public static LayoutRun quiet(long seed, Lanes lanes) {
        return new LayoutRun(seed, lanes, new StopToken(), Progress.NONE);
    }

    /** Hears how far a layout is, on the layout's thread, so it must be quick. */
    @FunctionalInterface
    public interface Progress {
        /** Does nothing. */
        Progress NONE = (fraction, soFar) -> {};

        /**
         * Called now and then.
         *
         * @param fraction of the work done, 0 to 1, never falling
         * @param soFar    makes the positions as they are now; costs a copy, so ask only when they will be shown, and
         *                 only during the call
         */
        void at(double fraction, Supplier<Positions> soFar);
    }
}
