package tendril.ui.tray;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import tendril.indicator.Indicator;

/** Which results of the answer shown are ticked. Confined to the FX thread. */
final class TrayTicks {
    private final Set<Indicator> ticks = new HashSet<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");

    /** How many have a tick. */
    ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    boolean isEmpty() {
        return ticks.isEmpty();
    }

    boolean holds(Indicator indicator) {
        return ticks.contains(indicator);
    }

    boolean holds(TrayRow row) {
        return holds(row.indicator());
    }

    void clear() {
        ticks.clear();
        tally();
    }

    /** Takes the tick from all but these. */
    void retain(Set<Indicator> still) {
        ticks.retainAll(still);
        tally();
    }

    /** Ticks these, whether or not they have a tick. */
    void add(Collection<TrayRow> some) {
        some.forEach(row -> ticks.add(row.indicator()));
        tally();
    }

    /** Ticks these, or takes the ticks away when all of them have one. */
    void toggle(Collection<TrayRow> some) {
        if (some.stream().allMatch(this::holds)) {
            some.forEach(row -> ticks.remove(row.indicator()));
            tally();
        } else {
            add(some);
        }
    }

    private void tally() {
        count.set(ticks.size());
    }
}
