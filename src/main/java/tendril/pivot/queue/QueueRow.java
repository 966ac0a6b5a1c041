package tendril.pivot.queue;

import java.time.Instant;
import java.util.Optional;
import tendril.pivot.PivotRequest;
import tendril.pivot.lane.RowState;

/**
 * One line of the queue as a person reads it. Immutable.
 *
 * @param request  what was asked
 * @param state    where it stands
 * @param found    how many findings the answer held; 0 unless done
 * @param expected the clock time it is expected to be sent, while it is in line and nothing but time holds it up; the
 *                 time it was sent, while it runs
 * @param why      why it waits, or why it failed, in words; empty where the state says it all
 * @param before   how many requests to the same source go before it
 * @param attempts how often it was sent without getting an answer
 */
public record QueueRow(
        PivotRequest request,
        RowState state,
        int found,
        Optional<Instant> expected,
        String why,
        int before,
        int attempts) {}
