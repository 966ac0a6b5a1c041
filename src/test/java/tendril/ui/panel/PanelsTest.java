package tendril.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tendril.graph.Entity;
import tendril.graph.Flag;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.text.Defang;
import tendril.pivot.lane.RowState;
import tendril.session.CaseSession;
import tendril.ui.ClockWords;
import tendril.ui.InventedSource;
import tendril.ui.PracticeCase;
import tendril.ui.canvas.Selection;
import tendril.ui.panel.DetailsViewModel.Shown;
import tendril.ui.queue.QueueCommands;
import tendril.ui.queue.QueueViewModel;
import tendril.ui.tray.TrayViewModel;

class PanelsTest {
    private static final Indicator EMAIL = new Indicator(IndicatorType.EMAIL, "ana@mail.example");

    private final ArrayDeque<Runnable> answers = new ArrayDeque<>();
    private final CaseSession session = PracticeCase.open(new InventedSource(), answers::add, Runnable::run);
    private final DetailsViewModel details = new DetailsViewModel(() -> session, Defang::of);
    private final QueueViewModel queue =
            new QueueViewModel(() -> session, new ClockWords(ZoneOffset.UTC, InstantSource.system()));
    private final QueueCommands commands = new QueueCommands(queue);
    private final HistoryViewModel history = new HistoryViewModel(() -> session, ZoneOffset.UTC);
    private final EvidenceViewModel evidence = new EvidenceViewModel(() -> session);

    @BeforeEach
    void oneExpandedEntity() {
        session.edits().add(List.of(EMAIL), List.of());
        session.expand(List.of(EMAIL));
    }

    @Test
    void detailsShowAnEntityWithItsLinksAndProperties() {
        answers.remove().run();

        details.show(Selection.of(List.of(EMAIL)));

        assertThat(details.shown().get()).isInstanceOfSatisfying(Shown.One.class, one -> {
            assertThat(one.linkCount())
                    .isEqualTo((int) session.graph().linksOf(EMAIL).count());
            assertThat(one.entity().properties())
                    .singleElement()
                    .satisfies(property ->
                            assertThat(DetailsViewModel.support(property)).isEqualTo("1 source"));
            assertThat(one.defanged()).contains("[.]");
        });
    }

    @Test
    void notesFlagsAndTagsAreWrittenOnce() {
        details.note(EMAIL, "registrant");
        details.note(EMAIL, "registrant");
        details.flag(EMAIL, Flag.RED);
        details.addTag(session.graph().entity(EMAIL).orElseThrow(), "apt");
        details.addTag(session.graph().entity(EMAIL).orElseThrow(), "apt");

        var entity = session.graph().entity(EMAIL).orElseThrow();
        assertThat(entity.note()).isEqualTo("registrant");
        assertThat(entity.flag()).isEqualTo(Flag.RED);
        assertThat(entity.tags()).containsExactly("apt");
        assertThat(session.graph().history()).hasSize(5);
    }

    @Test
    void theQueueSaysWhatRunsAndWhatCameOfIt() {
        queue.refresh();
        assertThat(queue.lines()).singleElement().satisfies(row -> {
            assertThat(queue.words(row).state()).isEqualTo("running");
            assertThat(row.provider()).isEqualTo("Invented");
        });
        assertThat(queue.header().get()).startsWith("1 running");

        answers.remove().run();
        queue.refresh();

        assertThat(queue.lines())
                .singleElement()
                .satisfies(row -> assertThat(queue.words(row).state()).endsWith("results"));
        assertThat(queue.header().get()).isEqualTo("All done");
    }

    @Test
    void whatRunsCanBeCancelledAndTriedAgain() {
        queue.refresh();
        commands.cancel(List.copyOf(queue.lines()));
        queue.refresh();
        assertThat(queue.lines())
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(RowState.CANCELLED));

