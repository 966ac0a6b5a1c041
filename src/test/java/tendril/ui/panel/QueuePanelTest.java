package tendril.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.Pace;
import tendril.pivot.lane.RowState;
import tendril.session.PacedCase;
import tendril.ui.ClockWords;
import tendril.ui.queue.QueueCommands;
import tendril.ui.queue.QueueLine;
import tendril.ui.queue.QueueViewModel;
import tendril.ui.queue.QueueViewModel.Show;
import tendril.ui.queue.SourcesViewModel;
import tendril.ui.queue.SourcesViewModel.Standing;

/** What a person reads in the queue panel and can do there, on a clock that the test turns. */
class QueuePanelTest {
    private final PacedCase bench = new PacedCase(Pace.every(Duration.ofSeconds(10), 1));
    private final ClockWords clock = new ClockWords(ZoneOffset.UTC, bench::now);
    private final QueueViewModel model = new QueueViewModel(bench::session, clock);
    private final SourcesViewModel sources = new SourcesViewModel(bench::session, clock);
    private final QueueCommands commands = new QueueCommands(model);

    @BeforeEach
    void nothingYet() {
        model.refresh();
    }

    @Test
    void eachLineTellsWhatWhenAndWhy() {
        ask(3);

        assertThat(texts())
                .containsExactly(
                        "running 12:00:00 host0.example Everything Scripted ",
                        "queued 12:00:10 host1.example Everything Scripted rate: 1 per 10 s",
                        "queued 12:00:20 host2.example Everything Scripted behind 1 other");
        assertThat(model.header().get()).isEqualTo("1 running, 2 waiting, finishes at 12:00:20");
    }

    @Test
    void aTimeOnAnotherDayNamesTheDay() {
        bench.session().queue().setPace("scripted", Pace.every(Duration.ofHours(20), 1));
        ask(12);

        assertThat(model.words(model.lines().get(1)).when()).isEqualTo("Tue 08:00");
        assertThat(model.words(model.lines().getLast()).when()).isEqualTo("11 Mar 16:00");
    }

    @Test
    void draggedLinesLandWhereTheyWereDroppedAndGoInThatOrder() {
        ask(6);
        commands.drop(List.of(line(5), line(4)), 2);
        model.refresh();
        assertThat(hosts()).containsExactly(0, 1, 4, 5, 2, 3);

        commands.doNext(List.of(line(3)));
        commands.moveToEnd(List.of(line(1)));
        model.refresh();
        assertThat(hosts()).containsExactly(0, 3, 4, 5, 2, 1);

        commands.moveUp(List.of(line(5)));
        model.refresh();
        assertThat(hosts()).containsExactly(0, 3, 5, 4, 2, 1);
        commands.moveDown(List.of(line(3)));
        model.refresh();
        assertThat(hosts()).containsExactly(0, 5, 3, 4, 2, 1);
    }

    @Test
    void theListIsNarrowedByTextAndByState() {
        ask(12);
        model.filter().set("Host1");
        assertThat(hosts()).containsExactly(1, 10, 11);
        commands.cancel(List.of(line(10)));
        model.refresh();

        model.show().set(Show.OVER);
        assertThat(hosts()).containsExactly(10);
        model.filter().set("");
        model.show().set(Show.RUNNING);
        assertThat(hosts()).containsExactly(0);
        assertThat(model.count(Show.WAITING)).isEqualTo(10);
    }

    @Test
    void everythingOneActionAskedIsCancelledTogether() {
        ask(4);
        bench.ask(IntStream.range(50, 53).mapToObj(QueuePanelTest::host).toList());
        model.refresh();

        assertThat(commands.actionOf(line(51))).isEqualTo("Asked 3");
        commands.cancelAction(line(51));
        model.refresh();

        assertThat(bench.session().queue().count(RowState.CANCELLED)).isEqualTo(3);
        assertThat(model.header().get()).startsWith("1 running, 3 waiting");
    }

