package tendril;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import tendril.casefile.disk.CaseFileException;
import tendril.cli.cases.Exchange;
import tendril.session.CaseSession;
import tendril.session.OpenCase;
import tendril.settings.CaseView;
import tendril.settings.CaseViews;
import tendril.ui.CaseDesk;
import tendril.ui.Notices;
import tendril.ui.canvas.CanvasNodes;
import tendril.ui.window.CaseWindow;

/**
 * Opens, keeps and changes the case that the window shows. What takes long runs in the background; what it comes to is
 * handled on the FX thread, to which this class is confined.
 */
final class Desk implements CaseDesk {
    /** Not final: a person may choose other sources. */
    private OpenCase.Setting setting;

    private final Drafts drafts;
    private final Opener opener;
    private final CaseViews views;
    private final Remembering remembering;
    private final ExecutorService background;
    private final Consumer<Path> recent;
    private final Runnable quit;
    private Optional<OpenCase> open = Optional.empty();
    private CaseWindow window = new NoWindow();

    /**
     * @param setting    what cases are opened with; its case thread is the FX thread
     * @param drafts     cases that have no name yet
     * @param views      where each case was left
     * @param remembering remembers what stands in which case
     * @param background runs what takes long, one after another
     * @param recent     hears which file a person used last
     * @param quit       ends the toolkit
     */
    Desk(
            OpenCase.Setting setting,
            Drafts drafts,
            CaseViews views,
            Remembering remembering,
            ExecutorService background,
            Consumer<Path> recent,
            Runnable quit) {
        this.setting = setting;
        this.drafts = drafts;
        this.views = views;
        opener = new Opener(drafts);
        this.remembering = remembering;
        this.background = background;
        this.recent = recent;
        this.quit = quit;
    }

    /** The window is there: it hears of every further case, and shows the sentences. */
    void attach(CaseWindow shown) {
        window = shown;
    }

    /** Opens cases with this from now on; the one that is open goes on as it is. */
    void use(OpenCase.Setting next) {
        setting = next;
    }

    /**
     * Opens the case that is open once more, with this. What is under way is stopped; it can be retried.
     *
     * @param then runs once the case is open again
     */
    void openAgainWith(OpenCase.Setting next, Runnable then) {
        setting = next;
        Optional<Path> path = open.flatMap(now -> now.file().path());
        if (open.isEmpty() || path.isEmpty()) {
            then.run();
            return;
        }
        keepView();
        OpenCase before = open.get();
        open = Optional.empty();
        boolean draft = drafts.holds(path.get());
        opening(
                "Opening the case again",
                path.get(),
                draft ? Optional.empty() : path,
                () -> close(before::close),
                () -> {
                    then.run();
                    if (open.isEmpty()) {
                        newCase();
                    }
                });
    }

    /** Opens the first case, before there is a window: this file, or a new draft. Not in the background. */
    Opener.Attempt first(Optional<Path> file) {
        Opener.Attempt attempt = opener.open(file.orElseGet(drafts::next), setting, OpenCase.Watch.NONE);
        if (attempt.result() instanceof OpenCase.Result.Open opened) {
            open = Optional.of(opened.openCase());
            opened.openCase().session().start();
            remembering.opened(opened.openCase());
            attempt.file(file).ifPresent(recent);
        }
        return attempt;
    }

    /** The person has chosen anew what is remembered of cases. */
    void chosen() {
        remembering.chosen(open);
    }

    /** The session of the case that is open. */
    Optional<CaseSession> session() {
        return open.map(OpenCase::session);
    }

    @Override
    public void newCase() {
        opening("Starting a new case", drafts.next(), Optional.empty(), () -> {}, () -> {});
    }

    @Override
    public void open(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        if (open.flatMap(now -> now.file().path()).filter(whole::equals).isPresent()) {
            window.notices().note(whole.getFileName() + " is open already.");
            return;
        }
        if (!Files.exists(whole)) {
            problem("There is no file " + whole + ". It may have been moved or deleted.");
            return;
        }
        openOrCreate(whole);
    }

    /** Opens the case in this file, or begins one there. */
    void openOrCreate(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        opening(
                "Opening " + whole.getFileName(),
                whole,
                Optional.of(whole).filter(path -> !drafts.holds(path)),
                () -> {},
                () -> {});
    }

    /** Opens a case in the background, while the window says how far that has come. */
    private void opening(String what, Path file, Optional<Path> name, Runnable first, Runnable then) {
        var with = setting;
        var callOff = new Opener.CallOff();
        var progress = new Progress(window, with.caseThread(), callOff);
        window.begin(what, callOff);
        inBackground(
                () -> {
                    first.run();
                    Opener.Attempt attempt = opener.open(file, with, progress);
                    return new Drawn(attempt, progress.drawn(attempt.result()));
                },
                made -> {
                    window.end();
                    if (callOff.isOff() && !(made.attempt().result() instanceof OpenCase.Result.Open)) {
                        window.notices().note("Opening was called off.");
                    } else {
                        show(made, name);
                    }
                    then.run();
                });
    }

    /** A case that was opened, and its nodes where it could be. */
    private record Drawn(Opener.Attempt attempt, Optional<CanvasNodes> nodes) {}

