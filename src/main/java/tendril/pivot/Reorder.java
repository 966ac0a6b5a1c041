package tendril.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tendril.pivot.QueueChange.Moved;
import tendril.pivot.QueueChange.Place;

/** A new order by a person's hand: gives the moved questions ranks between their new neighbours. Lives for one call. */
final class Reorder {
    private final List<Place> places = new ArrayList<>();

    /** Before everything in the lane, and due at once. */
    List<QueueChange> first(Lane lane, List<Send> moving) {
        List<Send> rest = rest(lane, moving);
        long bound = Math.min(0, rest.isEmpty() ? 0 : rest.getFirst().rank);
        for (int i = 0; i < moving.size(); i++) {
            Send send = moving.get(i);
            lane.dequeueToChange(send);
            send.notBefore = Long.MIN_VALUE;
            place(lane, send, bound - Ranks.GAP * (moving.size() - i));
        }
        return changes();
    }

    /** Behind everything in the lane; what is asked later may still come behind that. */
    List<QueueChange> last(Lane lane, List<Send> moving) {
        List<Send> rest = rest(lane, moving);
        if (rest.isEmpty()) {
            return List.of();
        }
        for (int i = 0; i < moving.size(); i++) {
            lane.dequeueToChange(moving.get(i));
            place(lane, moving.get(i), rest.getLast().rank + Ranks.GAP * (i + 1));
        }
        return changes();
    }

    /** Directly before another question of the lane. */
    List<QueueChange> before(Lane lane, List<Send> moving, Send target) {
        List<Send> rest = rest(lane, moving);
        int at = rest.indexOf(target);
        if (at < 0 || moving.isEmpty()) {
            return List.of();
        }
        if (at == 0) {
            return first(lane, moving);
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
        return changes();
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
        return places.isEmpty() ? List.of() : List.of(new Moved(places));
    }
}
