package tendril.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Request;
import tendril.graph.Settlement;
import tendril.pivot.PivotRequest;
import tendril.pivot.lane.RowState;
import tendril.pivot.queue.QueueChange;
import tendril.pivot.queue.SavedQueue;

/** Translates between what the queue reports and what the journal keeps. Pure. */
final class QueueFacts {
    private QueueFacts() {}

    /**
     * The facts that keep a change of the queue. Answers are not among them: who settles a request writes that fact
     * together with what the answer brought.
     */
    static Stream<CaseEvent> of(QueueChange change) {
        return switch (change) {
            case QueueChange.Asked asked -> Stream.of(asked(asked.request(), asked.rank()));
            case QueueChange.Started started -> started.ids().stream().map(CaseEvent.PivotStarted::new);
            case QueueChange.Joined joined -> Stream.of(new CaseEvent.PivotStarted(joined.id()));
            case QueueChange.PutBack back ->
                back.ids().stream()
                        .map(id -> new CaseEvent.PivotPutBack(id, back.reason(), back.notBefore(), back.attempts()));
            case QueueChange.Settled settled -> Stream.of(settled(settled));
            case QueueChange.Cancelled cancelled ->
                cancelled.ids().stream().map(id -> new CaseEvent.PivotSettled(id, Settlement.CANCELLED, 0, 0, 0, ""));
            case QueueChange.Retried retried -> Stream.of(new CaseEvent.PivotRetried(retried.id(), retried.rank()));
            case QueueChange.Interrupted interrupted -> Stream.of();
            case QueueChange.Moved moved ->
                Stream.of(new CaseEvent.PivotsMoved(moved.places().stream()
                        .map(place -> new CaseEvent.Rank(place.id(), place.rank()))
                        .toList()));
            case QueueChange.Held held -> Stream.of(new CaseEvent.PivotHeld(held.id(), held.reason()));
            case QueueChange.Released released -> Stream.of(new CaseEvent.PivotHeld(released.id(), ""));
            case QueueChange.Paused paused ->
                Stream.of(new CaseEvent.LanePaused(
                        paused.provider(), true, paused.refusal().orElse("")));
            case QueueChange.Resumed resumed -> Stream.of(new CaseEvent.LanePaused(resumed.provider(), false, ""));
            case QueueChange.Offline mode -> Stream.of(new CaseEvent.WentOffline(mode.on()));
            case QueueChange.Cleared cleared -> Stream.of(new CaseEvent.PivotsCleared(cleared.ids()));
        };
    }

    static CaseEvent.PivotAsked asked(PivotRequest request, long rank) {
        return new CaseEvent.PivotAsked(
                request.id(),
                request.pivot().provider(),
                request.pivot().id(),
                request.indicator(),
                request.question().key(),
                request.urgency() == tendril.pivot.Urgency.CLICK,
                request.depth(),
                rank);
    }

    private static CaseEvent.PivotSettled settled(QueueChange.Settled settled) {
        Settlement result = switch (settled.as()) {
            case DONE -> Settlement.FOUND;
            case NOTHING_FOUND -> Settlement.NOTHING_FOUND;
            case CANCELLED -> Settlement.CANCELLED;
            case FAILED, QUEUED, WAITING, RUNNING, HELD, INTERRUPTED -> Settlement.FAILED;
        };
        return new CaseEvent.PivotSettled(settled.id(), result, 0, settled.found(), 0, settled.words());
    }

    /**
     * The queue as the journal left it.
     *
     * @param revive makes a request ready to send again; none when its provider or pivot is not known any more
     */
    static SavedQueue saved(CaseGraph graph, java.util.function.Function<Request, Optional<PivotRequest>> revive) {
        var saved = new SavedQueue();
        ToLongFunction<Request> rank = Request::rank;
        for (Request kept : graph.requests()) {
            if (kept.cleared()) {
                continue;
            }
            revive.apply(kept).ifPresent(request -> {
                saved.apply(new QueueChange.Asked(request, rank.applyAsLong(kept)));
                standing(kept, request).ifPresent(saved::apply);
            });
        }
        graph.pausedProviders()
                .forEach((provider, refusal) -> saved.apply(new QueueChange.Paused(
                        Optional.of(provider), Optional.of(refusal).filter(words -> !words.isEmpty()))));
        if (graph.allPaused()) {
            saved.apply(new QueueChange.Paused(Optional.empty(), Optional.empty()));
        }
        saved.apply(new QueueChange.Offline(graph.offline()));
        return saved;
    }

    /** The change that takes a request from just asked to where it stands. */
    private static Optional<QueueChange> standing(Request kept, PivotRequest request) {
        List<Long> id = List.of(kept.id());
        return switch (kept.state()) {
            case QUEUED ->
                kept.notBefore().map(until -> new QueueChange.PutBack(id, kept.message(), until, kept.attempts()));
            case STARTED ->
                Optional.of(new QueueChange.Started(
                        0, request.question(), List.of(request), kept.asked(), kept.attempts()));
            case HELD -> Optional.of(new QueueChange.Held(kept.id(), kept.message()));
            case FOUND, TOO_MANY -> over(kept, RowState.DONE);
            case NOTHING_FOUND -> over(kept, RowState.NOTHING_FOUND);
            case FAILED -> over(kept, RowState.FAILED);
            case CANCELLED -> Optional.of(new QueueChange.Cancelled(id, List.of()));
        };
    }

    private static Optional<QueueChange> over(Request kept, RowState state) {
        Instant at = kept.asked();
        return Optional.of(new QueueChange.Settled(kept.id(), state, kept.found(), kept.message(), at));
    }
}
