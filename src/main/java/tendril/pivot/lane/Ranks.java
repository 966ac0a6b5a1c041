package tendril.pivot.lane;

import java.util.HashMap;
import java.util.Map;
import tendril.pivot.PivotRequest;
import tendril.pivot.Urgency;

/**
 * The places that new requests get in a lane: clicks before bulk, the first click first, and bulk actions in turns. A
 * rank is a number, smaller goes first; between two given ranks is room for what a person moves there. Negative ranks
 * are for what a person put in front of everything. Confined to the case thread.
 *
 * <p>Turns are start-time fair queueing: the n-th request of an action belongs to round n, counted from the round that
 * the lane has reached, and within a round actions go in the order they first asked.
 */
public final class Ranks {
    /** Between neighbours that nobody moved. */
    public static final long GAP = 1L << 20;

    private static final long BULK = 1L << 61;
    private static final int ROUND_SHIFT = 34;
    private static final int ACTIONS_MAX = 1 << 13;

    private final Map<Long, Long> lastRound = new HashMap<>();
    private final Map<Long, Integer> turnOf = new HashMap<>();
    private long served;

    public long next(PivotRequest request) {
        return switch (request.urgency()) {
            case CLICK -> request.id() * GAP;
            case BULK -> {
                long round = Math.max(served, lastRound.getOrDefault(request.action(), served)) + 1;
                lastRound.put(request.action(), round);
                yield BULK + (round << ROUND_SHIFT) + turn(request.action()) * GAP;
            }
        };
    }

    /** A request with this rank goes out now: the round it belongs to is reached. */
    void started(long rank) {
        served = Math.max(served, round(rank));
    }

    /** Nothing is in line: counting starts anew. */
    void reset() {
        lastRound.clear();
        turnOf.clear();
        served = 0;
    }

    /** Takes note of a rank that was given before a restart. */
    public void known(PivotRequest request, long rank) {
        if (request.urgency() == Urgency.BULK && rank >= BULK) {
            turn(request.action());
            lastRound.merge(request.action(), round(rank), Math::max);
        }
    }

    private static long round(long rank) {
        return rank < BULK ? 0 : (rank - BULK) >> ROUND_SHIFT;
    }

    private long turn(long action) {
        Integer turn = turnOf.get(action);
        if (turn == null) {
            turn = turnOf.size() % ACTIONS_MAX;
            turnOf.put(action, turn);
        }
        return turn;
    }
}
