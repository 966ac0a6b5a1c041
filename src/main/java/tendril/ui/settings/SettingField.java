package tendril.ui.settings;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One setting that is typed, and what is wrong with it now. Confined to the FX thread. */
final class SettingField {
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final Function<String, Optional<String>> rule;

    /**
     * The field.
     *
     * @param rule why a value makes no sense, in one sentence
     */
    SettingField(String value, Function<String, Optional<String>> rule) {
        this.rule = rule;
        text.addListener((property, before, now) -> check());
        text.set(value);
        check();
    }

    /** Looks at the value again; its rule may depend on more than the text. */
    void check() {
        trouble.set(rule.apply(value()).orElse(""));
    }

    StringProperty text() {
        return text;
    }

    /** The value without blanks around it. */
    String value() {
        return text.get().strip();
    }

    /** What was typed, to the letter. */
    String raw() {
        return text.get();
    }

    /** One sentence, empty when all is well. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}
