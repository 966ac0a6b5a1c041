package tendril.ui.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import tendril.graph.Entity;
import tendril.graph.Handling;
import tendril.indicator.Indicator;
import tendril.pivot.Provider;
import tendril.session.CaseSession;
import tendril.session.QueryRule;

/** How the case, or some entities of it, may be shared and used. Confined to the FX thread. */
public final class HandlingViewModel {
    private final Supplier<CaseSession> session;
    private final List<Indicator> on;
    private final ObjectProperty<Handling.Tlp> tlp = new SimpleObjectProperty<>(this, "tlp", Handling.Tlp.UNSET);
    private final ObjectProperty<Handling.Pap> pap = new SimpleObjectProperty<>(this, "pap", Handling.Pap.UNSET);
    private final ReadOnlyStringWrapper consequence = new ReadOnlyStringWrapper(this, "consequence", "");

    /**
     * The model.
     *
     * @param on the entities it is about; none for the whole case
     */
    public HandlingViewModel(Supplier<CaseSession> session, List<Indicator> on) {
        this.session = session;
        this.on = List.copyOf(on);
        Handling now = on.isEmpty()
                ? session.get().graph().handling()
                : session.get()
                        .graph()
                        .entity(on.getFirst())
                        .map(Entity::handling)
                        .orElse(Handling.UNSET);
        tlp.addListener((property, before, next) -> explain());
        pap.addListener((property, before, next) -> explain());
        tlp.set(now.tlp());
        pap.set(now.pap());
        explain();
    }

    /** What it is about, in words. */
    public String subject() {
        return switch (on.size()) {
            case 0 -> "The whole case";
            case 1 -> on.getFirst().value();
            default -> on.size() + " entities";
        };
    }

    public ObjectProperty<Handling.Tlp> tlp() {
        return tlp;
    }

    public ObjectProperty<Handling.Pap> pap() {
        return pap;
    }

    /** Which sources could not be asked any more, in one sentence. */
    public ReadOnlyStringProperty consequence() {
        return consequence.getReadOnlyProperty();
    }

    private void explain() {
        Handling chosen = new Handling(tlp.get(), pap.get());
        Handling whole =
                on.isEmpty() ? chosen : chosen.strictest(session.get().graph().handling());
        String held = session.get().providers().all().stream()
                .filter(provider -> QueryRule.objection(whole, provider.audience(), provider.name())
                        .isPresent())
                .map(Provider::name)
                .collect(Collectors.joining(", "));
        consequence.set(
                held.isEmpty()
                        ? "Every source may be asked."
                        : "Queries to " + held + " will be held until somebody releases them.");
    }

    /** Labels the case or the entities. */
    public void apply() {
        Handling chosen = new Handling(tlp.get(), pap.get());
        if (on.isEmpty()) {
            session.get().edits().handle(Optional.empty(), chosen);
        } else {
            on.forEach(indicator -> session.get().edits().handle(Optional.of(indicator), chosen));
        }
    }
}
