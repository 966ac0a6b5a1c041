package tendril.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.Evidence;
import tendril.graph.Request;
import tendril.graph.Settlement;
import tendril.indicator.Indicator;
import tendril.pivot.Answer;
import tendril.pivot.Fetch;
import tendril.pivot.Finding;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotRequest;
import tendril.pivot.Provider;
import tendril.pivot.Question;
import tendril.pivot.Urgency;
import tendril.pivot.queue.PivotQueue;
import tendril.pivot.queue.QueueChange;

/**
 * Pivots of one case, from being asked to the facts they bring. Confined to the case thread.
 *
 * <p>A question the case has an answer to is read from its evidence at once. Everything else goes through the queue,
 * and each step the queue reports is a fact before it is acted on: a question leaves only after the fact that it is
 * leaving is on disk, so a killed program never sends it twice.
 */
final class Asking {
    /** More pivots than this are asked in portions. */
    static final int ASKED_AT_ONCE_MAX = 250;

    private final CaseSession session;
    private final Providers providers;
    private final PivotQueue queue;
    private final Sender sender;
    /** Not final: a person may change them. */
    private Limits limits;

    /** Actions of which nothing more is to be asked. */
    private final Set<Long> calledOff = new HashSet<>();

    private long lastRequest;

    Asking(CaseSession session, Providers providers, PivotQueue queue, Sender sender, Limits limits) {
        this.session = session;
        this.providers = providers;
        this.queue = queue;
        this.sender = sender;
        this.limits = limits;
        lastRequest = session.graph().lastRequest();
    }

    void limits(Limits next) {
        limits = next;
    }

    /** Takes the queue up where the journal left it. */
    void restore() {
        for (Provider provider : providers.all()) {
            queue.setServer(provider.id(), provider.server());
            queue.setPace(provider.id(), providers.pace(provider));
        }
        queue.restore(QueueFacts.saved(session.graph(), this::revive));
        pump();
    }

    private Optional<PivotRequest> revive(Request kept) {
        return providers
                .pivot(kept.provider(), kept.pivot())
                .filter(pivot -> pivot.accepts(kept.indicator()))
                .map(pivot -> new PivotRequest(
                        kept.id(),
                        kept.action(),
                        pivot,
                        kept.indicator(),
                        providers.of(pivot).question(pivot, kept.indicator()),
                        kept.asked(),
                        kept.click() ? Urgency.CLICK : Urgency.BULK,
                        kept.depth()));
    }

    /** Asks, and returns the action's id. */
    long ask(Ask ask) {
        long action = session.begin(ActionKind.PIVOT, ask.title());
        session.portions()
                .each(
                        ask.pivots(),
                        ASKED_AT_ONCE_MAX,
                        () -> session.counts(action) && !calledOff.contains(action),
                        some -> {
                            ask(some, action, ask.click(), ask.hops(), ask.anew());
                            pump();
                        },
                        () -> calledOff.remove(action));
        return action;
    }

    private void ask(List<Ask.About> abouts, long action, boolean click, int hops, boolean anew) {
        List<PivotRequest> toSend = new ArrayList<>();
        for (Ask.About about : abouts) {
            PivotRequest request = request(about, action, click, hops);
            Optional<Recorded> recorded = anew ? Optional.empty() : recorded(about, request.question());
            if (recorded.isPresent()) {
                session.commit(List.of(QueueFacts.asked(request, 0)), action);
                settle(
                        request,
                        recorded.get().outcome(),
                        recorded.get().evidence().id(),
                        true);
            } else {
                toSend.add(request);
            }
        }
        if (!toSend.isEmpty()) {
            List<CaseEvent> facts = new ArrayList<>();
            queue.add(toSend).forEach(change -> QueueFacts.of(change).forEach(facts::add));
            for (PivotRequest request : toSend) {
                objection(request)
                        .ifPresent(reason -> queue.hold(request.id(), reason)
                                .forEach(change -> QueueFacts.of(change).forEach(facts::add)));
            }
            session.commit(facts, action);
            session.queueChanged();
        }
    }

    private PivotRequest request(Ask.About about, long action, boolean click, int hops) {
        Question question = providers.of(about.pivot()).question(about.pivot(), about.indicator());
        return new PivotRequest(
                ++lastRequest,
                action,
                about.pivot(),
                about.indicator(),
                question,
                session.now(),
                click ? Urgency.CLICK : Urgency.BULK,
                hops);
    }

    private Optional<String> objection(PivotRequest request) {
        Provider provider = providers.of(request.pivot());
        return QueryRule.objection(
                session.graph().handlingOf(request.indicator()), provider.audience(), provider.name());
    }

