package tendril;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import tendril.session.OpenCase;
import tendril.ui.Waiting;
import tendril.ui.canvas.CanvasNodes;

/**
 * Brings how far an opening has come from the thread that opens to the window, no faster than the window takes it.
 * Thread-safe.
 */
final class Progress implements OpenCase.Watch {
    /** How much of the whole reading is, folding being the rest. */
    private static final double READING_PART = 0.65;

    private final Waiting waiting;
    private final Executor fx;
    private final Opener.CallOff callOff;
    private final AtomicReference<Optional<Word>> next = new AtomicReference<>(Optional.empty());

    /**
     * A progress.
     *
     * @param fx the way to the FX thread
     */
    Progress(Waiting waiting, Executor fx, Opener.CallOff callOff) {
        this.waiting = waiting;
        this.fx = fx;
        this.callOff = callOff;
    }

    private record Word(String words, double part) {}

    @Override
    public boolean goesOn(OpenCase.Step step, long done, long all) {
        double part = all == 0 ? 1 : (double) done / all;
        tell(
                switch (step) {
                    case READING ->
                        new Word(String.format(Locale.ROOT, "%,d of %,d facts", done, all), READING_PART * part);
                    case FOLDING ->
                        new Word(
                                String.format(Locale.ROOT, "Putting %,d facts together", all),
                                READING_PART + (1 - READING_PART) * part);
                });
        return !callOff.isOff();
    }

    /** The nodes of a case that was opened. On the thread that opens. */
    Optional<CanvasNodes> drawn(OpenCase.Result result) {
        if (!(result instanceof OpenCase.Result.Open opened)) {
            return Optional.empty();
        }
        var graph = opened.openCase().session().graph();
        tell(new Word(
                String.format(
                        Locale.ROOT, "Drawing %,d entities and %,d links", graph.entityCount(), graph.linkCount()),
                -1));
        var nodes = new CanvasNodes(graph);
        // Made here so that the first picture does not wait for it on the FX thread.
        nodes.publish().nodeGrid();
        return Optional.of(nodes);
    }

    private void tell(Word word) {
        if (next.getAndSet(Optional.of(word)).isEmpty()) {
            fx.execute(() ->
                    next.getAndSet(Optional.empty()).ifPresent(last -> waiting.progress(last.words(), last.part())));
        }
    }
}
