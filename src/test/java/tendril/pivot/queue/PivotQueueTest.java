package tendril.pivot.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tendril.pivot.Pace;
import tendril.pivot.PivotOutcome;
import tendril.pivot.Urgency;
import tendril.pivot.lane.RowState;
import tendril.pivot.pace.MemoryPaceLedger;
import tendril.pivot.pace.VirtualTicker;

class PivotQueueTest {
    private final VirtualTicker ticker = new VirtualTicker("2026-03-01T09:00:00Z");
    private final MemoryPaceLedger ledger = new MemoryPaceLedger(ticker);
    private final PivotQueue queue = queue(Pace.every(Duration.ofSeconds(10), 1));

    @Test
    void aRequestGoesOutAtOnceAndIsDoneWhenAnswered() {
        queue.add(Asking.click(1));
        var started = queue.due();

        assertThat(started)
                .singleElement()
                .satisfies(one -> assertThat(one.ids()).containsExactly(1L));
        assertThat(state(1)).isEqualTo(RowState.RUNNING);

        queue.settled(started.getFirst().send(), Asking.found(3));
        assertThat(state(1)).isEqualTo(RowState.DONE);
        assertThat(row(1).found()).isEqualTo(3);
    }

    @Test
    void eachRowTellsWhenItGoesAndWhyItWaits() {
        queue.add(List.of(Asking.click(1), Asking.click(2), Asking.click(3)));
        var started = queue.due();
        queue.settled(started.getFirst().send(), Asking.nothing());

        assertThat(state(1)).isEqualTo(RowState.NOTHING_FOUND);
        assertThat(row(2).why()).isEqualTo("rate: 1 per 10 s");
        assertThat(row(3).why()).isEqualTo("behind 1 other");
        assertThat(row(2).expected()).contains(ticker.instant().plusMillis(10_050));
        assertThat(row(3).expected()).contains(ticker.instant().plusMillis(20_100));
        assertThat(queue.due()).isEmpty();
        assertThat(queue.nextWake()).contains(Duration.ofMillis(10_050));
    }

    @Test
    void equalQuestionsAreSentOnceAndSettleTogether() {
        queue.add(Asking.request(1, 1, "s", "same", Urgency.CLICK));
        queue.add(Asking.request(2, 2, "s", "same", Urgency.CLICK));
        var started = queue.due();
        assertThat(started)
                .singleElement()
                .satisfies(one -> assertThat(one.ids()).containsExactly(1L, 2L));

        var late = queue.add(Asking.request(3, 3, "s", "same", Urgency.CLICK));
        assertThat(late).contains(new QueueChange.Joined(3, started.getFirst().send()));
        queue.settled(started.getFirst().send(), Asking.found(1));

        assertThat(queue.count(RowState.DONE)).isEqualTo(3);
        assertThat(queue.nextWake()).isEmpty();
    }

    @Test
    void aClickDoesNotWaitBehindBulkRows() {
        queue.add(Asking.bulks(1, 500, 1));
        queue.add(Asking.click(501));
        queue.add(Asking.click(502));

        assertThat(order(4)).containsExactly(501L, 502L, 1L, 2L);
    }

    @Test
    void bulkActionsTakeTurns() {
        queue.add(Asking.bulks(1, 500, 1));
        order(3);
        queue.add(Asking.bulks(501, 503, 2));

        assertThat(order(7)).containsExactly(4L, 501L, 5L, 502L, 6L, 503L, 7L);
    }

    @Test
    void whatAPersonPutsFirstGoesBeforeEverything() {
        queue.add(Asking.bulks(1, 5, 1));
        queue.doNext(4);
        queue.add(Asking.click(6));
        queue.doNext(3);

        assertThat(order(6)).containsExactly(3L, 4L, 6L, 1L, 2L, 5L);
    }

