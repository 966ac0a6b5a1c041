package tendril.ui.workbench;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.text.Detection;
import tendril.indicator.text.Extraction;

/** What is being typed, and what it would add. Confined to the FX thread. */
public final class QuickAddViewModel {
    /** Longer texts are not read while they are typed, in characters. */
    static final int TEXT_LENGTH_MAX = 1_000_000;

    private final Consumer<List<Indicator>> add;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.EMPTY);
    private List<Indicator> found = List.of();

    /** How the text stands. */
    public enum State {
        EMPTY,
        /** Enter adds something. */
        GOOD,
        /** Enter says why not. */
        BAD
    }

    public QuickAddViewModel(Consumer<List<Indicator>> add) {
        this.add = add;
        text.addListener((property, before, now) -> read(now, false));
    }

    public StringProperty text() {
        return text;
    }

    /** One line on what the text is. */
    public ReadOnlyStringProperty hint() {
        return hint.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What Enter would add. */
    public List<Indicator> found() {
        return found;
    }

    /** Adds what was found, or says why there is nothing. Returns whether something was added. */
    public boolean submit() {
        read(text.get(), true);
        if (found.isEmpty()) {
            return false;
        }
        add.accept(found);
        text.set("");
        return true;
    }

    private void read(String typed, boolean complain) {
        String value = typed.strip();
        found = List.of();
        if (value.isEmpty()) {
            say(State.EMPTY, complain ? "Type an indicator first: a domain, an address, an email, a hash …" : "");
        } else if (value.length() > TEXT_LENGTH_MAX) {
            say(State.BAD, "This text is longer than " + TEXT_LENGTH_MAX + " characters. Paste a part of it.");
        } else {
            switch (Detection.detect(value)) {
                case Detection.Single single -> single(value, single.indicator());
                case Detection.Several several -> several(Extraction.distinct(Extraction.find(value)));
                case Detection.Nothing nothing ->
                    say(complain ? State.BAD : State.EMPTY, complain ? nothing.reason() : "");
            }
        }
    }

    private void single(String typed, Indicator indicator) {
        found = List.of(indicator);
        String as = indicator.value().equals(typed) ? "" : ": " + indicator.value();
        say(State.GOOD, indicator.type().label() + as);
    }

    /** Not one indicator, but a text with some in it. */
    private void several(List<Indicator> inside) {
        found = inside;
        say(
                State.GOOD,
                inside.size() == 1
                        ? "1 indicator in this text: " + inside.getFirst().value()
                        : inside.size() + " indicators in this text: " + summary(inside));
    }

    /** "3 domains, 2 hashes"-like, most first. */
    private static String summary(List<Indicator> indicators) {
        return java.util.Arrays.stream(IndicatorType.values())
                .map(type -> new Count(
                        type.label(),
                        indicators.stream().filter(each -> each.type() == type).count()))
                .filter(count -> count.number() > 0)
                .sorted(java.util.Comparator.comparingLong(Count::number).reversed())
                .map(count -> count.number() + " × " + count.label())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private record Count(String label, long number) {}

    private void say(State next, String words) {
        state.set(next);
        hint.set(words);
    }
}
