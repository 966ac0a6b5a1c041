package tendril.pivot.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tendril.pivot.Pace;
import tendril.pivot.PivotOutcome;
import tendril.pivot.lane.ProviderHealth;
import tendril.pivot.lane.RowState;
import tendril.pivot.pace.MemoryPaceLedger;
import tendril.pivot.pace.PaceAssert;
import tendril.pivot.pace.VirtualTicker;

/** What each kind of outcome does to a row and to its lane: no row is lost, none is hammered. */
class QueueOutcomesTest {
    private final VirtualTicker ticker = new VirtualTicker("2026-03-01T09:00:00Z");
    private final PivotQueue queue = new PivotQueue(ticker, new MemoryPaceLedger(ticker), new Random(7));

    QueueOutcomesTest() {
        queue.setPace("s", Pace.unlimited(1));
    }

    @Test
    void tooManyIsDoneAndTellsTheRealNumber() {
        queue.add(Asking.click(1));
        settle(new PivotOutcome.TooMany(Asking.answer(), 4000));

        assertThat(row(1).state()).isEqualTo(RowState.DONE);
        assertThat(row(1).found()).isEqualTo(4000);
        assertThat(row(1).why()).isEqualTo("4000 results are over the limit; none was taken.");
    }

    @Test
    void malformedFailsAndMayBeRetried() {
        queue.add(Asking.click(1));
        settle(new PivotOutcome.Malformed(Optional.empty(), "The answer is HTML."));
        assertThat(row(1).state()).isEqualTo(RowState.FAILED);
        assertThat(row(1).why()).isEqualTo("The answer is HTML.");

        queue.retry(List.of(1L));
        settle(Asking.found(2));
        assertThat(row(1).state()).isEqualTo(RowState.DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 60, server asked for 60 s",
        "600, 600, server asked for 10 min",
        "999999, 86400, server asked for 24 h"
    })
    void aServerThatAsksForTimeGetsItUpToADay(long asked, long given, String why) {
        queue.add(List.of(Asking.click(1), Asking.click(2)));
        var changes = settle(Asking.throttled(Duration.ofSeconds(asked)));

        assertThat(changes)
                .containsExactly(new QueueChange.PutBack(
                        List.of(1L), why, ticker.instant().plusSeconds(given), 0));
        assertThat(row(1).state()).isEqualTo(RowState.WAITING);
        assertThat(row(1).why()).isEqualTo(why);
        assertThat(row(2).why()).isEqualTo(why);
        assertThat(row(1).expected()).contains(ticker.instant().plusSeconds(given));
        assertThat(queue.health("s")).isInstanceOf(ProviderHealth.Limited.class);
        ticker.pass(Duration.ofSeconds(given).minusMillis(1));
        assertThat(queue.due()).isEmpty();
        ticker.pass(Duration.ofMillis(1));
        assertThat(queue.due().getFirst().ids()).containsExactly(1L);
    }

    @Test
    void aServerThatAsksForNothingOverAndOverIsNotHammered() {
        queue.add(Asking.click(1));
        RecordingSource source =
                new RecordingSource(ticker, Duration.ofMillis(10), sent -> Asking.throttled(Duration.ZERO));
        source.run(20, queue);

        assertThat(ticker.nanos()).isGreaterThan(Duration.ofMinutes(30).toNanos());
        assertThat(row(1).state()).isIn(RowState.RUNNING, RowState.WAITING);
    }

    @Test
    void aPersonMayEndTheServersWait() {
        queue.add(Asking.click(1));
        settle(Asking.throttled(Duration.ofHours(20)));
        queue.resume("s");
        assertThat(queue.due()).hasSize(1);
    }

    @Test
    void aRefusalThatConcernsEverythingPausesTheProviderWithWhatToDo() {
        queue.add(List.of(Asking.click(1), Asking.click(2)));
        settle(new PivotOutcome.Refused("The key is not accepted (401). Enter a new one.", true));

        assertThat(row(1).state()).isEqualTo(RowState.FAILED);
        assertThat(row(2).why()).isEqualTo("paused: The key is not accepted (401). Enter a new one.");
        assertThat(queue.health("s"))
                .isEqualTo(new ProviderHealth.Paused("The key is not accepted (401). Enter a new one."));
        assertThat(queue.due()).isEmpty();
        queue.resume("s");
        assertThat(queue.due()).hasSize(1);
    }

    @Test
    void oneQuestionWithoutAnswerBacksOffAndIsGivenUpAfterFiveTries() {
        queue.add(Asking.click(1));
        RecordingSource source = new RecordingSource(ticker, Duration.ofMillis(10), sent -> Asking.unreachable());
        source.run(Integer.MAX_VALUE, queue);

        assertThat(source.asked).hasSize(5);
        assertThat(row(1).state()).isEqualTo(RowState.FAILED);
        assertThat(row(1).why()).isEqualTo("No answer in 30 s. Given up after 5 tries.");
        List<Long> gaps = IntStream.range(1, 5)
                .mapToObj(i -> source.askedAt.get(i) - source.askedAt.get(i - 1))
                .toList();
        assertThat(gaps.getLast()).isGreaterThan(gaps.getFirst() * 2);
    }