    @Test
    void offlineAndPausedAreSaidOnEveryLine() {
        ask(2);
        commands.toggleOffline();
        model.refresh();
        assertThat(texts().getLast()).isEqualTo("queued  host1.example Everything Scripted waiting for network");
        assertThat(model.header().get()).isEqualTo("1 running, 1 waiting for network · offline");

        commands.toggleOffline();
        commands.pause("scripted");
        model.refresh();
        sources.refresh();
        assertThat(texts().getLast()).endsWith("paused");
        assertThat(sources.sources()).singleElement().satisfies(source -> {
            assertThat(source.standing()).isEqualTo(Standing.PAUSED);
            assertThat(source.waitOver()).isTrue();
            assertThat(source.detail()).contains("Rate: 1 per 10 s", "1 waiting");
        });
    }

    @Test
    void anAnswerIsAskedAgainBesideTheOldOne() {
        bench.provider().says(host(0), host(7));
        ask(1);
        bench.answerNext();
        model.refresh();
        assertThat(texts()).containsExactly("1 result 12:00:00 host0.example Everything Scripted ");

        commands.askAgain(List.of(line(0)));
        bench.pass(Duration.ofSeconds(11));
        bench.answerNext();
        model.refresh();

        assertThat(bench.session().queue().count(RowState.DONE)).isEqualTo(2);
        assertThat(bench.session().graph().evidenceFor("scripted", "host0.example"))
                .hasSize(2);
    }

    @Test
    void oneClickStandsBeforeFiveHundredRowsInBulk() {
        ask(500);
        bench.session().edits().add(List.of(host(900)), List.of());
        bench.session().expand(List.of(host(900)));
        model.refresh();

        assertThat(model.lines().get(1).indicator()).isEqualTo("host900.example");
        assertThat(model.words(model.lines().get(1)).when()).isEqualTo("12:00:10");
    }

    @Test
    void oneOfTenThousandThatGoesMovesTwoLinesAndWordsNone() {
        ask(10_000);
        long steps = model.steps();
        long worded = model.worded();
        List<Integer> changes = new ArrayList<>();
        model.lines().addListener((ListChangeListener<QueueLine>) change -> {
            while (change.next()) {
                changes.add(change.getAddedSize() + change.getRemovedSize());
            }
        });
        for (int i = 0; i < 20; i++) {
            bench.answerNext();
            bench.pass(Duration.ofSeconds(11));
            model.refresh();
        }

        assertThat(model.steps() - steps).isLessThanOrEqualTo(20 * 4);
        assertThat(changes).allMatch(size -> size <= 2);
        assertThat(model.worded() - worded).isZero();
    }

    @Test
    void tenThousandAreMovedFilteredAndCancelledInOneStepEach() {
        ask(10_000);
        QueueLine last = model.lines().getLast();
        commands.drop(List.of(last), 1);
        model.refresh();
        assertThat(model.lines().get(1)).isSameAs(last);

        model.filter().set("host77.");
        assertThat(hosts()).containsExactly(77);
        model.filter().set("");
        int before = bench.commits();
        commands.cancel(List.copyOf(model.lines()));
        model.refresh();

        assertThat(model.count(Show.OVER)).isEqualTo(10_000);
        assertThat(bench.commits() - before)
                .as("one batch of facts for all of them")
                .isLessThanOrEqualTo(2);
        assertThat(model.worded()).isZero();
    }

    private void ask(int count) {
        bench.ask(IntStream.range(0, count).mapToObj(QueuePanelTest::host).toList());
        model.refresh();
    }

    private QueueLine line(int host) {
        return model.lines().stream()
                .filter(line -> line.indicator().equals(host(host).value()))
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> hosts() {
        return model.lines().stream()
                .map(line -> Integer.valueOf(line.indicator().replaceAll("\\D", "")))
                .toList();
    }

    private List<String> texts() {
        return model.lines().stream()
                .map(line -> String.join(
                        " ",
                        model.words(line).state(),
                        model.words(line).when(),
                        line.indicator(),
                        line.pivot(),
                        line.provider(),
                        model.words(line).why()))
                .toList();
    }

    private static Indicator host(int number) {
        return new Indicator(IndicatorType.DOMAIN, "host" + number + ".example");
    }
}
