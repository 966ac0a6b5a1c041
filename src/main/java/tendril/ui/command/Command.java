package tendril.ui.command;

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
 * @param chosen  for what is on or off, whether it is on
 * @param action  does it
 */
public record Command(
        ObservableStringValue name,
        String icon,
        List<KeyCombination> keys,
        ObservableBooleanValue enabled,
        Optional<ObservableBooleanValue> chosen,
        Runnable action) {
    static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    static Command of(String name, String icon, ObservableBooleanValue enabled, Runnable action, String... keys) {
        return of(Bindings.createStringBinding(() -> name), icon, enabled, action, keys);
    }

    static Command of(
            ObservableStringValue name, String icon, ObservableBooleanValue enabled, Runnable action, String... keys) {
        return new Command(name, icon, combinations(keys), enabled, Optional.empty(), action);
    }

    /** Something that is on or off; doing it makes it the other. */
    static Command choice(String name, ObservableBooleanValue chosen, Runnable action, String... keys) {
        return new Command(
                Bindings.createStringBinding(() -> name), "", combinations(keys), ALWAYS, Optional.of(chosen), action);
    }

    private static List<KeyCombination> combinations(String... keys) {
        return List.of(keys).stream().map(KeyCombination::valueOf).toList();
    }

    /** Does it, if it makes sense now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    /** The key as a person reads it, "Ctrl+Shift+Z". */
    Optional<String> keyText() {
        return keys.stream().findFirst().map(KeyCombination::getDisplayText);
    }
}
