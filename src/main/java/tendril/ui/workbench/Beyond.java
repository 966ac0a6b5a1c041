package tendril.ui.workbench;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tendril.indicator.Indicator;
import tendril.picture.scene.Camera;
import tendril.ui.FxPulse;
import tendril.ui.canvas.CanvasViewModel;

/**
 * What came last and nobody has seen yet because it lies outside the view: nothing moves by itself, so a person is told,
 * and led there. Confined to the FX thread.
 */
public final class Beyond {
    /** More than so many are an import or a layout of its own, which shows itself. */
    private static final int TOLD_MAX = 2_000;

    private final CanvasViewModel canvas;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final Set<Indicator> unseen = new HashSet<>();
    private Set<Indicator> last = Set.of();

    public Beyond(WorkbenchViewModel model, FxPulse pulse) {
        canvas = model.canvas();
        Runnable look = pulse.coalesced(this::look);
        model.changes().addListener((property, before, now) -> look.run());
        model.openings().addListener((property, before, now) -> {
            last = Set.copyOf(canvas.nodes().fresh());
            unseen.clear();
            look.run();
        });
        canvas.camera().addListener((property, before, now) -> {
            if (!unseen.isEmpty()) {
                look.run();
            }
        });
    }

    /** "3 new nodes out of view"; empty when there are none. */
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /** The camera that shows them besides what is in view. */
    public Optional<Camera> camera() {
        return unseen.isEmpty() ? Optional.empty() : Optional.of(canvas.widenedTo(unseen));
    }

    private void look() {
        Set<Indicator> fresh = canvas.nodes().fresh();
        if (!fresh.equals(last)) {
            last = Set.copyOf(fresh);
            unseen.clear();
            if (fresh.size() <= TOLD_MAX) {
                unseen.addAll(fresh);
            }
        }
        unseen.removeIf(each -> canvas.nodes().slotOf(each).isEmpty() || canvas.isSeen(each));
        words.set(
                unseen.isEmpty()
                        ? ""
                        : unseen.size() == 1 ? "1 new node out of view" : unseen.size() + " new nodes out of view");
    }
}
