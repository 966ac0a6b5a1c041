package tendril.pivot.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tendril.pivot.lane.Lane;
import tendril.pivot.lane.Ranks;
import tendril.pivot.lane.Row;
import tendril.pivot.lane.Send;
import tendril.pivot.queue.QueueChange.Moved;
import tendril.pivot.queue.QueueChange.Place;

/** A new order by a person's hand: gives the moved questions ranks between their new neighbours. Lives for one call. */
final class Reorder {
    private final Line line;
    private final List<Place> places = new ArrayList<>();

    Reorder(Line line) {
        this.line = line;
    }

    List<QueueChange> doNext(List<Long> ids) {
        moving(ids).forEach(this::first);
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
        moving.forEach(lane::dequeueToChange);
        long bound = Math.min(0, lane.first().map(send -> send.rank).orElse(0L));
        for (int i = 0; i < moving.size(); i++) {
            moving.get(i).notBefore = Long.MIN_VALUE;
            place(lane, moving.get(i), bound - Ranks.GAP * (moving.size() - i));
        }
    }

    /** Behind everything in the lane; what is asked later may still come behind that. */
    private void last(Lane lane, List<Send> moving) {
        moving.forEach(lane::dequeueToChange);
        long bound = lane.last().map(send -> send.rank).orElse(moving.getFirst().rank);
        for (int i = 0; i < moving.size(); i++) {
            place(lane, moving.get(i), bound + Ranks.GAP * (i + 1));
        }
    }

    /** Directly before another question of the lane. */
    private void before(Lane lane, List<Send> moving, Send target) {
        if (moving.isEmpty() || moving.contains(target)) {
            return;
        }
        moving.forEach(lane::dequeueToChange);
        Optional<Send> neighbour = lane.before(target);
        if (neighbour.isEmpty()) {
            first(lane, moving);
            return;
        }
        long low = neighbour.get().rank;
        if (target.rank - low <= moving.size()) {
            makeRoom(lane, target, low, moving.size());
        }
        long step = (target.rank - low) / (moving.size() + 1);
        for (int i = 0; i < moving.size(); i++) {
            place(lane, moving.get(i), low + step * (i + 1));
        }
    }

    /** Sets a question and those close behind it further back, as many as there is need for. */
    private void makeRoom(Lane lane, Send target, long low, int count) {
        long least = low + Ranks.GAP * count;
        List<Send> pushed = new ArrayList<>();
        Optional<Send> next = Optional.of(target);
        while (next.isPresent() && next.get().rank < least + pushed.size()) {
            Send send = next.get();
            next = lane.after(send);
            lane.dequeueToChange(send);
            pushed.add(send);
        }
        for (int i = 0; i < pushed.size(); i++) {
            place(lane, pushed.get(i), least + i);
        }
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
