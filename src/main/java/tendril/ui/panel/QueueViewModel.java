package tendril.ui.panel;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tendril.pivot.PivotQueue;
import tendril.pivot.QueueRow;
import tendril.pivot.RowState;
import tendril.session.CaseSession;

/** The queue as a person reads and edits it. Confined to the FX thread. */
public final class QueueViewModel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Supplier<CaseSession> session;
    private final ZoneId zone;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper header = new ReadOnlyStringWrapper(this, "header", "");
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused");

    /**
     * One row in words.
     *
     * @param id       of the request
     * @param state    in words
     * @param when     clock time it is expected, or was sent; empty when there is none
     * @param why      why it waits or failed
     */
    public record Row(
            long id,
            String indicator,
            String pivot,
            String provider,
            RowState raw,
            String state,
            String when,
            String why) {
        public boolean mayBeCancelled() {
            return raw.isInLine() || raw == RowState.RUNNING || raw == RowState.HELD;
        }
    }

    public QueueViewModel(Supplier<CaseSession> session, ZoneId zone) {
        this.session = session;
        this.zone = zone;
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /** "3 waiting, 1 running, finishes at 14:32:10". */
    public ReadOnlyStringProperty header() {
        return header.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty paused() {
        return paused.getReadOnlyProperty();
    }

    /** Looks at the queue again. */
    public void refresh() {
        PivotQueue queue = session.get().queue();
        List<QueueRow> now = queue.rows();
        List<Row> worded = now.stream().map(this::row).toList();
        if (!worded.equals(rows)) {
            rows.setAll(worded);
        }
        paused.set(queue.isAllPaused());
        header.set(header(queue));
    }

    private String header(PivotQueue queue) {
        int running = queue.count(RowState.RUNNING);
        int waiting = queue.count(RowState.QUEUED) + queue.count(RowState.WAITING);
        int failed = queue.count(RowState.FAILED) + queue.count(RowState.INTERRUPTED);
        if (rows.isEmpty()) {
            return "Nothing was asked yet.";
        }
        String counts = String.join(
                ", ",
                java.util.stream.Stream.of(
                                part(running, "running"),
                                part(waiting, "waiting"),
                                part(queue.count(RowState.HELD), "held"),
                                part(failed, "failed"))
                        .filter(words -> !words.isEmpty())
                        .toList());
        Optional<String> end = waiting + running == 0
                ? Optional.empty()
                : queue.finishesAt().map(at -> "finishes at " + CLOCK.format(at.atZone(zone)));
        String all = counts.isEmpty() ? "All done" : counts;
        return end.map(words -> all + ", " + words).orElse(all) + (queue.isOffline() ? " · offline" : "");
    }

    private static String part(int count, String word) {
        return count == 0 ? "" : count + " " + word;
    }

    private Row row(QueueRow row) {
        var request = row.request();
        String provider = session.get()
                .providers()
                .find(request.pivot().provider())
                .map(found -> found.name())
                .orElse(request.pivot().provider());
        return new Row(
                request.id(),
                request.indicator().value(),
                request.pivot().name(),
                provider,
                row.state(),
                words(row),
                row.expected().map(at -> CLOCK.format(at.atZone(zone))).orElse(""),
                row.why());
    }

    /** Where a request stands, in words. */
    public static String words(QueueRow row) {
        return switch (row.state()) {
            case QUEUED -> "queued";
            case WAITING -> "waiting to try again";
            case RUNNING -> "running";
            case DONE -> row.found() == 1 ? "1 result" : row.found() + " results";
            case NOTHING_FOUND -> "nothing found";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            case HELD -> "held";
            case INTERRUPTED -> "interrupted";
        };
    }

    public void cancel(List<Row> chosen) {
        session.get().cancel(ids(chosen.stream().filter(Row::mayBeCancelled).toList()));
    }

    public void retry(List<Row> chosen) {
        session.get()
                .retry(ids(
                        chosen.stream().filter(row -> row.raw().mayBeRetried()).toList()));
    }

    public void retryFailed() {
        session.get()
                .retry(ids(rows.stream()
                        .filter(row -> row.raw() == RowState.FAILED)
                        .toList()));
    }

    public void doNext(Row row) {
        session.get().doNext(row.id());
    }

    /** Sends a held request against the rule. */
    public void release(Row row) {
        session.get().override(row.id());
    }

    public void togglePause() {
        if (session.get().queue().isAllPaused()) {
            session.get().resumeAll();
        } else {
            session.get().pauseAll();
        }
    }

    public void clearDone() {
        session.get().clearDone();
    }

    private static List<Long> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }
}
