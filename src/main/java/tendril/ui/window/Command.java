package tendril.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;

/**
 * Something the person can do, wherever it is offered: menu, button, key. Immutable.
 *
 * @param name    what a menu says; may change, "Undo Moved evil.example"
 * @param icon    code of the icon, empty for none
 * @param keys    the first one is shown
 * @param enabled whether it makes sense now
 * @param action  does it
 */
record Command(
        ObservableStringValue name,
        String icon,
        List<KeyCombination> keys,
        ObservableBooleanValue enabled,
        Runnable action) {
    static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    static Command of(String name, String icon, ObservableBooleanValue enabled, Runnable action, String... keys) {
        return of(Bindings.createStringBinding(() -> name), icon, enabled, action, keys);
    }

    static Command of(
            ObservableStringValue name, String icon, ObservableBooleanValue enabled, Runnable action, String... keys) {
        return new Command(
                name, icon, List.of(keys).stream().map(KeyCombination::valueOf).toList(), enabled, action);
    }

    /** Does it, if it makes sense now. */
    void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    /** The key as a person reads it, "Ctrl+Shift+Z". */
    Optional<String> keyText() {
        return keys.stream().findFirst().map(KeyCombination::getDisplayText);
    }
}
