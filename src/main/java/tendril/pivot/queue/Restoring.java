package tendril.pivot.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tendril.pivot.lane.Lane;
import tendril.pivot.lane.Row;
import tendril.pivot.lane.RowState;
import tendril.pivot.lane.Send;
import tendril.pivot.pace.Moment;
import tendril.pivot.pace.PaceLedger;

/** Takes up a queue where a program left it. Lives for one call on the case thread. */
final class Restoring {
    private final Line line;
    private final Moment moment;

    Restoring(Line line, Moment moment) {
        this.line = line;
        this.moment = moment;
    }

    List<QueueChange> restore(SavedQueue saved) {
        saved.pausedLanes().forEach((provider, refusal) -> line.lane(provider).paused(Optional.of(refusal)));
        List<Long> interrupted = new ArrayList<>();
        for (SavedRow old : saved.rows()) {
            Row row = new Row(old.request(), old.rank());
            row.attempts = old.attempts();
            row.found = old.found();
            row.words = old.words();
            line.add(row);
            line.lane(row.provider()).ranks.known(row.request, row.rank);
            if (old.state() == RowState.RUNNING) {
                // Perhaps sent, perhaps not: only a person may risk asking it twice.
                line.report.set(row, RowState.INTERRUPTED);
                interrupted.add(row.id());
            } else if (old.state().isInLine()) {
                takeUp(row, old);
            } else {
                line.report.set(row, old.state());
            }
        }
        return interrupted.isEmpty() ? List.of() : List.of(new QueueChange.Interrupted(interrupted));
    }

    private void takeUp(Row row, SavedRow old) {
        Send send = line.join(row);
        send.attempts = Math.max(send.attempts, old.attempts());
        line.report.set(row, old.state());
        long notBefore = moment.steady(old.notBefore(), PaceLedger.WAIT_MAX);
        if (old.state() == RowState.WAITING && send.rows.size() == 1 && notBefore > moment.nanos()) {
            Lane lane = line.lane(row.provider());
            lane.dequeueToChange(send);
            send.notBefore = notBefore;
            send.backOff = old.words();
            lane.enqueue(send);
        }
    }
}
