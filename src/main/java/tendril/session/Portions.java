package tendril.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Long work on a case, done in portions, so that the case thread serves everybody else in between. The first portion is
 * done at once; each other one waits its turn like any task. Confined to the case thread.
 */
final class Portions {
    private final Executor caseThread;
    private final Runnable ended;
    private final ArrayDeque<Work> underWay = new ArrayDeque<>();

    /**
     * @param caseThread runs the next portion, behind what waits there
     * @param ended      runs when nothing is under way any more that took more than one portion
     */
    Portions(Executor caseThread, Runnable ended) {
        this.caseThread = caseThread;
        this.ended = ended;
    }

    /** Some work, and how far it is. */
    private sealed interface Work {
        /** Does one portion; returns whether more is left. */
        boolean step();

        /** Whether it takes more than one portion. */
        boolean isLong();
    }

    /** A list that is worked off. */
    private static final class Listed<T> implements Work {
        private final List<T> all;
        private final int portion;
        private final BooleanSupplier goesOn;
        private final Consumer<List<T>> each;
        private final Runnable end;
        private int done;
        private boolean over;

        Listed(List<T> all, int portion, BooleanSupplier goesOn, Consumer<List<T>> each, Runnable end) {
            this.all = List.copyOf(all);
            this.portion = portion;
            this.goesOn = goesOn;
            this.each = each;
            this.end = end;
        }

        @Override
        public boolean step() {
            if (over) {
                return false;
            }
            if (done < all.size() && goesOn.getAsBoolean()) {
                int to = Math.min(all.size(), done + portion);
                List<T> some = all.subList(done, to);
                done = to;
                each.accept(some);
            } else {
                done = all.size();
            }
            over = done == all.size();
            if (over) {
                end.run();
            }
            return !over;
        }

        @Override
        public boolean isLong() {
            return all.size() > portion;
        }
    }

    /** A step that is done until that is enough. */
    private record Repeated(BooleanSupplier enough, Runnable once) implements Work {
        @Override
        public boolean step() {
            if (!enough.getAsBoolean()) {
                once.run();
            }
            return !enough.getAsBoolean();
        }

        @Override
        public boolean isLong() {
            return true;
        }
    }

    /**
     * Does some work.
     *
     * @param all     what it is done on
     * @param portion how many at a time
     * @param goesOn  whether it is still wanted; asked before each portion
     * @param each    does a portion
     * @param end     runs once, after the last portion
     */
    <T> void each(List<T> all, int portion, BooleanSupplier goesOn, Consumer<List<T>> each, Runnable end) {
        var work = new Listed<>(all, portion, goesOn, each, end);
        underWay.add(work);
        next(work);
    }

    /** Does a step again and again, each as a portion that waits its turn, until that is enough. */
    void until(BooleanSupplier enough, Runnable step) {
        if (!enough.getAsBoolean()) {
            var work = new Repeated(enough, step);
            underWay.add(work);
            caseThread.execute(() -> next(work));
        }
    }

    private void next(Work work) {
        if (work.step()) {
            caseThread.execute(() -> next(work));
        } else {
            underWay.remove(work);
            if (underWay.isEmpty() && work.isLong()) {
                ended.run();
            }
        }
    }

    /** Whether some work waits for its next portion. */
    boolean areUnderWay() {
        return !underWay.isEmpty();
    }

    /** Does what is left of everything, at once: the case is closed, and what a person chose is to be in it. */
    void finish() {
        for (Work work : new ArrayList<>(underWay)) {
            while (work.step()) {
                // Until nothing is left of it.
            }
        }
        underWay.clear();
    }
}
