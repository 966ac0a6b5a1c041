package tendril.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.layout.CaseGround;
import tendril.pivot.Answer;
import tendril.pivot.Audience;
import tendril.pivot.Fetch;
import tendril.pivot.Pace;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.Provider;
import tendril.pivot.Question;
import tendril.pivot.pace.FilePaceLedger;
import tendril.pivot.pace.PatientLedger;
import tendril.session.Ask;
import tendril.session.CaseSession;
import tendril.session.Limits;
import tendril.session.OpenCase;
import tendril.session.Providers;
import tendril.settings.ColourTheme;
import tendril.ui.Appearance;
import tendril.ui.FxPulse;
import tendril.ui.PracticeWindow;
import tendril.ui.queue.QueueLine;
import tendril.ui.window.MainWindow;

/**
 * Measures how long the FX thread is held up by a queue of many requests, in the real window over a case file, while
 * rows keep changing: {@code QueueBench [rows]}. What the columns mean stands at {@link FxSteps}.
 */
public final class QueueBench {
    private static final int ROWS = 10_000;
    private static final int REPEATS = 20;
    private static final int ANSWER_MS = 50;

    private QueueBench() {}

    public static void main(String[] args) {
        Application.launch(Bench.class, args);
    }

    /** The application that measures itself. */
    public static final class Bench extends Application {
        private final FxPulse pulse = new FxPulse();
        private final Random random = new Random(3);
        private final SlowSource source = new SlowSource();
        private FxSteps steps = new FxSteps(0);

        @Override
        public void start(Stage stage) throws Exception {
            steps = new FxSteps(Thread.currentThread().threadId());
            Appearance.loadFonts();
            int rows = getParameters().getRaw().stream().findFirst().map(Integer::parseInt).orElse(ROWS);
            Path file = Files.createTempDirectory("queue-bench").resolve("bench.tendril");
            OpenCase open = open(file);
            open.session().start();
            MainWindow window = PracticeWindow.window(stage, pulse, open.session(), ColourTheme.DARK);
            window.show();
            Thread.ofPlatform().start(() -> {
                try {
                    measure(stage, open, file, rows);
                } catch (Exception e) {
                    e.printStackTrace();
                }
                System.exit(0);
            });
        }

        private OpenCase open(Path file) {
            var setting = new OpenCase.Setting(
                    new Providers(List.of(source)),
                    CaseGround::new,
                    pulse,
                    ticker -> PatientLedger.over(new FilePaceLedger(file.resolveSibling("pace"), ticker), ticker),
                    "bench",
                    Limits.USUAL);
            return ((OpenCase.Result.Open) OpenCase.openOrCreate(file, setting)).openCase();
        }

