package tendril.pivot.lane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tendril.pivot.Question;

/** One question that is in line or under way, with every request that joined it. Confined to the case thread. */
public final class Send {
    static final Comparator<Send> BY_RANK =
            Comparator.comparingLong((Send send) -> send.rank).thenComparingLong(send -> send.number);
    static final Comparator<Send> BY_TIME =
            Comparator.comparingLong((Send send) -> send.notBefore).thenComparing(BY_RANK);

    public final long number;
    public final Question question;
    public final List<Row> rows = new ArrayList<>(1);
    // Rank and notBefore order the sets it stands in: only Lane changes them, outside of the sets.
    public long rank = Long.MAX_VALUE;
    public long notBefore = Long.MIN_VALUE;
    public int attempts;
    public String backOff = "";
    // The last time it was sent.
    public long startedAt = Long.MIN_VALUE;
    // Which turn the last forecast gave it, while it backs off.
    int turn;

    public Send(long number, Question question) {
        this.number = number;
        this.question = question;
    }

    /** The best place any of its requests has. */
    long bestRank() {
        return rows.stream().mapToLong(row -> row.rank).min().orElse(Long.MAX_VALUE);
    }

    public List<Long> ids() {
        return rows.stream().map(Row::id).toList();
    }
}