    @Test
    void aDeadSourceIsProbedGentlyWithOneRequestAndNoRowIsLost() {
        queue.add(Asking.bulks(1, 100, 1));
        boolean[] alive = {false};
        RecordingSource source = new RecordingSource(
                ticker, Duration.ofMillis(10), sent -> alive[0] ? Asking.found(1) : Asking.unreachable());
        source.run(13, queue);

        assertThat(queue.health("s")).isInstanceOf(ProviderHealth.Gone.class);
        assertThat(((ProviderHealth.Gone) queue.health("s")).since())
                .isBetween("2026-03-01T09:00:00Z", "2026-03-01T09:00:01Z");
        assertThat(ticker.nanos()).isGreaterThan(Duration.ofMinutes(30).toNanos());
        assertThat(source.asked).as("each probe another question").doesNotHaveDuplicates();
        assertThat(queue.count(RowState.FAILED)).isZero();

        alive[0] = true;
        source.run(Integer.MAX_VALUE, queue);
        assertThat(queue.count(RowState.DONE)).isEqualTo(100);
        assertThat(queue.health("s")).isInstanceOf(ProviderHealth.Alive.class);
    }

    @Test
    void afterSleepNothingIsMadeUpForInABurst() {
        queue.setPace("s", Pace.every(Duration.ofSeconds(10), 1));
        queue.add(Asking.bulks(1, 100, 1));
        RecordingSource source = new RecordingSource(ticker, Duration.ofMillis(10), sent -> Asking.found(1));
        source.run(10, queue);
        ticker.pass(Duration.ofHours(8));
        source.run(20, queue);

        PaceAssert.assertNoWindowExceeded(Pace.every(Duration.ofSeconds(10), 1), source.askedAt);
    }

    @Test
    void killedAtTheThirtiethOfSixtyThirtyRemainAndNoneIsSentTwice() {
        MemoryPaceLedger ledger = new MemoryPaceLedger(ticker);
        Pace pace = Pace.every(Duration.ofSeconds(10), 1);
        PivotQueue first = new PivotQueue(ticker, ledger, new Random(1));
        first.setPace("s", pace);
        RecordingSource source = new RecordingSource(ticker, Duration.ofMillis(10), sent -> Asking.found(1));
        source.saved.applyAll(first.add(Asking.bulks(1, 60, 1)));
        source.run(30, first);
        source.forgetReplies();

        PivotQueue second = new PivotQueue(ticker, ledger, new Random(2));
        second.setPace("s", pace);
        source.saved.applyAll(second.restore(source.saved));
        assertThat(second.count(RowState.DONE)).isEqualTo(29);
        assertThat(second.count(RowState.INTERRUPTED)).isEqualTo(1);
        assertThat(second.count(RowState.QUEUED)).isEqualTo(30);
        assertThat(second.row(30).orElseThrow().why()).contains("may have been sent");

        source.run(Integer.MAX_VALUE, second);
        assertThat(source.asked).hasSize(60).doesNotHaveDuplicates();
        second.retry(List.of(30L));
        source.run(Integer.MAX_VALUE, second);
        assertThat(second.count(RowState.DONE)).isEqualTo(60);
        PaceAssert.assertNoWindowExceeded(pace, source.askedAt);
    }

    @Test
    void tenThousandRowsCostAForecastOnlyWhenSomethingChanged() {
        queue.setPace("s", Pace.every(Duration.ofSeconds(10), 1));
        queue.add(Asking.bulks(1, 10_000, 1));
        for (int frame = 0; frame < 60; frame++) {
            queue.rows()
                    .subList(5000, 5040)
                    .forEach(row -> assertThat(row.expected()).isPresent());
            assertThat(queue.finishesAt()).isPresent();
            ticker.pass(Duration.ofMillis(16));
        }
        assertThat(queue.turnsPlayed()).isLessThanOrEqualTo(20_000);

        queue.cancelAction(1);
        assertThat(queue.count(RowState.CANCELLED)).isEqualTo(10_000);
        assertThat(queue.rows()).hasSize(10_000);
        assertThat(queue.turnsPlayed()).isLessThanOrEqualTo(20_000);
    }

    @Test
    void movingAndCallingOffAmongTenThousandPlaysNothingAgain() {
        queue.setPace("s", Pace.every(Duration.ofSeconds(10), 1));
        queue.add(Asking.bulks(1, 10_000, 1));
        queue.finishesAt();
        for (long id = 9_000; id < 9_100; id++) {
            queue.move(List.of(id), OptionalLong.of(id - 8_000));
            queue.cancel(List.of(id + 500));
            assertThat(queue.row(id).orElseThrow().expected()).isPresent();
            assertThat(queue.finishesAt()).isPresent();
        }
        assertThat(queue.turnsPlayed()).isEqualTo(10_000);
    }

    @Test
    void theListTellsTheOrderAlsoOfWhatBacksOff() {
        queue.setPace("s", Pace.every(Duration.ofSeconds(1), 1));
        queue.add(Asking.bulks(1, 30, 1));
        boolean[] weak = {true};
        RecordingSource source = new RecordingSource(
                ticker,
                Duration.ofMillis(10),
                sent -> weak[0] && sent.ids().getFirst() % 3 == 0 ? Asking.unreachable() : Asking.found(1));
        source.run(9, queue);
        source.answerNow();
        weak[0] = false;
        List<Long> expected = queue.rows().stream()
                .filter(row -> row.state().isInLine())
                .map(row -> row.request().id())
                .toList();
        assertThat(expected)
                .contains(9L)
                .isNotEqualTo(expected.stream().sorted().toList());

        source.firstIds.clear();
        source.run(Integer.MAX_VALUE, queue);
        assertThat(source.firstIds).isEqualTo(expected);
    }

    private List<QueueChange> settle(PivotOutcome outcome) {
        return queue.settled(queue.due().getFirst().send(), outcome);
    }

    private QueueRow row(long id) {
        return queue.row(id).orElseThrow();
    }
}