    @Test
    void movedRowsGoWhereTheyWereDropped() {
        queue.add(Asking.bulks(1, 6, 1));
        queue.move(List.of(6L, 5L), OptionalLong.of(3));
        queue.move(List.of(1L), OptionalLong.empty());

        assertThat(order(6)).containsExactly(2L, 6L, 5L, 3L, 4L, 1L);
    }

    @Test
    void movingToTheSamePlaceManyTimesNeverRunsOutOfRoom() {
        queue.add(Asking.bulks(1, 50, 1));
        for (long id = 3; id <= 50; id++) {
            queue.move(List.of(id), OptionalLong.of(2));
        }

        assertThat(order(50))
                .containsExactlyElementsOf(LongStream.concat(
                                LongStream.concat(LongStream.of(1), LongStream.rangeClosed(3, 50)), LongStream.of(2))
                        .boxed()
                        .toList());
    }

    @Test
    void everythingOneActionAskedIsCancelledTogether() {
        queue.add(Asking.bulks(1, 5, 1));
        queue.add(Asking.bulks(6, 8, 2));
        long running = queue.due().getFirst().send();

        var changes = queue.cancelAction(1);

        assertThat(changes).containsExactly(new QueueChange.Cancelled(List.of(1L, 2L, 3L, 4L, 5L), List.of(running)));
        assertThat(queue.count(RowState.CANCELLED)).isEqualTo(5);
        assertThat(queue.count(RowState.QUEUED)).isEqualTo(3);
    }

    @Test
    void aQuestionAskedAgainAfterItWasCalledOffIsSentAnew() {
        queue.add(Asking.request(1, 1, "s", "same", Urgency.CLICK));
        long first = queue.due().getFirst().send();
        queue.cancel(List.of(1L));
        queue.add(Asking.request(2, 2, "s", "same", Urgency.CLICK));
        queue.settled(first, new PivotOutcome.Cancelled());

        assertThat(state(2)).isEqualTo(RowState.QUEUED);
        assertThat(order(1)).containsExactly(2L);
    }

    @Test
    void pausedOfflineAndHeldRowsSayWhyAndHaveNoClockTime() {
        queue.add(List.of(Asking.click(1), Asking.click(2)));
        queue.hold(2, "TLP:RED");
        assertThat(row(2).why()).isEqualTo("held: TLP:RED");

        queue.pause("s");
        assertThat(row(1).why()).isEqualTo("paused");
        queue.offline(true);
        assertThat(row(1).why()).isEqualTo("waiting for network");
        assertThat(row(1).expected()).isEmpty();
        assertThat(queue.due()).isEmpty();
        assertThat(queue.nextWake()).isEmpty();
        assertThat(queue.finishesAt()).isEmpty();

        queue.offline(false);
        queue.resume("s");
        queue.release(2);
        assertThat(order(2)).containsExactly(1L, 2L);
    }

    @Test
    void clearingLeavesWhatAPersonMayStillWant() {
        queue.add(List.of(Asking.click(1), Asking.click(2), Asking.click(3)));
        queue.settled(queue.due().getFirst().send(), Asking.found(1));
        queue.cancel(List.of(2L));

        assertThat(queue.clearDone()).containsExactly(new QueueChange.Cleared(List.of(1L, 2L)));
        assertThat(queue.rows()).extracting(row -> row.request().id()).containsExactly(3L);
    }

    private PivotQueue queue(Pace pace) {
        PivotQueue made = new PivotQueue(ticker, ledger, new Random(7));
        made.setPace("s", pace);
        return made;
    }

    private QueueRow row(long id) {
        return queue.row(id).orElseThrow();
    }

    private RowState state(long id) {
        return row(id).state();
    }

    /** The ids in the order in which they go out, each answered at once. */
    private List<Long> order(int count) {
        RecordingSource source = new RecordingSource(ticker, Duration.ofMillis(1), started -> Asking.found(1));
        source.run(count, queue);
        source.answerNow();
        return source.firstIds;
    }
}
