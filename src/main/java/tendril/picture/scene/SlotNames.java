package tendril.picture.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ObjIntConsumer;

/**
 * What stands in which slot, to be looked up either way. Slots are few and close together, so they are places in a list.
 * Confined to one thread.
 *
 * @param <T> what a slot is taken by
 */
final class SlotNames<T> {
    private final Map<T, Integer> slots = new HashMap<>();
    private final List<Optional<T>> names = new ArrayList<>();

    void put(T name, int slot) {
        slots.put(name, slot);
        while (names.size() <= slot) {
            names.add(Optional.empty());
        }
        names.set(slot, Optional.of(name));
    }

    /** Frees the slot of this, and says which it was. */
    OptionalInt remove(T name) {
        Integer slot = slots.remove(name);
        if (slot == null) {
            return OptionalInt.empty();
        }
        names.set(slot, Optional.empty());
        return OptionalInt.of(slot);
    }

    boolean has(T name) {
        return slots.containsKey(name);
    }

    OptionalInt slotOf(T name) {
        Integer slot = slots.get(name);
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    Optional<T> at(int slot) {
        return slot >= 0 && slot < names.size() ? names.get(slot) : Optional.empty();
    }

    void forEach(ObjIntConsumer<T> action) {
        slots.forEach(action::accept);
    }
}