        private void measure(Stage stage, OpenCase open, Path file, int rows) throws Exception {
            CaseSession session = open.session();
            Parent root = stage.getScene().getRoot();
            System.out.printf(Locale.ROOT, "%,d rows, %d processors%n", rows, Runtime.getRuntime().availableProcessors());
            FxSteps.head();
            FxSteps.run(() -> session.edits().add(hosts(rows), List.of()));
            Thread.sleep(8000);
            steps.step("ask " + rows + " at once", 1, () -> ask(session, rows));
            FxSteps.run(() -> root.fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Q, true, true, false, false)));
            Thread.sleep(1500);
            var table = table(root);
            var filter = (TextField) root.lookup("#queue-filter");
            steps.step("rows changing, nothing else", REPEATS, () -> {});
            source.failing = true;
            steps.step("rows failing in every way", REPEATS, () -> {});
            source.failing = false;
            FxSteps.run(() -> session.resume(source.id()));
            steps.step("scroll", REPEATS, () -> table.scrollTo(random.nextInt(rows)));
            steps.step("filter", REPEATS, () -> filter.setText("host" + random.nextInt(1000)));
            FxSteps.run(() -> filter.setText(""));
            steps.step("do one next", REPEATS, () -> session.doNext(List.of(some(table).id())));
            steps.step("move one before another", REPEATS, () -> session.moveInQueue(
                    List.of(some(table).id()), OptionalLong.of(some(table).id())));
            steps.step("move 500 to the end", 5, () -> session.moveInQueue(
                    table.getItems().stream().skip(2000).limit(500).map(QueueLine::id).toList(), OptionalLong.empty()));
            steps.step("cancel one", REPEATS, () -> session.cancel(List.of(some(table).id())));
            steps.step("pause, resume all", REPEATS, () -> {
                session.pauseAll();
                session.resumeAll();
            });
            steps.step("select all", 5, () -> table.getSelectionModel().selectAll());
            steps.step("select none", 1, () -> table.getSelectionModel().clearSelection());
            steps.step("select all and cancel all", 3, () -> {
                table.getSelectionModel().selectAll();
                session.cancel(table.getItems().stream().map(QueueLine::id).toList());
            }, () -> session.retry(table.getItems().stream().map(QueueLine::id).toList()));
            steps.step("clear what is done", 1, session::clearDone);
            FxSteps.heap();
            FxSteps.run(() -> session.pauseAll());
            Thread.sleep(500);
            open.close();
            List<OpenCase> again = new ArrayList<>();
            again.add(open(file));
            steps.step("restore the queue", 1, () -> again.getFirst().session().start());
            again.getFirst().close();
        }

        private QueueLine some(TableView<QueueLine> table) {
            return table.getItems().get(100 + random.nextInt(table.getItems().size() / 2));
        }

        @SuppressWarnings("unchecked")
        private static TableView<QueueLine> table(Parent root) {
            return (TableView<QueueLine>) root.lookup("#queue-table");
        }

        private static void ask(CaseSession session, int rows) {
            session.ask(new Ask(
                    hosts(rows).stream()
                            .map(host -> new Ask.About(SlowSource.ALL, host))
                            .toList(),
                    "Asked all",
                    false,
                    0,
                    false));
        }

        private static List<Indicator> hosts(int count) {
            return IntStream.range(0, count)
                    .mapToObj(n -> new Indicator(IndicatorType.DOMAIN, "host" + n + ".example"))
                    .toList();
        }
    }

    /** A source that knows nothing, after a while, or fails in one way after the other; two requests at a time. */
    private static final class SlowSource implements Provider {
        private static final List<PivotOutcome> FAULTS = List.of(
                new PivotOutcome.Unreachable("No answer within 60 s."),
                new PivotOutcome.Malformed(Optional.empty(), "The answer is not valid JSON."),
                new PivotOutcome.Refused("Not this one (422).", false),
                new PivotOutcome.Throttled(Optional.of(Duration.ZERO), "Too often (429)."));

        private final AtomicInteger faults = new AtomicInteger();
        private volatile boolean failing;

        static final Pivot ALL = new Pivot(
                "slow", "all", "Everything [Slow]", Set.of(IndicatorType.DOMAIN), Set.of(), "Nothing.", true);

        @Override
        public String id() {
            return "slow";
        }

        @Override
        public String name() {
            return "Slow";
        }

        @Override
        public List<Pivot> pivots() {
            return List.of(ALL);
        }

        @Override
        public Pace pace() {
            return new Pace(List.of(new Pace.Window(20, Duration.ofSeconds(1))), 2);
        }

        @Override
        public Audience audience() {
            return Audience.THIS_MACHINE;
        }

        @Override
        public Question question(Pivot pivot, Indicator indicator) {
            return new Question(id(), indicator.value(), "GET slow:" + indicator.value());
        }

        @Override
        public Fetch fetch(Question question) throws InterruptedException {
            Thread.sleep(ANSWER_MS);
            if (failing) {
                return new Fetch.Failed(FAULTS.get(faults.getAndIncrement() % FAULTS.size()));
            }
            return new Fetch.Got(new Answer(
                    question, Instant.now(), 200, "text/plain", question.key().getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public PivotOutcome read(Pivot pivot, Indicator indicator, Answer answer) {
            return new PivotOutcome.NothingFound(answer);
        }
    }
}
