package tendril.picture.scene;

import java.util.Arrays;

/** Slots given back, to be used again last in, first out. Confined to one thread. */
final class FreeSlots {
    private static final int FIRST_CAPACITY = 64;

    private int[] slots = new int[FIRST_CAPACITY];
    private int count;

    void add(int slot) {
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, count * 2);
        }
        slots[count++] = slot;
    }

    int takeOr(int next) {
        return count == 0 ? next : slots[--count];
    }
}
