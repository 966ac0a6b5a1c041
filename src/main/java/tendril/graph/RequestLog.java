package tendril.graph;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every request of the case as the journal tells it, in the order of the queue. Confined to the case thread. */
final class RequestLog {
    private final Map<Long, Request> requests = new LinkedHashMap<>();
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
                        at,
                        Request.State.QUEUED,
                        Optional.empty(),
                        0,
                        0,
                        0,
                        ""));
    }

    void started(long id) {
        update(id, Request.State.STARTED, Optional.empty(), "");
    }

    void putBack(CaseEvent.PivotPutBack back) {
        update(back.request(), Request.State.QUEUED, back.notBefore(), back.reason());
    }

    void held(CaseEvent.PivotHeld held) {
        Request.State state = held.reason().isEmpty() ? Request.State.QUEUED : Request.State.HELD;
        update(held.request(), state, Optional.empty(), held.reason());
    }

    void settled(CaseEvent.PivotSettled settled) {
        Request.State state = switch (settled.result()) {
            case FOUND -> Request.State.FOUND;
            case NOTHING_FOUND -> Request.State.NOTHING_FOUND;
            case TOO_MANY -> Request.State.TOO_MANY;
            case FAILED -> Request.State.FAILED;
            case CANCELLED -> Request.State.CANCELLED;
        };
        requests.computeIfPresent(
                settled.request(),
                (key, r) -> new Request(
                        r.id(),
                        r.action(),
                        r.provider(),
                        r.pivot(),
                        r.indicator(),
                        r.key(),
                        r.click(),
                        r.depth(),
                        r.asked(),
                        state,
                        Optional.empty(),
                        settled.evidence(),
                        settled.found(),
                        settled.held(),
                        settled.message()));
    }

    /** Puts a request before another, or last where {@code before} is unknown. */
    void moved(CaseEvent.PivotMoved moved) {
        Request request = requests.remove(moved.request());
        if (request == null) {
            return;
        }
        if (!requests.containsKey(moved.before())) {
            requests.put(request.id(), request);
            return;
        }
        Map<Long, Request> reordered = new LinkedHashMap<>();
        requests.forEach((id, other) -> {
            if (id == moved.before()) {
                reordered.put(request.id(), request);
            }
            reordered.put(id, other);
        });
        requests.clear();
        requests.putAll(reordered);
    }

    private void update(long id, Request.State state, Optional<Instant> notBefore, String message) {
        requests.computeIfPresent(
                id,
                (key, r) -> new Request(
                        r.id(),
                        r.action(),
                        r.provider(),
                        r.pivot(),
                        r.indicator(),
                        r.key(),
                        r.click(),
                        r.depth(),
                        r.asked(),
                        state,
                        notBefore,
                        r.evidence(),
                        r.found(),
                        r.held(),
                        message));
    }
}
