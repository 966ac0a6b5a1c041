package tendril.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.CollectionPlace;
import tendril.graph.Entity;
import tendril.graph.GraphDelta;
import tendril.graph.Narrowing;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.graph.Request;
import tendril.graph.Settlement;
import tendril.indicator.Indicator;
import tendril.pivot.Finding;
import tendril.pivot.PivotOutcome;

/**
 * Results that were too many for the canvas, until the investigator keeps or drops them. Confined to the case thread.
 *
 * <p>Nothing is stored for it: candidates are what the evidence states and the graph does not have. So undoing a keep
 * puts them back, and they are there again after a restart. What an answer states is read from the evidence once, when
 * somebody first looks; from then on the tray follows the deltas of the case.
 */
public final class Tray implements CaseListener {
    /** More than this are brought in portions, onto a field of their own. */
    static final int GROWN_MAX = 2_000;

    /** So many are brought at a time. */
    private static final int PORTION = 500;

    /** So many go into a collection at a time: its label is made anew each time, from all of them. */
    private static final int PORTION_FOLDED = 1_500;

    private final CaseSession session;
    private final Asking asking;
    private final Providers providers;
    private final Map<Long, TrayAnswer> answers = new HashMap<>();
    /** What answers state that have just come, until somebody looks. */
    private final Map<Long, List<Finding>> fresh = new HashMap<>();
    /** The requests of which something was held back, in the order they were asked. */
    private final Map<Long, Request> held = new LinkedHashMap<>();
    /** The requests whose answer was larger than the limit. */
    private final Map<Long, Request> refused = new LinkedHashMap<>();
    /** Not final: the index of other cases may be opened after this one. */
    private OtherCases otherCases = OtherCases.NONE;

    Tray(CaseSession session, Asking asking, Providers providers) {
        this.session = session;
        this.asking = asking;
        this.providers = providers;
        session.graph().requests().forEach(this::note);
        session.listen(this);
    }

    /** Where to look up whether a result stands in other cases. */
    public void seenIn(OtherCases index) {
        otherCases = index;
    }

    /** Whether there is an index of other cases to look up in. */
    public boolean knowsOtherCases() {
        return otherCases != OtherCases.NONE;
    }

    /** The requests that have candidates waiting, in the order they were asked; each answer once. */
    public List<Request> requests() {
        return newestOfEach(held)
                .filter(request -> answer(request.id()).waiting() > 0)
                .toList();
    }

    /** The requests whose answer was larger than the limit, so that none of it was taken; each answer once. */
    public List<Request> refused() {
        Set<AskedOf> taken = newestOfEach(held).map(AskedOf::of).collect(Collectors.toSet());
        return newestOfEach(refused)
                .filter(request -> !taken.contains(AskedOf.of(request)))
                .toList();
    }

    /** An answer as somebody asked for it: asked again it is the same. */
    private record AskedOf(long evidence, String pivot, Indicator indicator) {
        static AskedOf of(Request request) {
            return new AskedOf(request.evidence(), request.pivot(), request.indicator());
        }
    }

    /** Whoever asks again what the case has an answer to gets the same answer: it waits for whom asked last. */
    private Stream<Request> newestOfEach(Map<Long, Request> requests) {
        Map<AskedOf, Request> newest = new HashMap<>();
        requests.values().stream()
                .filter(request -> session.counts(request.action()))
                .forEach(request -> newest.put(AskedOf.of(request), request));
        return requests.values().stream().filter(request -> newest.get(AskedOf.of(request)) == request);
    }

    /** Every result of an answer, whether or not it waits; empty where its bytes are gone. */
    public List<Candidate> everything(long request) {
        return answer(request).everything();
    }

    /** Which results of an answer are taken. */
    public Narrowing narrowing(long request) {
        return session.graph().narrowing(request);
    }

    /** How many results of an answer a narrowing would take. */
    public int counted(long request, Narrowing narrowing) {
        return answer(request).counted(narrowing);
    }

