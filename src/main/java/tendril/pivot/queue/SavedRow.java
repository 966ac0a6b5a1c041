package tendril.pivot.queue;

import java.time.Instant;
import tendril.pivot.PivotRequest;
import tendril.pivot.lane.RowState;

/**
 * What outlives the program of one row. Immutable.
 *
 * @param notBefore for {@code WAITING}: when it may be sent again
 * @param words     why it waits or failed
 */
public record SavedRow(
        PivotRequest request, long rank, RowState state, int attempts, int found, String words, Instant notBefore) {
    SavedRow with(RowState newState, String newWords) {
        return new SavedRow(request, rank, newState, attempts, found, newWords, notBefore);
    }

    SavedRow ranked(long newRank) {
        return new SavedRow(request, newRank, state, attempts, found, words, notBefore);
    }
}
