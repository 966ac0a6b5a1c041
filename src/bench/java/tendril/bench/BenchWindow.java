package tendril.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.stage.Stage;
import tendril.graph.Fact;
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
import tendril.session.CaseSession;
import tendril.session.Limits;
import tendril.settings.ColourTheme;
import tendril.ui.Appearance;
import tendril.ui.FxPulse;
import tendril.ui.InventedSource;
import tendril.ui.PracticeCase;
import tendril.ui.PracticeWindow;
import tendril.ui.canvas.CanvasViewModel;
import tendril.ui.canvas.GraphCanvas;
import tendril.ui.window.MainWindow;

/** The whole window over a case, and the way to its thread. Thread-safe. */
final class BenchWindow implements AutoCloseable {
    static final int WIDTH_PX = 1600;
    static final int HEIGHT_PX = 1000;

    /** So many results has an answer of the window's source. */
    static final int RESULTS = 500;

    /** So long a window manager may take to give a new window its size. */
    private static final int SETTLING_MS = 1_000;

    private final MainWindow window;
    private final CaseSession session;

    private BenchWindow(MainWindow window, CaseSession session) {
        this.window = window;
        this.session = session;
    }

    /** Starts the toolkit; once a program. */
    static void startToolkit() throws InterruptedException {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
    }

    static BenchWindow open(List<Fact> facts) throws InterruptedException {
        var pulse = new FxPulse();
        Executor caseThread = task -> {
            if (Platform.isFxApplicationThread()) {
                task.run();
            } else {
                pulse.execute(task);
            }
        };
        Executor later = task -> Thread.ofVirtual().start(task);
        BenchWindow opened = onFx(() -> {
            Appearance.loadFonts();
            CaseSession session = PracticeCase.open(
                    facts,
                    new Burst(),
                    CaseGround::new,
                    Limits.NONE,
                    later,
                    caseThread);
            var stage = new Stage();
            MainWindow window = PracticeWindow.window(stage, pulse, session, ColourTheme.DARK);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(WIDTH_PX);
            stage.setHeight(HEIGHT_PX);
            window.show();
            return new BenchWindow(window, session);
        });
        Thread.sleep(SETTLING_MS);
        onFx(() -> {
            opened.canvas().fitAtOnce();
            return true;
        });
        return opened;
    }

    CanvasViewModel model() {
        return window.model().canvas();
    }

    GraphCanvas canvas() {
        return window.canvas();
    }

    CaseSession session() {
        return session;
    }

    @Override
    public void close() throws InterruptedException {
        onFx(() -> {
            window.close();
            return true;
        });
    }

    /** Does something on the FX thread and waits for it. */
    static <T> T onFx(Callable<T> work) throws InterruptedException {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A source with {@link #RESULTS} new domains for whatever it is asked. */
    private static final class Burst implements Provider {
        private final InventedSource like = new InventedSource();

        @Override
        public String id() {
            return like.id();
        }

        @Override
        public String name() {
            return like.name();
        }

        @Override
        public List<Pivot> pivots() {
            return like.pivots();
        }

        @Override
        public Pace pace() {
            return like.pace();
        }

        @Override
        public Audience audience() {
            return like.audience();
        }

        @Override
        public Question question(Pivot pivot, Indicator indicator) {
            return like.question(pivot, indicator);
        }

        @Override
        public Fetch fetch(Question question) {
            return like.fetch(question);
        }

        @Override
        public PivotOutcome read(Pivot pivot, Indicator indicator, Answer answer) {
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < RESULTS; i++) {
                var found = new Indicator(IndicatorType.DOMAIN, "n" + i + "." + indicator.value().replace('.', '-') + ".example");
                findings.add(new Finding.Related(
                        indicator, found, "hosts", Seen.UNKNOWN, Collections.emptySortedMap(), "/" + i));
            }
            return new PivotOutcome.Found(answer, findings);
        }
    }
}
