package tendril.ui.panel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tendril.session.CaseSession;
import tendril.session.Noise;
import tendril.session.Suggestion;
import tendril.session.Worth;

/** The pivots that look worth asking next, each with the reason. Confined to the FX thread. */
public final class NextBestViewModel {
    /** More than this nobody reads. */
    static final int SHOWN_MAX = 12;

    private final Supplier<CaseSession> session;
    private final Supplier<Noise> noise;
    private final Consumer<Suggestion> ask;
    private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();

    /**
     * The model.
     *
     * @param ask asks a pivot that the person chose
     */
    public NextBestViewModel(Supplier<CaseSession> session, Supplier<Noise> noise, Consumer<Suggestion> ask) {
        this.session = session;
        this.noise = noise;
        this.ask = ask;
    }

    /** The best first. */
    public ObservableList<Suggestion> suggestions() {
        return suggestions;
    }

    /** Looks at the case again; takes time in its links, so call it only while somebody looks. */
    public void refresh() {
        List<Suggestion> now =
                new Worth(session.get().graph(), session.get().providers(), noise.get()).nextBest(SHOWN_MAX);
        if (!now.equals(suggestions)) {
            suggestions.setAll(now);
        }
    }

    public void ask(Suggestion suggestion) {
        ask.accept(suggestion);
    }
}
