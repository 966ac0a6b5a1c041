package tendril.picture.paint;

import java.util.Optional;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.scene.Camera;
import tendril.picture.scene.Scene;

/**
 * What to paint next, and when: the newest request at once, carefully if that has proved quick enough, else fast and
 * then again carefully when nothing was asked for a while. Time comes in as a parameter, in nanoseconds of any steady
 * clock. Not thread-safe; {@link PaintLoop} guards it.
 */
final class PaintSchedule {
    /** Stillness after which a fast picture is painted again carefully. */
    static final long STILL_NS = 120_000_000;

    /** A careful picture that takes no longer than this is painted even in motion. */
    static final long QUICK_NS = 13_000_000;

    private Optional<Request> wanted = Optional.empty();
    private Optional<Request> painted = Optional.empty();
    private Pass paintedPass = Pass.FAST;
    private long wantedAt;
    private long carefulNs = Long.MAX_VALUE;

    /** What somebody wants to see. */
    record Request(Scene scene, Camera camera, Look look) {}

    /** What to do now. */
    sealed interface Step {
        /** Paint this, so carefully. */
        record Paint(Request request, Pass pass) implements Step {}

        /** Nothing to paint for so long, unless something is asked. */
        record Wait(long ns) implements Step {}

        /** Nothing to paint until something is asked. */
        record Rest() implements Step {}
    }

    void want(Request request, long now) {
        if (!wanted.equals(Optional.of(request))) {
            wanted = Optional.of(request);
            wantedAt = now;
        }
    }

    Step next(long now) {
        if (wanted.isEmpty()) {
            return new Step.Rest();
        }
        var request = wanted.get();
        if (!painted.equals(wanted)) {
            return new Step.Paint(request, carefulNs <= QUICK_NS ? Pass.SMOOTH : Pass.FAST);
        }
        if (paintedPass == Pass.SMOOTH) {
            return new Step.Rest();
        }
        long left = wantedAt + STILL_NS - now;
        return left > 0 ? new Step.Wait(left) : new Step.Paint(request, Pass.SMOOTH);
    }

    /** Whether a careful picture of this request has been overtaken. A fast one never is: in motion it would starve. */
    boolean isOvertaken(Step.Paint paint) {
        return paint.pass() == Pass.SMOOTH && carefulNs > QUICK_NS && !wanted.equals(Optional.of(paint.request()));
    }

    /** The picture before was touched up to be this one, as carefully as it was painted. */
    void retouched(Request request, Pass pass) {
        painted = Optional.of(request);
        paintedPass = pass;
    }

    /** A picture was finished and took so long. */
    void painted(Step.Paint paint, long tookNs) {
        painted = Optional.of(paint.request());
        paintedPass = paint.pass();
        if (paint.pass() == Pass.SMOOTH) {
            carefulNs = tookNs;
        }
    }
}
