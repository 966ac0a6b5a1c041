package tendril.ui.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tendril.graph.Entity;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.picture.Marks;

/** What nodes wear: how their pivots stand, flags, notes, pins, votes. Confined to the case thread. */
final class NodeMarks {
    /** By entity, the requests that are not over or failed, and their states. */
    private final Map<Indicator, Map<Long, Request.State>> requests = new HashMap<>();

    void showRequests(java.util.Collection<Request> all) {
        requests.clear();
        all.forEach(this::take);
    }

    /** Takes a request in as it stands now; names the entity whose marks may have changed. */
    Optional<Indicator> take(Request request) {
        boolean shown = !request.state().isOver() || request.state() == Request.State.FAILED;
        Map<Long, Request.State> own = requests.computeIfAbsent(request.indicator(), each -> new TreeMap<>());
        if (shown) {
            own.put(request.id(), request.state());
        } else {
            own.remove(request.id());
        }
        if (own.isEmpty()) {
            requests.remove(request.indicator());
        }
        return Optional.of(request.indicator());
    }

    Marks of(Entity entity) {
        return Marks.NONE
                .note(!entity.note().isEmpty())
                .pinned(entity.pinned())
                .flag(entity.flag())
                .vote(vote(entity))
                .queue(queue(entity.indicator()));
    }

    private Marks.Queue queue(Indicator indicator) {
        var states = requests.getOrDefault(indicator, Map.of()).values();
        if (states.contains(Request.State.STARTED)) {
            return Marks.Queue.RUNNING;
        }
        if (states.contains(Request.State.QUEUED) || states.contains(Request.State.HELD)) {
            return Marks.Queue.QUEUED;
        }
        return states.isEmpty() ? Marks.Queue.NONE : Marks.Queue.FAILED;
    }

    private static Marks.Vote vote(Entity entity) {
        return entity.values("votes").stream()
                .findFirst()
                .map(value -> switch (value) {
                    case "-1" -> Marks.Vote.MALICIOUS;
                    case "0" -> Marks.Vote.TIE;
                    case "1" -> Marks.Vote.HARMLESS;
                    default -> Marks.Vote.NONE;
                })
                .orElse(Marks.Vote.NONE);
    }
}