    private void show(Drawn made, Optional<Path> asked) {
        switch (made.attempt().result()) {
            case OpenCase.Result.Refused refused ->
                refused.salvaged()
                        .ifPresentOrElse(
                                saved -> window.notices()
                                        .show(
                                                Notices.Weight.PROBLEM,
                                                refused.sentence(),
                                                "Open what was saved",
                                                () -> open(saved)),
                                () -> problem(refused.sentence()));
            case OpenCase.Result.ReadOnly impossible ->
                throw new IllegalStateException("A case that can only be read is opened as a copy.");
            case OpenCase.Result.Open opened -> {
                keepView();
                Optional<OpenCase> before = open;
                Optional<Path> file = made.attempt().file(asked);
                OpenCase now = opened.openCase();
                open = Optional.of(now);
                file.ifPresent(recent);
                // Closed first, because the window asks next what else there is, and a case in use is left out.
                before.ifPresent(this::closeInBackground);
                made.nodes()
                        .ifPresent(nodes -> window.show(
                                now.session(), file, nodes, now.file().path().flatMap(views::of)));
                // Started last, so that the window hears of what starting changes.
                now.session().start();
                remembering.opened(now);
                made.attempt().copied().ifPresent(sentence -> window.notices().note(sentence));
            }
        }
    }

    /** Remembers what is in view of the case that is about to go. */
    private void keepView() {
        Optional<Path> path = open.flatMap(now -> now.file().path());
        Optional<CaseView> seen = window.view();
        if (path.isEmpty() || seen.isEmpty()) {
            return;
        }
        try {
            views.keep(path.get(), seen.get());
        } catch (IOException e) {
            System.getLogger(Desk.class.getName())
                    .log(System.Logger.Level.WARNING, "What was in view could not be kept", e);
        }
    }

    @Override
    public void unnamed(Consumer<List<Unnamed>> then) {
        Optional<Path> now = open.flatMap(current -> current.file().path());
        inBackground(() -> drafts.unnamed(now), then);
    }

    @Override
    public void saveAs(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        open.ifPresent(now -> {
            Optional<Path> draft = now.file().path().filter(drafts::holds);
            inBackground(() -> Keeping.under(now, whole), problem -> {
                problem.ifPresentOrElse(this::problem, () -> {
                    recent.accept(whole);
                    draft.ifPresent(drafts::delete);
                    draft.ifPresent(remembering::gone);
                    remembering.opened(now);
                    window.named(whole);
                    window.notices().done("Saved as " + whole.getFileName() + ".");
                });
            });
        });
    }

    @Override
    public void saveCopy(Path file) {
        open.ifPresent(now -> inBackground(
                () -> Keeping.copy(now, file),
                problem -> sayOf(problem, "Saved a copy as " + file.getFileName() + ".")));
    }

    @Override
    public void importFrom(Path file) {
        var callOff = new Opener.CallOff();
        if (open.isPresent()) {
            window.begin("Importing " + file.getFileName(), callOff);
            window.progress("Reading and arranging …", -1);
        }
        open.ifPresent(now -> inBackground(() -> Exchange.read(file), read -> {
            window.end();
            if (callOff.isOff()) {
                window.notices().note("The import was called off; the case is as it was.");
                return;
            }
            switch (read) {
                case Exchange.Read.Refused refused -> problem(refused.sentence());
                case Exchange.Read.Taken taken -> {
                    taken.into(now.session());
                    window.notices().done(taken.sentence());
                }
            }
        }));
    }

    @Override
    public void exportTo(Path file) {
        open.ifPresent(now -> {
            Exchange.Contents contents = Exchange.Contents.of(now.session().graph());
            inBackground(
                    () -> Exchange.write(contents, file, Exchange.Wishes.USUAL),
                    problem -> problem.ifPresentOrElse(
                            this::problem, () -> window.notices().done("Exported to " + file.getFileName() + ".")));
        });
    }

    @Override
    public List<Format> formats() {
        return List.of(
                new Format("Any file", "*", true, false),
                new Format("PNG picture", "png", false, true),
                new Format("GraphML", "graphml", true, true),
                new Format("GraphML for yEd", "yed.graphml", false, true),
                new Format("CSV table of entities", "csv", false, true),
                new Format("CSV table of links", "links.csv", false, true),
                new Format("Maltego graph", "mtgx", true, false),
                new Format("Text, CSV or JSON with indicators in it", "txt", true, false));
    }

    @Override
    public void save(byte[] bytes, Path file) {
        inBackground(
                () -> Keeping.bytes(bytes, file), problem -> sayOf(problem, "Saved as " + file.getFileName() + "."));
    }

    private void sayOf(Optional<String> problem, String done) {
        problem.ifPresentOrElse(this::problem, () -> window.notices().done(done));
    }

    @Override
    public void quit() {
        keepView();
        Optional<OpenCase> last = open;
        open = Optional.empty();
        background.execute(() -> {
            last.ifPresent(this::closeNow);
            setting.caseThread().execute(quit);
        });
        background.shutdown();
    }

    /** Closes the open case, if there still is one, and waits for it to be whole on disk. */
    void close() {
        keepView();
        open.ifPresent(this::closeNow);
        open = Optional.empty();
    }

    private void closeInBackground(OpenCase before) {
        background.execute(() -> closeNow(before));
    }

    /** Closes a case; a draft that nothing was ever put into goes with it. */
    private void closeNow(OpenCase last) {
        boolean empty = last.session().graph().lastSeq() == 0;
        Optional<Path> draft = last.file().path().filter(drafts::holds);
        remembering.closing(last);
        close(last::close);
        if (empty) {
            draft.ifPresent(drafts::delete);
        }
    }

    private void close(Closing closing) {
        try {
            closing.close();
        } catch (CaseFileException e) {
            setting.caseThread().execute(() -> problem(e.sentence()));
        }
    }

    private interface Closing {
        void close() throws CaseFileException;
    }

    private <T> void inBackground(java.util.function.Supplier<T> work, Consumer<T> then) {
        background.execute(() -> {
            T result = work.get();
            setting.caseThread().execute(() -> then.accept(result));
        });
    }

    private void problem(String sentence) {
        window.notices().problem(sentence);
    }
}
