package tendril.graph;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was done to the case, action by action, and which of it counts. Confined to the case thread. */
final class History {
    private final Map<Long, Action> actions = new LinkedHashMap<>();
    private final Set<Long> undone = new HashSet<>();
    private final Deque<Long> redoable = new ArrayDeque<>();

    List<Action> all() {
        return Collections.unmodifiableList(new ArrayList<>(actions.values()));
    }

    Optional<Action> find(long id) {
        return Optional.ofNullable(actions.get(id));
    }

    boolean counts(long action) {
        return !undone.contains(action);
    }

    /** The newest action that counts: what Ctrl+Z takes back. */
    Optional<Action> toUndo() {
        return actions.values().stream().filter(action -> !action.undone()).reduce((older, newer) -> newer);
    }

    /** The action undone last, unless something new was done since: what Ctrl+Shift+Z brings back. */
    Optional<Action> toRedo() {
        return redoable.isEmpty() ? Optional.empty() : find(redoable.peek());
    }

    void began(long id, Instant at, CaseEvent.ActionBegan began) {
        actions.put(id, new Action(id, at, began.kind(), began.title(), began.author(), false));
        redoable.clear();
    }

    /** Whether this changed anything. */
    boolean undo(long id) {
        if (!actions.containsKey(id) || !undone.add(id)) {
            return false;
        }
        redoable.push(id);
        mark(id, true);
        return true;
    }

    /** Whether this changed anything. */
    boolean redo(long id) {
        if (!undone.remove(id)) {
            return false;
        }
        redoable.remove(id);
        mark(id, false);
        return true;
    }

    private void mark(long id, boolean isUndone) {
        actions.computeIfPresent(id, (key, a) -> new Action(a.id(), a.at(), a.kind(), a.title(), a.author(), isUndone));
    }
}
