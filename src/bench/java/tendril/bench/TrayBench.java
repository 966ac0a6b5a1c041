package tendril.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;
import tendril.layout.CaseGround;
import tendril.pivot.Answer;
import tendril.pivot.Audience;
import tendril.pivot.Fetch;
import tendril.pivot.Finding;
import tendril.pivot.Pace;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.Provider;
import tendril.pivot.Question;
import tendril.pivot.pace.MemoryPaceLedger;
import tendril.session.CaseSession;
import tendril.session.Limits;
import tendril.session.OpenCase;
import tendril.session.Providers;
import tendril.settings.ColourTheme;
import tendril.ui.Appearance;
import tendril.ui.FxPulse;
import tendril.ui.PracticeWindow;
import tendril.ui.tray.TrayRow;

/**
 * Measures how long the FX thread is held up by a tray of many results, in the real window over a case file, from the
 * answer that brings them to the undo that brings them back: {@code TrayBench [results]}. What the columns mean stands at
 * {@link FxSteps}.
 */
public final class TrayBench {
    private static final int RESULTS = 50_000;
    private static final int REPEATS = 20;

    private TrayBench() {}

    public static void main(String[] args) {
        Application.launch(Bench.class, args);
    }

    /** The application that measures itself. */
    public static final class Bench extends Application {
        private final FxPulse pulse = new FxPulse();
        private final Random random = new Random(3);
        private FxSteps steps = new FxSteps(0);

        @Override
        public void start(Stage stage) throws Exception {
            steps = new FxSteps(Thread.currentThread().threadId());
            Appearance.loadFonts();
            int results = getParameters().getRaw().stream()
                    .findFirst()
                    .map(Integer::parseInt)
                    .orElse(RESULTS);
            Path file = Files.createTempDirectory("tray-bench").resolve("bench.tendril");
            OpenCase open = open(file, results);
            open.session().start();
            PracticeWindow.window(stage, pulse, open.session(), ColourTheme.DARK).show();
            Thread.ofPlatform().start(() -> {
                try {
                    measure(stage.getScene().getRoot(), open.session(), results);
                    open.close();
                } catch (Exception e) {
                    e.printStackTrace();
                }
                System.exit(0);
            });
        }

        private OpenCase open(Path file, int results) {
            var setting = new OpenCase.Setting(
                    new Providers(List.of(new ManySource(results))),
                    CaseGround::new,
                    pulse,
                    MemoryPaceLedger::new,
                    "bench",
                    Limits.USUAL);
            return ((OpenCase.Result.Open) OpenCase.openOrCreate(file, setting)).openCase();
        }

        private void measure(Parent root, CaseSession session, int results) throws Exception {
            System.out.printf(
                    Locale.ROOT, "%,d results, %d processors%n", results, Runtime.getRuntime().availableProcessors());
            FxSteps.head();
            Indicator asked = new Indicator(IndicatorType.IPV4, "192.0.2.7");
            FxSteps.run(() -> session.edits().add(List.of(asked), List.of()));
            Thread.sleep(3000);
            steps.until(
                    "the answer comes",
                    () -> session.expand(List.of(asked)),
                    () -> !session.tray().refused().isEmpty() || session.tray().waiting() > 0);
            FxSteps.run(() -> openTray(root));
            Thread.sleep(1500);
            if (FxSteps.onFx(() -> !session.tray().refused().isEmpty())) {
                steps.until(
                        "take all of it",
                        () -> button(root, "Take all"),
                        () -> session.tray().waiting() == results);
            }
            look(root);
            choose(root, session, results);
            FxSteps.heap();
        }

        private void look(Parent root) throws Exception {
            TableView<TrayRow> table = FxSteps.onFx(() -> table(root));
            FxSteps.run(table::requestFocus);
            var filter = (TextField) root.lookup("#tray-filter");
            steps.step("scroll", REPEATS, () -> table.scrollTo(random.nextInt(table.getItems().size())));
            steps.step("filter to some", REPEATS, () -> filter.setText("host" + random.nextInt(1000)));
            steps.step("filter to one more letter", REPEATS, () -> filter.appendText("1"));
            steps.step("filter to all", 5, () -> filter.setText(""), () -> filter.setText("host1"));
            FxSteps.run(() -> filter.setText(""));
            for (TableColumn<TrayRow, ?> column : List.copyOf(table.getColumns())) {
                if (column.isSortable() && column.isVisible()) {
                    steps.step("sort by " + column.getText(), 3, () -> sort(table, column));
                }
            }
            FxSteps.run(() -> table.getSortOrder().clear());
            steps.step("only one type", 5, () -> chip(root, "Domain"), () -> chip(root, "All"));
            steps.step("Ctrl+A", 5, () -> {
                table.requestFocus();
                key(table, KeyCode.A, true, false);
            }, () -> every(table).fire());
            steps.step(
                    "select 1,000",
                    5,
                    () -> table.getSelectionModel().selectRange(200, 1200),
                    () -> table.getSelectionModel().clearSelection());
            steps.step("tick all", 4, () -> every(table).fire());
        }

