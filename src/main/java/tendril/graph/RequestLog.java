package tendril.graph;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Every request of the case as the journal tells it, in the order they were asked. Confined to the case thread. */
final class RequestLog {
    private final Map<Long, Request> requests = new LinkedHashMap<>();
    private final Map<String, String> paused = new HashMap<>();
    private boolean allPaused;
    private boolean offline;
    private long lastId;

    Collection<Request> all() {
        return Collections.unmodifiableCollection(requests.values());
    }

    Optional<Request> find(long id) {
        return Optional.ofNullable(requests.get(id));
    }

    long lastId() {
        return lastId;
    }

    /** The providers that are paused, each with what it said when it refused us, empty when a person paused it. */
    Map<String, String> paused() {
        return Collections.unmodifiableMap(paused);
    }

    boolean allPaused() {
        return allPaused;
    }

    boolean offline() {
        return offline;
    }

    void asked(CaseEvent.PivotAsked asked, long action, Instant at) {
        lastId = Math.max(lastId, asked.request());
        requests.put(
                asked.request(),
                new Request(
                        asked.request(),
                        action,
                        asked.provider(),
                        asked.pivot(),
                        asked.indicator(),
                        asked.key(),
                        asked.click(),
                        asked.depth(),
                        asked.rank(),
                        at,
                        Request.State.QUEUED,
                        Optional.empty(),
                        0,
                        false,
                        0,
                        0,
                        0,
                        ""));
    }

    void started(long id) {
        change(id, r -> stand(r, Request.State.STARTED, Optional.empty(), r.attempts(), ""));
    }

    void putBack(CaseEvent.PivotPutBack back) {
        change(
                back.request(),
                r -> stand(r, Request.State.QUEUED, Optional.of(back.notBefore()), back.attempts(), back.reason()));
    }

    void retried(CaseEvent.PivotRetried retried) {
        change(retried.request(), r -> ranked(stand(r, Request.State.QUEUED, Optional.empty(), 0, ""), retried.rank()));
    }

    void held(CaseEvent.PivotHeld held) {
        Request.State state = held.reason().isEmpty() ? Request.State.QUEUED : Request.State.HELD;
        change(held.request(), r -> stand(r, state, Optional.empty(), r.attempts(), held.reason()));
    }

    void moved(CaseEvent.Rank rank) {
        change(rank.request(), r -> ranked(r, rank.rank()));
    }

    void cleared(long id) {
        change(id, r -> build(r, r.rank(), r.state(), r.notBefore(), r.attempts(), true, r.message()));
    }

    void paused(CaseEvent.LanePaused lane) {
        if (lane.provider().isEmpty()) {
            allPaused = lane.paused();
        } else if (lane.paused()) {
            paused.put(lane.provider().get(), lane.refusal());
        } else {
            paused.remove(lane.provider().get());
        }
    }

    void offline(boolean now) {
        offline = now;
    }

    void settled(CaseEvent.PivotSettled settled) {
        Request.State state = switch (settled.result()) {
            case FOUND -> Request.State.FOUND;
            case NOTHING_FOUND -> Request.State.NOTHING_FOUND;
            case TOO_MANY -> Request.State.TOO_MANY;
            case FAILED -> Request.State.FAILED;
            case CANCELLED -> Request.State.CANCELLED;
        };
        change(
                settled.request(),
                r -> new Request(
                        r.id(),
                        r.action(),
                        r.provider(),
                        r.pivot(),
                        r.indicator(),
                        r.key(),
                        r.click(),
                        r.depth(),
                        r.rank(),
                        r.asked(),
                        state,
                        Optional.empty(),
                        r.attempts(),
                        false,
                        settled.evidence(),
                        settled.found(),
                        settled.held(),
                        settled.message()));
    }

    private void change(long id, UnaryOperator<Request> change) {
        requests.computeIfPresent(id, (key, request) -> change.apply(request));
    }

    private static Request ranked(Request r, long rank) {
        return build(r, rank, r.state(), r.notBefore(), r.attempts(), r.cleared(), r.message());
    }

    private static Request stand(
            Request r, Request.State state, Optional<Instant> notBefore, int attempts, String message) {
        return build(r, r.rank(), state, notBefore, attempts, false, message);
    }

    private static Request build(
            Request r,
            long rank,
            Request.State state,
            Optional<Instant> notBefore,
            int attempts,
            boolean cleared,
            String message) {
        return new Request(
                r.id(),
                r.action(),
                r.provider(),
                r.pivot(),
                r.indicator(),
                r.key(),
                r.click(),
                r.depth(),
                rank,
                r.asked(),
                state,
                notBefore,
                attempts,
                cleared,
                r.evidence(),
                r.found(),
                r.held(),
                message);
    }
}
