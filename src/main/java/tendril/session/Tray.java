package tendril.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.pivot.Finding;
import tendril.pivot.PivotOutcome;

/**
 * Results that were too many for the canvas, until the investigator keeps or drops them. Confined to the case thread.
 *
 * <p>Nothing is stored for it: candidates are what the evidence states and the graph does not have. So undoing a keep
 * puts them back, and they are there again after a restart.
 */
public final class Tray {
    private final CaseSession session;
    private final Asking asking;
    private final Providers providers;
    private final Map<Long, List<Finding>> read = new LinkedHashMap<>();

    Tray(CaseSession session, Asking asking, Providers providers) {
        this.session = session;
        this.asking = asking;
        this.providers = providers;
    }

    /** The requests that have candidates waiting, in the order they were asked. */
    public List<Request> requests() {
        return session.graph().requests().stream()
                .filter(request -> request.held() > 0)
                .filter(request -> session.graph()
                        .action(request.action())
                        .filter(action -> !action.undone())
                        .isPresent())
                .filter(request -> !candidates(request.id()).isEmpty())
                .toList();
    }

    /** What waits from one request, in the order of the answer. */
    public List<Candidate> candidates(long request) {
        Map<Indicator, List<Finding>> about = new LinkedHashMap<>();
        Set<Indicator> dropped = session.graph().dropped(request);
        for (Finding finding : findings(request)) {
            if (finding instanceof Finding.Related related) {
                BiConsumer<Indicator, Finding> note = (indicator, said) -> {
                    if (!session.graph().contains(indicator) && !dropped.contains(indicator)) {
                        about.computeIfAbsent(indicator, key -> new ArrayList<>())
                                .add(said);
                    }
                };
                note.accept(related.from(), finding);
                note.accept(related.to(), finding);
            }
        }
        return about.entrySet().stream()
                .map(entry -> new Candidate(request, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Brings candidates into the graph as one action. Returns its id, or 0 when there was nothing to keep. */
    public long keep(long request, List<Indicator> indicators) {
        return keep(request, indicators, false);
    }

    /** Brings candidates into the graph, folded into one collection node. Returns the action's id, or 0. */
    public long keepAsCollection(long request, List<Indicator> indicators) {
        return keep(request, indicators, true);
    }

    private long keep(long request, List<Indicator> indicators, boolean folded) {
        Optional<Request> asked = session.graph().request(request);
        Set<Indicator> wanted = new LinkedHashSet<>(indicators);
        if (asked.isEmpty() || wanted.isEmpty()) {
            return 0;
        }
        Indicator anchor = asked.get().indicator();
        List<CaseEvent> events = new ArrayList<>(Facts.of(
                findings(request),
                asked.get().evidence(),
                finding -> Facts.about(finding).stream().anyMatch(wanted::contains)
                        && Facts.about(finding).stream()
                                .allMatch(indicator -> wanted.contains(indicator)
                                        || session.graph().contains(indicator))));
        if (folded) {
            events.add(new CaseEvent.EntitiesCollected(
                    anchor, CollectionLabel.of(List.copyOf(wanted)), List.copyOf(wanted)));
        }
        String title = "Kept " + wanted.size() + " of " + anchor.value() + (folded ? " as a collection" : "");
        long action = session.begin(folded ? ActionKind.COLLECT : ActionKind.KEEP, title);
        session.commit(events, action);
        return action;
    }

    /** Takes candidates out of the tray without keeping them. */
    public void drop(long request, List<Indicator> indicators) {
        session.commit(List.of(new CaseEvent.CandidatesDropped(request, List.copyOf(new HashSet<>(indicators)))), 0);
    }

    private List<Finding> findings(long request) {
        return read.computeIfAbsent(request, this::readAgain);
    }

    private List<Finding> readAgain(long id) {
        return session.graph()
                .request(id)
                .flatMap(request -> providers
                        .pivot(request.provider(), request.pivot())
                        .flatMap(pivot -> asking.readAgain(pivot, request)))
                .map(outcome -> outcome instanceof PivotOutcome.Found found ? found.findings() : List.<Finding>of())
                .orElse(List.of());
    }
}
