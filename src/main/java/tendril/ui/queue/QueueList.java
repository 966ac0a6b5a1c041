package tendril.ui.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;

/**
 * The lines that are shown, brought from one order to the next in as few steps as it takes, so that a table keeps its
 * place and its selection while one request after another goes. Confined to the FX thread.
 */
final class QueueList extends ModifiableObservableListBase<QueueLine> {
    /** More steps than this cost a table more than a whole new list. */
    static final int STEPS_MAX = 48;

    private List<QueueLine> lines = new ArrayList<>();
    private long steps;

    /** Makes this the list. */
    void show(List<QueueLine> next) {
        if (lines.equals(next)) {
            return;
        }
        lines.forEach(line -> line.place = -1);
        for (int place = 0; place < next.size(); place++) {
            next.get(place).place = place;
        }
        boolean[] stays = rising(lines.stream().mapToInt(line -> line.place).toArray());
        int staying = 0;
        for (boolean stay : stays) {
            staying += stay ? 1 : 0;
        }
        int needed = lines.size() - staying + next.size() - staying;
        if (needed > STEPS_MAX) {
            setAll(next);
        } else {
            step(stays, next);
        }
        steps += Math.min(needed, STEPS_MAX);
    }

    private void step(boolean[] stays, List<QueueLine> next) {
        beginChange();
        for (int place = lines.size() - 1; place >= 0; place--) {
            if (!stays[place]) {
                remove(place);
            }
        }
        for (int place = 0; place < next.size(); place++) {
            if (place == lines.size() || lines.get(place) != next.get(place)) {
                add(place, next.get(place));
            }
        }
        endChange();
    }

    /** Which of these numbers belong to the longest rising row among them; negative ones never do. */
    private static boolean[] rising(int[] numbers) {
        int[] lastOfLength = new int[numbers.length];
        int[] before = new int[numbers.length];
        int longest = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < 0) {
                continue;
            }
            int low = 0;
            int high = longest;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (numbers[lastOfLength[middle]] < numbers[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : lastOfLength[low - 1];
            lastOfLength[low] = i;
            longest = Math.max(longest, low + 1);
        }
        boolean[] rising = new boolean[numbers.length];
        for (int i = longest == 0 ? -1 : lastOfLength[longest - 1]; i >= 0; i = before[i]) {
            rising[i] = true;
        }
        return rising;
    }

    /** How many steps a table had to follow so far. */
    long steps() {
        return steps;
    }

    @Override
    public QueueLine get(int index) {
        return lines.get(index);
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public boolean setAll(java.util.Collection<? extends QueueLine> next) {
        beginChange();
        List<QueueLine> before = lines;
        lines = new ArrayList<>(next);
        nextReplace(0, lines.size(), before);
        endChange();
        return true;
    }

    @Override
    protected void doAdd(int index, QueueLine line) {
        lines.add(index, line);
    }

    @Override
    protected QueueLine doSet(int index, QueueLine line) {
        return lines.set(index, line);
    }

    @Override
    protected QueueLine doRemove(int index) {
        return lines.remove(index);
    }

    @Override
    public String toString() {
        return Arrays.toString(lines.stream().map(QueueLine::id).toArray());
    }
}
