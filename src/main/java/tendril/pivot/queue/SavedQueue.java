package tendril.pivot.queue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tendril.pivot.lane.RowState;
import tendril.pivot.queue.QueueChange.Asked;
import tendril.pivot.queue.QueueChange.Cancelled;
import tendril.pivot.queue.QueueChange.Cleared;
import tendril.pivot.queue.QueueChange.Held;
import tendril.pivot.queue.QueueChange.Interrupted;
import tendril.pivot.queue.QueueChange.Joined;
import tendril.pivot.queue.QueueChange.Moved;
import tendril.pivot.queue.QueueChange.Offline;
import tendril.pivot.queue.QueueChange.Paused;
import tendril.pivot.queue.QueueChange.PutBack;
import tendril.pivot.queue.QueueChange.Released;
import tendril.pivot.queue.QueueChange.Resumed;
import tendril.pivot.queue.QueueChange.Retried;
import tendril.pivot.queue.QueueChange.Settled;
import tendril.pivot.queue.QueueChange.Started;

/**
 * The fold of {@link QueueChange}s: what a queue is restored from. Changes about rows it does not know are passed over,
 * since a row may have been cleared. Confined to one thread.
 */
public final class SavedQueue {
    private final Map<Long, SavedRow> rows = new LinkedHashMap<>();
    private final Map<String, String> pausedLanes = new TreeMap<>();
    private boolean allPaused;
    private boolean offline;

    /** Every row, in the order they were asked. */
    public List<SavedRow> rows() {
        return List.copyOf(rows.values());
    }

    /** Paused providers, with the refusal of the source or an empty string. */
    public Map<String, String> pausedLanes() {
        return Map.copyOf(pausedLanes);
    }

    public boolean allPaused() {
        return allPaused;
    }

    public boolean offline() {
        return offline;
    }

    public SavedQueue applyAll(Iterable<? extends QueueChange> changes) {
        changes.forEach(this::apply);
        return this;
    }

    public void apply(QueueChange change) {
        switch (change) {
            case Asked asked ->
                rows.put(
                        asked.request().id(),
                        new SavedRow(asked.request(), asked.rank(), RowState.QUEUED, 0, 0, "", Instant.EPOCH));
            case Started started -> each(started.ids(), row -> started(row, started.attempts()));
            case Joined joined -> each(List.of(joined.id()), row -> row.with(RowState.RUNNING, ""));
            case PutBack back -> each(back.ids(), row -> putBack(row, back));
            case Settled settled -> each(List.of(settled.id()), row -> settled(row, settled));
            case Cancelled cancelled -> each(cancelled.ids(), row -> row.with(RowState.CANCELLED, ""));
            case Retried retried -> each(List.of(retried.id()), row -> retried(row, retried.rank()));
            case Interrupted interrupted -> each(interrupted.ids(), row -> row.with(RowState.INTERRUPTED, ""));
            case Moved moved ->
                moved.places().forEach(place -> each(List.of(place.id()), row -> row.ranked(place.rank())));
            case Held held -> each(List.of(held.id()), row -> row.with(RowState.HELD, held.reason()));
            case Released released -> each(List.of(released.id()), row -> row.with(RowState.QUEUED, ""));
            case Paused paused -> paused(paused);
            case Resumed resumed -> resumed(resumed.provider());
            case Offline mode -> offline = mode.on();
            case Cleared cleared -> cleared.ids().forEach(rows::remove);
        }
    }

    private void each(List<Long> ids, UnaryOperator<SavedRow> to) {
        ids.forEach(id -> rows.computeIfPresent(id, (key, row) -> to.apply(row)));
    }

    private static SavedRow started(SavedRow row, int attempts) {
        return new SavedRow(row.request(), row.rank(), RowState.RUNNING, attempts, 0, "", Instant.EPOCH);
    }

    private static SavedRow putBack(SavedRow row, PutBack back) {
        return new SavedRow(
                row.request(), row.rank(), RowState.WAITING, back.attempts(), 0, back.reason(), back.notBefore());
    }

    private static SavedRow settled(SavedRow row, Settled settled) {
        return new SavedRow(
                row.request(),
                row.rank(),
                settled.as(),
                row.attempts(),
                settled.found(),
                settled.words(),
                Instant.EPOCH);
    }

    private static SavedRow retried(SavedRow row, long rank) {
        return new SavedRow(row.request(), rank, RowState.QUEUED, 0, 0, "", Instant.EPOCH);
    }

    private void paused(Paused paused) {
        Optional<String> provider = paused.provider();
        if (provider.isEmpty()) {
            allPaused = true;
        } else {
            pausedLanes.put(provider.get(), paused.refusal().orElse(""));
        }
    }

    private void resumed(Optional<String> provider) {
        if (provider.isEmpty()) {
            allPaused = false;
        } else {
            pausedLanes.remove(provider.get());
        }
    }
}
