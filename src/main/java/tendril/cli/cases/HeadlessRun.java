package tendril.cli.cases;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tendril.casefile.disk.CaseFileException;
import tendril.cli.console.Console;
import tendril.cli.console.ReadCase;
import tendril.graph.Entity;
import tendril.graph.GraphDelta;
import tendril.graph.PlacedBy;
import tendril.graph.Request;
import tendril.layout.CaseGround;
import tendril.layout.CaseLayout;
import tendril.layout.Lanes;
import tendril.layout.LayoutKind;
import tendril.layout.LayoutRun;
import tendril.layout.StopToken;
import tendril.pivot.lane.ProviderHealth;
import tendril.pivot.lane.RowState;
import tendril.pivot.queue.QueueRow;
import tendril.session.CaseListener;
import tendril.session.CaseSession;
import tendril.session.Limits;
import tendril.session.OpenCase;

/** One case without a window: does what it is told, works the queue off, and saves. */
final class HeadlessRun {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Console console;
    private final Sources sources;
    private final Path file;
    private final CaseLoop loop = new CaseLoop();
    private int settled;

    HeadlessRun(Console console, Sources sources, Path file) {
        this.console = console;
        this.sources = sources;
        this.file = file;
    }

    /** Opens the case, gives the commands, waits until nothing more comes by itself, and returns the exit code. */
    int run(Consumer<CaseSession> commands) {
        return switch (OpenCase.openOrCreate(file, parts())) {
            case OpenCase.Result.Refused refused -> console.problem(refused.sentence());
            case OpenCase.Result.ReadOnly readOnly -> {
                ReadCase.close(readOnly.file());
                yield console.problem(readOnly.sentence());
            }
            case OpenCase.Result.Open open -> work(open.openCase(), commands);
        };
    }

    private OpenCase.Setting parts() {
        return new OpenCase.Setting(
                sources.providers(),
                CaseGround::new,
                loop,
                sources::ledger,
                System.getProperty("user.name", "analyst"),
                Limits.NONE);
    }

    private int work(OpenCase open, Consumer<CaseSession> commands) {
        try (open) {
            CaseSession session = open.session();
            session.listen(progress(session));
            session.start();
            commands.accept(session);
            loop.runUntil(() -> isAtRest(session));
            arrangeUnseen(session);
            open.flush();
            return report(session);
        } catch (CaseFileException e) {
            return console.problem(e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return console.problem("Interrupted; what was asked is kept in the case and carries on when asked again.");
        }
    }

    /** Puts what was under way when a program died back in line; what failed too, if wanted. */
    static void retryInterrupted(CaseSession session, boolean failedToo) {
        Set<RowState> again = failedToo ? Set.of(RowState.INTERRUPTED, RowState.FAILED) : Set.of(RowState.INTERRUPTED);
        session.retry(session.queue().rows().stream()
                .filter(row -> again.contains(row.state()))
                .map(row -> row.request().id())
                .toList());
    }

    private CaseListener progress(CaseSession session) {
        return new CaseListener() {
            @Override
            public void changed(GraphDelta delta) {
                for (long id : delta.requests()) {
                    session.graph().request(id).filter(r -> r.state().isOver()).ifPresent(r -> say(session, r));
                    session.graph().request(id).ifPresent(HeadlessRun.this::sayPutBack);
                }
            }
        };
    }

    private void sayPutBack(Request request) {
        if (request.state() == Request.State.QUEUED && request.notBefore().isPresent()) {
            console.err()
                    .printf(
                            "%s: %s Tried again at %s.%n",
                            request.indicator().value(),
                            request.message(),
                            CLOCK.format(request.notBefore().get()));
        }
    }

    private void say(CaseSession session, Request request) {
        settled++;
        int left = session.queue().count(RowState.QUEUED) + session.queue().count(RowState.WAITING);
        String end = session.queue()
                .finishesAt()
                .map(at -> ", finishes at " + CLOCK.format(at))
                .orElse("");
        console.err()
                .printf(
                        "[%d done, %d left%s] %s: %s%n",
                        settled, left, end, request.indicator().value(), result(request));
    }

    private static String result(Request request) {
        return switch (request.state()) {
            case FOUND -> request.found() + " results";
            case NOTHING_FOUND -> "nothing known";
            case TOO_MANY, FAILED -> request.message();
            case CANCELLED -> "cancelled";
            case QUEUED, STARTED, HELD -> "waits";
        };
    }

    /** Whether nothing more comes by itself: the queue is worked off, or its source is gone or paused. */
    private boolean isAtRest(CaseSession session) {
        if (session.isAtWork() || session.queue().count(RowState.RUNNING) > 0) {
            return false;
        }
        int waiting = session.queue().count(RowState.QUEUED) + session.queue().count(RowState.WAITING);
        return waiting == 0
                || session.queue().isOffline()
                || session.queue().isAllPaused()
                || session.queue().rows().stream()
                        .filter(row -> row.state().isInLine())
                        .map(QueueRow::request)
                        .allMatch(request -> isStuck(
                                session.queue().health(request.question().provider())));
    }

    private static boolean isStuck(ProviderHealth health) {
        return health instanceof ProviderHealth.Gone || health instanceof ProviderHealth.Paused;
    }

    /** A graph that nobody has seen is arranged as a whole, so that its picture can be read. */
    private static void arrangeUnseen(CaseSession session) {
        boolean seen = session.graph()
                .entities()
                .flatMap(entity -> entity.place().stream())
                .map(Entity.Place::by)
                .anyMatch(by -> by != PlacedBy.GROWTH);
        if (seen || session.graph().linkCount() == 0) {
            return;
        }
        CaseLayout layout = CaseLayout.of(session.graph());
        LayoutRun run = new LayoutRun(LayoutRun.DEFAULT_SEED, Lanes.one(), new StopToken(), LayoutRun.Progress.NONE);
        session.edits().arrange("Arranged the graph", layout.arrange(LayoutKind.ORGANIC.engine(), Set.of(), run));
    }

    private int report(CaseSession session) {
        console.err()
                .printf(
                        "%s holds %d entities and %d links.%n",
                        file, session.graph().entityCount(), session.graph().linkCount());
        List<QueueRow> open = session.queue().rows().stream()
                .filter(row -> !row.state().isOver())
                .toList();
        if (open.isEmpty()) {
            return Console.OK;
        }
        console.err().printf("%d requests are not answered; the first: %s%n", open.size(), words(open.getFirst()));
        console.err().println("They stay in the case: run tendril pivot on it again to carry on.");
        return Console.PROBLEM;
    }

    private static String words(QueueRow row) {
        String why = row.state() == RowState.INTERRUPTED
                ? "it was under way when the program ended and may have been sent, so --retry is needed to send it again."
                : Optional.of(row.why()).filter(w -> !w.isEmpty()).orElse("it waits.");
        return row.request().indicator().value() + ": " + why;
    }
}