    /** What the case's evidence already says to a pivot; an answer that made no sense does not count. */
    Optional<Recorded> recorded(Ask.About about, Question question) {
        return session.graph().evidenceFor(question.provider(), question.key()).stream()
                .flatMap(evidence ->
                        outcome(about, question, evidence).stream().map(outcome -> new Recorded(evidence, outcome)))
                .findFirst();
    }

    /** An answer in the case, and what it says. */
    record Recorded(Evidence evidence, PivotOutcome outcome) {}

    private Optional<PivotOutcome> outcome(Ask.About about, Question question, Evidence evidence) {
        return session.bytes(evidence)
                .map(body -> new Answer(question, evidence.at(), evidence.status(), evidence.mediaType(), body))
                .map(answer -> providers.of(about.pivot()).read(about.pivot(), about.indicator(), answer))
                .filter(outcome -> outcome instanceof PivotOutcome.Found
                        || outcome instanceof PivotOutcome.NothingFound
                        || outcome instanceof PivotOutcome.TooMany);
    }

    /** What the answer that settled a request says to it, read once more. */
    Optional<PivotOutcome> readAgain(Pivot pivot, Request request) {
        Question question = providers.of(pivot).question(pivot, request.indicator());
        return session.graph()
                .evidence(request.evidence())
                .flatMap(evidence -> outcome(new Ask.About(pivot, request.indicator()), question, evidence));
    }

    /** Sends what is due, and asks to be woken when the next may be. */
    void pump() {
        if (session.isClosed()) {
            return;
        }
        List<QueueChange.Started> due = queue.due();
        for (QueueChange.Started started : due) {
            List<CaseEvent> facts = QueueFacts.of(started).toList();
            session.commit(facts, 0).thenRun(() -> sender.send(started));
        }
        if (!due.isEmpty()) {
            session.queueChanged();
        }
        sender.wakeIn(queue.nextWake());
    }

    /** Takes what came of a send. */
    void answered(long send, Fetch fetch, Function<PivotRequest, PivotOutcome> outcome) {
        switch (fetch) {
            case Fetch.Got got -> read(send, got.answer(), outcome);
            case Fetch.Failed failed -> apply(queue.settled(send, failed.trouble()), new Outcomes(0, failed.trouble()));
        }
        session.queueChanged();
        pump();
    }

    private void read(long send, Answer answer, Function<PivotRequest, PivotOutcome> outcome) {
        long evidence = session.keep(answer);
        var outcomes = new Outcomes(evidence, new PivotOutcome.Cancelled());
        List<QueueChange> changes = queue.settled(send, request -> {
            PivotOutcome meaning = outcome.apply(request);
            outcomes.put(request, meaning);
            return meaning;
        });
        apply(changes, outcomes);
    }

    /** Writes what the queue made of a send: settled requests with what they bring, all else as it is. */
    private void apply(List<QueueChange> changes, Outcomes outcomes) {
        for (QueueChange change : changes) {
            if (change instanceof QueueChange.Settled settled && outcomes.has(settled.id())) {
                settle(outcomes.request(settled.id()), outcomes.outcome(settled.id()), outcomes.evidence(), false);
            } else {
                session.commit(QueueFacts.of(change).toList(), 0);
            }
        }
    }

    /** Writes how a request ended and what it brings, as one batch of its action. */
    private void settle(PivotRequest request, PivotOutcome outcome, long evidence, boolean fromEvidence) {
        switch (outcome) {
            case PivotOutcome.Found found -> found(request, found.findings(), evidence, fromEvidence);
            case PivotOutcome.NothingFound nothing ->
                over(request, Settlement.NOTHING_FOUND, evidence, 0, recordedOn(evidence, fromEvidence));
            case PivotOutcome.TooMany many -> tooMany(request, evidence, many.count());
            case PivotOutcome.Malformed malformed -> over(request, Settlement.FAILED, evidence, 0, malformed.reason());
            case PivotOutcome.Throttled throttled -> over(request, Settlement.FAILED, evidence, 0, throttled.reason());
            case PivotOutcome.Unreachable unreachable ->
                over(request, Settlement.FAILED, evidence, 0, unreachable.reason());
            case PivotOutcome.Refused refused -> over(request, Settlement.FAILED, evidence, 0, refused.reason());
            case PivotOutcome.Cancelled cancelled -> over(request, Settlement.CANCELLED, evidence, 0, "");
        }
    }

