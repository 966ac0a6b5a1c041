package tendril.ui.tray;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Puts the rows of the tray in the order a person chose, away from the FX thread: fifty thousand are felt there. Confined
 * to the FX thread but for the work it gives away.
 */
final class TraySort {
    private final Executor background;
    private final Executor fxThread;
    private Optional<TrayOrder> by = Optional.empty();
    private boolean falling;
    private long newest;

    TraySort(Executor background, Executor fxThread) {
        this.background = background;
        this.fxThread = fxThread;
    }

    /** Sorts by this from now on; none leaves the order of the answer. */
    void by(Optional<TrayOrder> order, boolean down) {
        by = order;
        falling = down;
    }

    boolean isChosen() {
        return by.isPresent();
    }

    /**
     * Sorts; a later call makes an earlier one void.
     *
     * @param numbers what is counted for a row; called here for links and answers, in the background for cases
     * @param then    takes the sorted rows, on the FX thread
     */
    void sort(List<TrayRow> rows, Numbers numbers, Consumer<List<TrayRow>> then) {
        long number = ++newest;
        if (by.isEmpty()) {
            then.accept(rows);
            return;
        }
        TrayOrder order = by.get();
        boolean down = falling;
        int[] counted = switch (order) {
            case LINKS -> counted(rows, numbers.links());
            case ANSWERS -> counted(rows, numbers.answers());
            case CASES, VALUE, RELATION, FIRST, LAST, VOTES -> new int[rows.size()];
        };
        background.execute(() -> {
            int[] keys = order == TrayOrder.CASES ? counted(rows, numbers.cases()) : counted;
            List<TrayRow> sorted = sorted(rows, order, keys, down);
            fxThread.execute(() -> {
                if (number == newest) {
                    then.accept(sorted);
                }
            });
        });
    }

    /** What is worked out for a row: its links here, other answers and other cases; the last from any thread. */
    record Numbers(ToIntFunction<TrayRow> links, ToIntFunction<TrayRow> answers, ToIntFunction<TrayRow> cases) {}

    private static int[] counted(List<TrayRow> rows, ToIntFunction<TrayRow> number) {
        return rows.stream().mapToInt(number).toArray();
    }

    private static List<TrayRow> sorted(List<TrayRow> rows, TrayOrder order, int[] keys, boolean down) {
        Comparator<Integer> rising = (a, b) ->
                keys[a] == keys[b] ? order.words.compare(rows.get(a), rows.get(b)) : Integer.compare(keys[a], keys[b]);
        List<TrayRow> sorted = new ArrayList<>(rows.size());
        IntStream.range(0, rows.size())
                .boxed()
                .sorted(down ? rising.reversed() : rising)
                .forEach(place -> sorted.add(rows.get(place)));
        return sorted;
    }
}
