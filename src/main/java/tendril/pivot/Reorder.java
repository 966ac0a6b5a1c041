package tendril.pivot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import tendril.pivot.QueueChange.Moved;
import tendril.pivot.QueueChange.Place;

/** A new order by a person's hand: gives the moved questions ranks between their new neighbours. Lives for one call. */
final class Reorder {
    private final Line line;
    private final List<Place> places = new ArrayList<>();

    Reorder(Line line) {
        this.line = line;
    }

    List<QueueChange> doNext(long id) {
        moving(List.of(id)).forEach(this::first);
        return changes();
    }

    List<QueueChange> move(List<Long> ids, OptionalLong before) {
        Map<Lane, List<Send>> moving = moving(ids);
        if (before.isEmpty()) {
            moving.forEach(this::last);
        } else {
            moving(List.of(before.getAsLong()))
                    .forEach((lane, target) -> before(lane, moving.getOrDefault(lane, List.of()), target.getFirst()));
        }
        return changes();
    }

    /** The questions of these rows that are in line, each once, by lane. */
    private Map<Lane, List<Send>> moving(List<Long> ids) {
        Map<Lane, Set<Send>> sends = new LinkedHashMap<>();
        for (Row row : line.known(ids)) {
            Lane lane = line.lane(row.provider());
            row.send
                    .filter(lane::isInLine)
                    .ifPresent(send -> sends.computeIfAbsent(lane, key -> new LinkedHashSet<>())
                            .add(send));
        }
        Map<Lane, List<Send>> lists = new LinkedHashMap<>();
        sends.forEach((lane, set) -> lists.put(lane, List.copyOf(set)));
        return lists;
    }

    /** Before everything in the lane, and due at once. */
    private void first(Lane lane, List<Send> moving) {
        List<Send> rest = rest(lane, moving);
        long bound = Math.min(0, rest.isEmpty() ? 0 : rest.getFirst().rank);
        for (int i = 0; i < moving.size(); i++) {
            Send send = moving.get(i);
            lane.dequeueToChange(send);
            send.notBefore = Long.MIN_VALUE;
            place(lane, send, bound - Ranks.GAP * (moving.size() - i));
        }
    }

    /** Behind everything in the lane; what is asked later may still come behind that. */
    private void last(Lane lane, List<Send> moving) {
        List<Send> rest = rest(lane, moving);
        if (rest.isEmpty()) {
            return;
        }
        for (int i = 0; i < moving.size(); i++) {
            lane.dequeueToChange(moving.get(i));
            place(lane, moving.get(i), rest.getLast().rank + Ranks.GAP * (i + 1));
        }
    }

    /** Directly before another question of the lane. */
    private void before(Lane lane, List<Send> moving, Send target) {
        List<Send> rest = rest(lane, moving);
        int at = rest.indexOf(target);
        if (at < 0 || moving.isEmpty()) {
            return;
        }
        if (at == 0) {
            first(lane, moving);
            return;
        }
        if (target.rank - rest.get(at - 1).rank <= moving.size()) {
            spread(lane, rest, at, moving.size());
        }
        long low = rest.get(at - 1).rank;
        long step = (target.rank - low) / (moving.size() + 1);
        for (int i = 0; i < moving.size(); i++) {
            lane.dequeueToChange(moving.get(i));
            place(lane, moving.get(i), low + step * (i + 1));
        }
    }

    /** Makes room before a place by setting everything from there on further back. */
    private void spread(Lane lane, List<Send> rest, int at, int count) {
        long low = rest.get(at - 1).rank;
        for (int i = at; i < rest.size(); i++) {
            long least = low + Ranks.GAP * count + (i - at);
            if (rest.get(i).rank >= least) {
                return;
            }
            lane.dequeueToChange(rest.get(i));
            place(lane, rest.get(i), least);
        }
    }

    private static List<Send> rest(Lane lane, List<Send> moving) {
        List<Send> rest = new ArrayList<>(lane.inLine());
        rest.removeAll(Set.copyOf(moving));
        return rest;
    }

    private void place(Lane lane, Send send, long rank) {
        send.rows.forEach(row -> {
            row.rank = rank;
            places.add(new Place(row.id(), rank));
        });
        lane.enqueue(send);
    }

    private List<QueueChange> changes() {
        line.report.changed();
        return places.isEmpty() ? List.of() : List.of(new Moved(places));
    }
}