    private void over(PivotRequest request, Settlement result, long evidence, int found, String message) {
        session.commit(
                List.of(new CaseEvent.PivotSettled(request.id(), result, evidence, found, 0, message)),
                request.action());
    }

    private void tooMany(PivotRequest request, long evidence, int count) {
        over(
                request,
                Settlement.TOO_MANY,
                evidence,
                count,
                "The answer has " + Estimate.number(count) + " results, more than the limit of "
                        + Estimate.number(limits.resultsMax()) + "; none was taken. Narrow it in the tray, or take all"
                        + " of it there.");
        session.tell("The answer about " + request.indicator().value() + " has " + Estimate.number(count)
                + " results, more than the limit; narrow it in the tray.");
    }

    /** The tray need not read again what was read just now. */
    private void seed(PivotRequest request, List<Finding> findings) {
        session.graph().request(request.id()).ifPresent(kept -> session.tray().arrived(kept, findings));
    }

    private String recordedOn(long evidence, boolean fromEvidence) {
        return fromEvidence
                ? session.graph()
                        .evidence(evidence)
                        .map(kept -> "From the answer recorded "
                                + kept.at().toString().substring(0, 10) + ".")
                        .orElse("")
                : "";
    }

    private void found(PivotRequest request, List<Finding> findings, long evidence, boolean fromEvidence) {
        Collection<Indicator> named = Facts.indicators(findings);
        int found = named.size() - (findings.isEmpty() ? 0 : 1);
        if (found > limits.resultsMax()) {
            tooMany(request, evidence, found);
            seed(request, findings);
            return;
        }
        List<Indicator> fresh = named.stream()
                .filter(indicator -> !session.graph().contains(indicator))
                .toList();
        boolean held = fresh.size() > limits.newEntitiesMax();
        Set<Indicator> unwanted = held ? new HashSet<>(fresh) : Set.of();
        List<CaseEvent> events = Facts.of(
                findings, evidence, finding -> Facts.about(finding).stream().noneMatch(unwanted::contains));
        events.add(new CaseEvent.PivotSettled(
                request.id(),
                Settlement.FOUND,
                evidence,
                found,
                held ? fresh.size() : 0,
                recordedOn(evidence, fromEvidence)));
        session.commit(events, request.action());
        if (held) {
            seed(request, findings);
        } else if (request.depth() > 0) {
            follow(request, fresh);
        }
    }

    /** Asks the next hop: what a pivot brought, unless its question was asked in this case before. */
    private void follow(PivotRequest request, List<Indicator> fresh) {
        Set<String> asked = new HashSet<>();
        session.graph().requests().forEach(r -> asked.add(r.provider() + ' ' + r.key()));
        List<Ask.About> next = new ArrayList<>();
        for (Indicator indicator : fresh) {
            for (Pivot pivot : providers.expanding(indicator)) {
                Question question = providers.of(pivot).question(pivot, indicator);
                if (asked.add(question.provider() + ' ' + question.key())) {
                    next.add(new Ask.About(pivot, indicator));
                }
            }
        }
        ask(next, request.action(), false, request.depth() - 1, false);
    }

    /** Writes changes of the queue that a person made, and acts on them. */
    void done(List<QueueChange> changes) {
        List<CaseEvent> facts = new ArrayList<>();
        for (QueueChange change : changes) {
            QueueFacts.of(change).forEach(facts::add);
            if (change instanceof QueueChange.Cancelled cancelled) {
                cancelled.abandoned().forEach(sender::cancel);
            }
        }
        if (!facts.isEmpty()) {
            session.commit(facts, 0);
            session.queueChanged();
        }
        pump();
    }

    /** Releases a held request against the rule, and keeps a record of it. */
    void override(long id) {
        Optional<Request> request = session.graph().request(id);
        if (request.isEmpty() || request.get().state() != Request.State.HELD) {
            return;
        }
        String rule = request.get().message();
        session.act(
                ActionKind.EDIT,
                "Released against the rule: " + request.get().indicator().value(),
                List.of(new CaseEvent.HoldOverridden(id, rule, session.author())));
        // Who let it go and to whom; never about what, as no content of a case goes into the log.
        System.getLogger(Asking.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "Request {0} to {1}, held by the rule on who may see it, was released by {2}.",
                        id,
                        request.get().provider(),
                        session.author());
        done(queue.release(id));
    }

    void cancelAction(long action) {
        if (session.isAtWork()) {
            calledOff.add(action);
        }
        done(queue.cancelAction(action));
    }

    void cancel(Collection<Long> ids) {
        done(queue.cancel(ids));
    }
}
