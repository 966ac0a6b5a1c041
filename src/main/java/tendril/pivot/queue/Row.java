package tendril.pivot.queue;

import java.util.Optional;
import tendril.pivot.PivotRequest;

/** One request inside the queue. Confined to the case thread. */
final class Row {
    final PivotRequest request;
    // Everything below changes as the row goes through the queue; only Rows.set changes the state.
    long rank;
    RowState state = RowState.QUEUED;
    int attempts;
    int found;
    String words = "";
    Optional<Send> send = Optional.empty();

    Row(PivotRequest request, long rank) {
        this.request = request;
        this.rank = rank;
    }

    long id() {
        return request.id();
    }

    String provider() {
        return request.question().provider();
    }
}
