package tendril.picture;

import java.util.Arrays;

/** A growing list of slots that is cleared and filled again every frame. Confined to one thread. */
final class Slots {
    private static final int FIRST_CAPACITY = 256;

    int[] at = new int[FIRST_CAPACITY];
    int size;

    void add(int slot) {
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
        }
        at[size++] = slot;
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(at, size);
    }
}