    /** Takes the results of an answer that a narrowing names into the tray, whatever was taken before. */
    public void narrow(long request, Narrowing narrowing) {
        TrayAnswer answer = answer(request);
        if (answer.everything().isEmpty()) {
            return;
        }
        answer.take(narrowing);
        int found = answer.everything().size();
        session.commit(
                List.of(
                        new CaseEvent.AnswerNarrowed(request, narrowing),
                        new CaseEvent.PivotSettled(
                                request,
                                Settlement.FOUND,
                                answer.evidence,
                                found,
                                Math.max(1, answer.waiting()),
                                "Of " + Estimate.number(found) + " results, " + narrowing.words()
                                        + " went to the tray.")),
                0);
    }

    /** What waits from one request, in the order of the answer. The same list until something of it changes. */
    public List<Candidate> candidates(long request) {
        return answer(request).candidates();
    }

    /** How many results wait, over all requests. */
    public int waiting() {
        return requests().stream()
                .mapToInt(request -> answer(request.id()).waiting())
                .sum();
    }

    /**
     * How many of an answer's results wait.
     *
     * @param request the request's id
     */
    public int waiting(long request) {
        return answer(request).waiting();
    }

    /**
     * How many of an answer's results are in the graph already.
     *
     * @param request the request's id
     */
    public int inGraph(long request) {
        return answer(request).inGraph();
    }

    /** To how many entities that are in the graph already keeping a candidate would link it. */
    public int links(Candidate candidate) {
        Set<Indicator> linked = new HashSet<>();
        for (Finding finding : candidate.findings()) {
            for (Indicator other : Facts.about(finding)) {
                if (!other.equals(candidate.indicator()) && session.graph().contains(other)) {
                    linked.add(other);
                }
            }
        }
        return linked.size();
    }

    /** In how many other answers of the tray the same indicator waits: one that does may tie them together. */
    public int otherAnswers(Candidate candidate) {
        return (int) newestOfEach(held)
                .map(Request::id)
                .filter(request -> request != candidate.request())
                .filter(request -> answer(request).isWaiting(candidate.indicator()))
                .count();
    }

    /** Where the names of the other cases are that an indicator stands in; to be asked on any thread. */
    public OtherCases otherCases() {
        return otherCases;
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
        List<Indicator> wanted =
                asked.isEmpty() ? List.of() : List.copyOf(answer(request).ofWaiting(indicators));
        if (asked.isEmpty() || wanted.isEmpty()) {
            return 0;
        }
        Indicator anchor = asked.get().indicator();
        String title =
                "Kept " + Estimate.number(wanted.size()) + " of " + anchor.value() + (folded ? " as a collection" : "");
        long action = session.begin(folded ? ActionKind.COLLECT : ActionKind.KEEP, title);
        if (folded) {
            fold(asked.get(), wanted, action);
        } else if (wanted.size() <= GROWN_MAX) {
            session.commit(facts(asked.get(), Set.copyOf(wanted)), action);
        } else {
            bring(asked.get(), wanted, Field.beside(session.graph(), wanted), PORTION, action);
        }
        return action;
    }

    /**
     * One member is brought first, so that it gets a free place near what was asked about; the others come around it.
     * So the collection stands beside its anchor and not on top of it, and folding thousands places one. The collection
     * is there before its members, so that none of them is ever drawn by itself.
     */
    private void fold(Request asked, List<Indicator> members, long action) {
        Indicator first = members.getFirst();
        session.commit(facts(asked, Set.of(first)), action);
        Optional<Entity.Place> centre = session.graph().entity(first).flatMap(Entity::place);
        List<CaseEvent> collecting = new ArrayList<>();
        collecting.add(new CaseEvent.EntitiesCollected(asked.indicator(), CollectionLabel.of(members), members));
        centre.ifPresent(place -> collecting.add(
                new CaseEvent.CollectionsPlaced(List.of(new CollectionPlace(action, place.x(), place.y())))));
        session.commit(collecting, action);
        List<Placement> places =
                centre.map(place -> Field.around(place, members)).orElse(List.of());
        if (members.size() <= GROWN_MAX) {
            session.commit(placed(asked, members, places), action);
        } else {
            bring(asked, members, places, PORTION_FOLDED, action);
        }
    }

