package tendril.picture.scene;

import java.util.Arrays;

/** A growing list of slots that is cleared and filled again every frame. Confined to one thread. */
public final class Slots {
    private static final int FIRST_CAPACITY = 256;

    public int[] at = new int[FIRST_CAPACITY];
    public int size;

    public void add(int slot) {
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
        }
        at[size++] = slot;
    }

    public void clear() {
        size = 0;
    }

    public int[] toArray() {
        return Arrays.copyOf(at, size);
    }
}
