package tendril.picture.scene;

import java.util.Arrays;
import java.util.stream.IntStream;
import tendril.picture.scene.Scene.LinkColumns;

/** The links of a live scene, in columns that are copied together, for links change together. Confined to one thread. */
final class LiveLinks {
    private static final int FIRST_CAPACITY = 64;

    private int size;
    private int[] from = new int[FIRST_CAPACITY];
    private int[] to = new int[FIRST_CAPACITY];
    byte[] style = new byte[FIRST_CAPACITY];
    byte[] fanned = new byte[FIRST_CAPACITY];
    int[] day = new int[FIRST_CAPACITY];
    private String[] label = new String[FIRST_CAPACITY];
    private String[] shown = new String[FIRST_CAPACITY];
    /** By node slot: how many link ends are there, so that removing a node without links looks at none. */
    private int[] ends = new int[FIRST_CAPACITY];

    private final FreeSlots free = new FreeSlots();

    boolean has(int slot) {
        return slot >= 0 && slot < size && from[slot] >= 0;
    }

    boolean isLinked(int node) {
        return node < ends.length && ends[node] > 0;
    }

    boolean touches(int slot, int node) {
        return from[slot] == node || to[slot] == node;
    }

    /** The links at a node; safe to remove them while going through. */
    IntStream at(int node) {
        return IntStream.range(0, size).filter(slot -> from[slot] >= 0 && touches(slot, node));
    }

    int add(int fromNode, int toNode, String text, LinkStyle linkStyle) {
        int slot = free.takeOr(size);
        if (slot == size) {
            grow();
            size++;
        }
        from[slot] = fromNode;
        to[slot] = toNode;
        style[slot] = (byte) linkStyle.ordinal();
        fanned[slot] = 0;
        day[slot] = Scene.NO_DAY;
        count(fromNode, 1);
        count(toNode, 1);
        setLabel(slot, text);
        return slot;
    }

    void setLabel(int slot, String text) {
        label[slot] = text;
        shown[slot] = LabelText.shownOnLink(text);
    }

    void remove(int slot) {
        count(from[slot], -1);
        count(to[slot], -1);
        from[slot] = -1;
        to[slot] = -1;
        label[slot] = "";
        shown[slot] = "";
        free.add(slot);
    }

    void removeAllAt(int node) {
        if (!isLinked(node)) {
            return;
        }
        for (int slot = 0; slot < size; slot++) {
            if (from[slot] >= 0 && (from[slot] == node || to[slot] == node)) {
                remove(slot);
            }
        }
    }

    private void count(int node, int change) {
        if (node >= ends.length) {
            ends = Arrays.copyOf(ends, Math.max(node + 1, ends.length * 2));
        }
        ends[node] += change;
    }

    LinkColumns columns() {
        return new LinkColumns(size, from, to, style, fanned, day, label, shown);
    }

    void copyColumns() {
        from = from.clone();
        to = to.clone();
        style = style.clone();
        fanned = fanned.clone();
        day = day.clone();
        label = label.clone();
        shown = shown.clone();
    }

    private void grow() {
        if (size < from.length) {
            return;
        }
        int capacity = from.length * 2;
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
        style = Arrays.copyOf(style, capacity);
        fanned = Arrays.copyOf(fanned, capacity);
        day = Arrays.copyOf(day, capacity);
        label = Arrays.copyOf(label, capacity);
        shown = Arrays.copyOf(shown, capacity);
    }
}