    /** Brings very many, portion after portion; what is not brought yet goes on waiting. */
    private void bring(Request asked, List<Indicator> wanted, List<Placement> places, int portion, long action) {
        session.portions()
                .each(
                        IntStream.range(0, wanted.size()).boxed().toList(),
                        portion,
                        () -> session.counts(action),
                        some -> {
                            int from = some.getFirst();
                            int to = some.getLast() + 1;
                            session.commit(
                                    placed(
                                            asked,
                                            wanted.subList(from, to),
                                            places.isEmpty() ? places : places.subList(from, to)),
                                    action);
                        },
                        () -> {});
    }

    private List<CaseEvent> placed(Request asked, List<Indicator> wanted, List<Placement> places) {
        // Somebody may have dropped some of them meanwhile.
        Set<Indicator> still = answer(asked.id()).ofWaiting(wanted);
        List<CaseEvent> events = new ArrayList<>(facts(asked, still));
        List<Placement> theirs = places.stream()
                .filter(place -> still.contains(place.indicator()))
                .toList();
        if (!theirs.isEmpty()) {
            events.add(new CaseEvent.EntitiesPlaced(theirs, PlacedBy.GROWTH));
        }
        return events;
    }

    private List<CaseEvent> facts(Request asked, Set<Indicator> wanted) {
        return Facts.of(
                answer(asked.id()).findings(wanted),
                asked.evidence(),
                finding -> Facts.about(finding).stream()
                        .allMatch(indicator -> wanted.contains(indicator)
                                || indicator.equals(asked.indicator())
                                || session.graph().contains(indicator)));
    }

    /** Takes candidates out of the tray without keeping them. */
    public void drop(long request, List<Indicator> indicators) {
        Set<Indicator> unwanted = answer(request).ofWaiting(indicators);
        if (!unwanted.isEmpty()) {
            session.commit(List.of(new CaseEvent.CandidatesDropped(request, List.copyOf(unwanted))), 0);
            answer(request).dropped(unwanted);
        }
    }

    @Override
    public void changed(GraphDelta delta) {
        for (long id : delta.requests()) {
            session.graph().request(id).ifPresent(this::note);
        }
        answers.values().forEach(answer -> {
            answer.inGraph(delta.entitiesAdded(), true);
            answer.inGraph(delta.entitiesRemoved(), false);
        });
    }

    /** An answer has come of which something waits: what it states is known, and need not be read once more. */
    void arrived(Request request, List<Finding> findings) {
        answers.remove(request.id());
        fresh.put(request.id(), findings);
    }

    private void note(Request request) {
        long id = request.id();
        boolean tooMany = request.state() == Request.State.TOO_MANY && request.evidence() != 0 && !request.cleared();
        put(held, request, request.held() > 0);
        put(refused, request, tooMany);
        TrayAnswer answer = answers.get(id);
        if (answer != null && answer.evidence != request.evidence()) {
            answers.remove(id);
        }
    }

    private static void put(Map<Long, Request> requests, Request request, boolean belongs) {
        if (belongs) {
            requests.put(request.id(), request);
        } else {
            requests.remove(request.id());
        }
    }

    private TrayAnswer answer(long request) {
        return answers.computeIfAbsent(request, this::read);
    }

    private TrayAnswer read(long id) {
        Request request = session.graph()
                .request(id)
                .orElseThrow(() -> new IllegalArgumentException("No request has the number " + id + "."));
        Optional<List<Finding>> justCome = Optional.ofNullable(fresh.remove(id));
        if (justCome.isPresent()) {
            return made(request, justCome.get());
        }
        return made(
                request,
                providers
                        .pivot(request.provider(), request.pivot())
                        .flatMap(pivot -> asking.readAgain(pivot, request))
                        .map(outcome ->
                                outcome instanceof PivotOutcome.Found found ? found.findings() : List.<Finding>of())
                        .orElse(List.of()));
    }

    private TrayAnswer made(Request request, List<Finding> findings) {
        Set<Indicator> dropped = session.graph().dropped(request.id());
        return new TrayAnswer(
                        request.id(),
                        request.indicator(),
                        request.evidence(),
                        findings,
                        session.graph().narrowing(request.id()))
                .against(session.graph()::contains, dropped::contains);
    }
}