        commands.retry(List.copyOf(queue.lines()));
        queue.refresh();
        assertThat(queue.lines())
                .singleElement()
                .satisfies(row -> assertThat(row.mayBeCancelled()).isTrue());
    }

    @Test
    void historyIsNewestFirstAndUndoesAnyEntry() {
        answers.remove().run();
        history.refresh();
        assertThat(history.entries())
                .extracting(HistoryViewModel.Entry::title)
                .containsExactly("Expanded ana@mail.example", "Added ana@mail.example");

        HistoryViewModel.Entry expanded = history.entries().getFirst();
        assertThat(history.preview(expanded)).contains("Undoing it takes");
        history.toggle(expanded);
        history.refresh();

        assertThat(session.graph().entityCount()).isEqualTo(1);
        assertThat(history.entries().getFirst().undone()).isTrue();
        history.toggle(history.entries().getFirst());
        assertThat(session.graph().entityCount()).isGreaterThan(1);
    }

    @Test
    void theHistorySaysWhatAPivotBroughtAndCollapsesItWithoutDeleting() {
        answers.remove().run();
        history.refresh();
        HistoryViewModel.Entry expanded = history.entries().getFirst();
        HistoryViewModel.Entry added = history.entries().get(1);
        int brought = session.graph().entityCount() - 1;

        assertThat(expanded.words()).isEqualTo("Expanded ana@mail.example: " + brought + " new");
        assertThat(history.previewed(expanded)).hasSize(brought).doesNotContain(EMAIL);
        history.collapse(expanded);
        history.refresh();
        assertThat(session.graph().entityCount()).isEqualTo(brought + 1);
        assertThat(session.graph().entities().filter(Entity::isDrawn)).hasSize(1);
        assertThat(history.entries().get(1).collapsed()).isTrue();
        assertThat(history.entries().get(2)).isEqualTo(added);

        history.collapse(history.entries().get(1));
        history.refresh();
        assertThat(session.graph().entities().filter(Entity::isDrawn)).hasSize(brought + 1);
        history.filter().set("EXPANDED");
        assertThat(history.entries())
                .extracting(HistoryViewModel.Entry::title)
                .containsExactly(
                        "Showed again: Expanded ana@mail.example",
                        "Collapsed: Expanded ana@mail.example",
                        "Expanded ana@mail.example");
    }

    @Test
    void evidenceOfALinkIsTheAnswerItCameIn() {
        answers.remove().run();
        LinkKey key = session.graph().linksOf(EMAIL).findFirst().orElseThrow().key();

        evidence.show(Selection.ofLinks(List.of(key)));

        assertThat(evidence.lines()).isNotEmpty().first().satisfies(line -> {
            assertThat(line.source()).isEqualTo("All it knows [Invented]");
            assertThat(line.about()).contains("UTC", "HTTP 200");
            assertThat(evidence.proof(line)).isEqualTo("22 bytes · SHA-256 verified");
            assertThat(evidence.answer(line).text()).isEqualTo("email/ana@mail.example");
        });
    }

    @Test
    void whatTheAnalystSaysIsCalledSo() {
        evidence.show(Selection.of(List.of(EMAIL)));

        assertThat(evidence.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.source()).isEqualTo("ana"));
    }

    @Test
    void resultsTooManyForTheCanvasWaitInTheTrayUntilKept() {
        var tray = new TrayViewModel(() -> session);
        var hub = new Indicator(IndicatorType.DOMAIN, InventedSource.HUB);
        session.edits().add(List.of(hub), List.of());
        session.expand(List.of(hub));
        while (!answers.isEmpty()) {
            answers.remove().run();
        }
        tray.refresh();
        assertThat(tray.count().get()).isEqualTo(InventedSource.HUB_DEGREE);
        assertThat(tray.summary().get()).isEqualTo("300 results wait: 300 × Domain");
        int before = session.graph().entityCount();

        tray.filter().set("host1.");
        assertThat(tray.rows()).hasSize(1);
        tray.keep(List.copyOf(tray.rows()));

        assertThat(session.graph().entityCount()).isEqualTo(before + 1);
        assertThat(tray.count().get()).isEqualTo(InventedSource.HUB_DEGREE - 1);
        tray.filter().set("");
        tray.keepAsCollection(List.copyOf(tray.rows()));
        assertThat(tray.count().get()).isZero();
        assertThat(session.graph().collections()).hasSize(1);
    }
}
