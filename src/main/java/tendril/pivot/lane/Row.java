package tendril.pivot.lane;

import java.util.Optional;
import tendril.pivot.PivotRequest;

/** One request inside the queue. Confined to the case thread. */
public final class Row {
    public final PivotRequest request;
    // Everything below changes as the row goes through the queue; only Rows.set changes the state.
    public long rank;
    public RowState state = RowState.QUEUED;
    public int attempts;
    public int found;
    public String words = "";
    public Optional<Send> send = Optional.empty();

    public Row(PivotRequest request, long rank) {
        this.request = request;
        this.rank = rank;
    }

    public long id() {
        return request.id();
    }

    public String provider() {
        return request.question().provider();
    }
}