        private void choose(Parent root, CaseSession session, int results) throws Exception {
            TableView<TrayRow> table = FxSteps.onFx(() -> table(root));
            steps.step("tick one", REPEATS, () -> tick(table, random.nextInt(table.getItems().size())));
            untickAll(table);
            FxSteps.run(() -> {
                for (int i = 0; i < 12; i++) {
                    tick(table, i * 10);
                }
            });
            steps.until("keep 12", () -> button(root, "Keep ("), () -> session.tray().waiting() == results - 12);
            FxSteps.run(() -> {
                for (int i = 0; i < 100; i++) {
                    tick(table, i * 10);
                }
            });
            steps.until("drop 100", () -> button(root, "Drop ("), () -> session.tray().waiting() == results - 112);
            steps.until(
                    "keep the rest in one node",
                    () -> button(root, "Keep as collection ("),
                    () -> session.tray().waiting() == 0);
            Thread.sleep(1500);
            steps.until("undo it", session::undo, () -> session.tray().waiting() == results - 112);
            Thread.sleep(1500);
            steps.until("keep the rest", () -> button(root, "Keep ("), () -> session.tray().waiting() == 0);
            Thread.sleep(5000);
            steps.until("undo it", session::undo, () -> session.tray().waiting() == results - 112);
            Thread.sleep(1500);
            steps.until("redo it", session::redo, () -> session.tray().waiting() == 0);
            Thread.sleep(1500);
            steps.until("undo it once more", session::undo, () -> session.tray().waiting() == results - 112);
            Thread.sleep(1500);
            steps.until("drop the rest", () -> button(root, "Drop ("), () -> session.tray().waiting() == 0);
        }

        private static void sort(TableView<TrayRow> table, TableColumn<TrayRow, ?> column) {
            column.setSortType(
                    column.getSortType() == TableColumn.SortType.ASCENDING
                            ? TableColumn.SortType.DESCENDING
                            : TableColumn.SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(column));
        }

        private static void tick(TableView<TrayRow> table, int place) {
            table.getSelectionModel().clearAndSelect(place);
            key(table, KeyCode.SPACE, false, false);
        }

        private static void untickAll(TableView<TrayRow> table) throws Exception {
            FxSteps.run(() -> {
                table.requestFocus();
                key(table, KeyCode.A, true, false);
                every(table).fire();
            });
        }

        private static CheckBox every(TableView<TrayRow> table) {
            return (CheckBox) table.getColumns().getFirst().getGraphic();
        }

        private static void chip(Parent root, String begin) {
            root.lookupAll(".tray-chip").stream()
                    .map(ToggleButton.class::cast)
                    .filter(chip -> chip.getText().startsWith(begin) && chip.getScene() != null)
                    .findFirst()
                    .orElseThrow()
                    .fire();
        }

        private static void openTray(Parent root) {
            key(root, KeyCode.Q, true, true);
            var dock = (TabPane) root.lookup(".dock");
            dock.getTabs().stream()
                    .filter(tab -> "Tray".equals(tab.getId()))
                    .forEach(dock.getSelectionModel()::select);
        }

        private static void key(Node on, KeyCode code, boolean control, boolean shift) {
            on.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        }

        /** Presses the button whose words begin so. */
        private static void button(Parent root, String begin) {
            root.lookupAll(".button").stream()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .filter(button -> button.getText() != null && button.getText().startsWith(begin))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No button begins with " + begin))
                    .fire();
        }

        @SuppressWarnings("unchecked")
        private static TableView<TrayRow> table(Parent root) {
            return (TableView<TrayRow>) root.lookup(".tray .table-view");
        }
    }

    /** A source that knows many names of an address, at once. */
    private static final class ManySource implements Provider {
        private static final Pivot ALL = new Pivot(
                "many", "all", "Everything [Many]", Set.of(IndicatorType.IPV4), Set.of(), "Many names.", true);
        private static final LocalDate FIRST_DAY = LocalDate.of(2012, 1, 1);
        private static final int DAYS = 3_000;

        private final int results;

        ManySource(int results) {
            this.results = results;
        }

        @Override
        public String id() {
            return "many";
        }

        @Override
        public String name() {
            return "Many";
        }

        @Override
        public List<Pivot> pivots() {
            return List.of(ALL);
        }

        @Override
        public Pace pace() {
            return Pace.every(Duration.ofSeconds(1), 10);
        }

        @Override
        public Audience audience() {
            return Audience.THIS_MACHINE;
        }

        @Override
        public Question question(Pivot pivot, Indicator indicator) {
            return new Question(id(), indicator.value(), "GET many:" + indicator.value());
        }

        @Override
        public Fetch fetch(Question question) {
            var body = new StringBuilder();
            IntStream.range(0, results).forEach(n -> body.append("host").append(n).append(".example\n"));
            return new Fetch.Got(new Answer(
                    question, Instant.now(), 200, "text/plain", body.toString().getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public PivotOutcome read(Pivot pivot, Indicator indicator, Answer answer) {
            List<Finding> findings = new ArrayList<>();
            int line = 0;
            for (String name : new String(answer.body(), StandardCharsets.UTF_8).split("\n")) {
                LocalDate day = FIRST_DAY.plusDays(line * 7919L % DAYS);
                findings.add(new Finding.Related(
                        indicator,
                        new Indicator(IndicatorType.DOMAIN, name),
                        "resolved to",
                        new Seen(Optional.of(day), Optional.of(day.plusDays(line % 400))),
                        new TreeMap<>(),
                        "line " + line++));
            }
            return new PivotOutcome.Found(answer, findings);
        }
    }
}
