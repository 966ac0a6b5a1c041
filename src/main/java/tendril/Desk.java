package tendril;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tendril.casefile.CaseFile;
import tendril.casefile.CaseFileException;
import tendril.cli.Exchange;
import tendril.session.CaseSession;
import tendril.session.OpenCase;
import tendril.ui.CaseDesk;
import tendril.ui.Notices;

/**
 * Opens, keeps and changes the case that the window shows. What takes long runs in the background; what it comes to is
 * handled on the FX thread, to which this class is confined.
 */
final class Desk implements CaseDesk {
    /** Not final: a person may choose other sources. */
    private OpenCase.Setting setting;

    private final Drafts drafts;
    private final Remembering remembering;
    private final ExecutorService background;
    private final Consumer<Path> recent;
    private final Runnable quit;
    private Optional<OpenCase> open = Optional.empty();
    private Optional<BiConsumer<CaseSession, Optional<Path>>> shown = Optional.empty();
    private Optional<Notices> notices = Optional.empty();
    private Consumer<Boolean> busy = on -> {};

    /**
     * @param setting    what cases are opened with; its case thread is the FX thread
     * @param drafts     cases that have no name yet
     * @param remembering remembers what stands in which case
     * @param background runs what takes long, one after another
     * @param recent     hears which file a person used last
     * @param quit       ends the toolkit
     */
    Desk(
            OpenCase.Setting setting,
            Drafts drafts,
            Remembering remembering,
            ExecutorService background,
            Consumer<Path> recent,
            Runnable quit) {
        this.setting = setting;
        this.drafts = drafts;
        this.remembering = remembering;
        this.background = background;
        this.recent = recent;
        this.quit = quit;
    }

    /** The window is there: it hears of every further case, and shows the sentences. */
    void attach(BiConsumer<CaseSession, Optional<Path>> window, Notices windowNotices, Consumer<Boolean> windowBusy) {
        shown = Optional.of(window);
        notices = Optional.of(windowNotices);
        busy = windowBusy;
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
        OpenCase before = open.get();
        open = Optional.empty();
        boolean draft = drafts.holds(path.get());
        busy.accept(true);
        inBackground(
                () -> {
                    close(before::close);
                    return attempt(path.get(), next);
                },
                attempt -> {
                    busy.accept(false);
                    show(attempt, draft ? Optional.empty() : path);
                    then.run();
                    if (open.isEmpty()) {
                        newCase();
                    }
                });
    }

    /** Opens the first case, before there is a window: this file, or a new draft. Not in the background. */
    Attempt first(Optional<Path> file) {
        Attempt attempt = attempt(file.orElseGet(drafts::next), setting);
        if (attempt.result() instanceof OpenCase.Result.Open opened) {
            open = Optional.of(opened.openCase());
            opened.openCase().session().start();
            remembering.opened(opened.openCase());
            attempt.file(file).ifPresent(recent);
        }
        return attempt;
    }

    /**
     * What came of opening a file.
     *
     * @param result never {@code ReadOnly}
     * @param copied why a copy of the file was opened in its stead, in one sentence
     */
    record Attempt(OpenCase.Result result, Optional<String> copied) {
        /** The file that is open now, if it is one that has a name. */
        Optional<Path> file(Optional<Path> asked) {
            return copied.isPresent() ? Optional.empty() : asked;
        }
    }

    /** Opens a case; one that can only be read is copied into a draft, so that whoever opens it can work. */
    private Attempt attempt(Path file, OpenCase.Setting with) {
        OpenCase.Result result = OpenCase.openOrCreate(file, with);
        if (!(result instanceof OpenCase.Result.ReadOnly readOnly)) {
            return new Attempt(result, Optional.empty());
        }
        Path copy = drafts.next();
        try (CaseFile source = readOnly.file()) {
            source.saveCopy(copy);
        } catch (CaseFileException e) {
            return new Attempt(new OpenCase.Result.Refused(readOnly.sentence() + " " + e.sentence()), Optional.empty());
        }
        OpenCase.Result copied = OpenCase.openOrCreate(copy, with);
        if (copied instanceof OpenCase.Result.ReadOnly again) {
            close(again.file()::close);
            drafts.delete(copy);
            return new Attempt(new OpenCase.Result.Refused(again.sentence()), Optional.empty());
        }
        return new Attempt(
                copied,
                Optional.of(readOnly.sentence()
                        + " What you see is a copy: save it under a name of its own to keep what you change."));
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
        var with = setting;
        inBackground(() -> attempt(drafts.next(), with), attempt -> show(attempt, Optional.empty()));
    }

    @Override
    public void open(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        if (open.flatMap(now -> now.file().path()).filter(whole::equals).isPresent()) {
            notices.ifPresent(to -> to.note(whole.getFileName() + " is open already."));
            return;
        }
        if (!Files.exists(whole)) {
            problem("There is no file " + whole + ". It may have been moved or deleted.");
            return;
        }
        var with = setting;
        inBackground(
                () -> attempt(whole, with),
                attempt -> show(attempt, Optional.of(whole).filter(path -> !drafts.holds(path))));
    }

    private void show(Attempt attempt, Optional<Path> asked) {
        switch (attempt.result()) {
            case OpenCase.Result.Refused refused -> problem(refused.sentence());
            case OpenCase.Result.ReadOnly impossible ->
                throw new IllegalStateException("A case that can only be read is opened as a copy.");
            case OpenCase.Result.Open opened -> {
                Optional<OpenCase> before = open;
                Optional<Path> file = attempt.file(asked);
                open = Optional.of(opened.openCase());
                opened.openCase().session().start();
                remembering.opened(opened.openCase());
                file.ifPresent(recent);
                // Closed first, because the window asks next what else there is, and a case in use is left out.
                before.ifPresent(this::closeInBackground);
                shown.ifPresent(window -> window.accept(opened.openCase().session(), file));
                attempt.copied().ifPresent(sentence -> notices.ifPresent(to -> to.note(sentence)));
            }
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
            inBackground(() -> saveAs(now, whole), problem -> {
                problem.ifPresentOrElse(this::problem, () -> {
                    recent.accept(whole);
                    draft.ifPresent(drafts::delete);
                    draft.ifPresent(remembering::gone);
                    remembering.opened(now);
                    shown.ifPresent(window -> window.accept(now.session(), Optional.of(whole)));
                    notices.ifPresent(to -> to.done("Saved as " + whole.getFileName() + "."));
                });
            });
        });
    }

    private static Optional<String> saveAs(OpenCase now, Path file) {
        try {
            return now.saveAs(file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Saving was interrupted; the case goes on where it is.");
        }
    }

    @Override
    public void saveCopy(Path file) {
        open.ifPresent(now -> inBackground(
                () -> {
                    try {
                        now.flush();
                        now.file().saveCopy(file);
                        return Optional.<String>empty();
                    } catch (CaseFileException e) {
                        return Optional.of(e.sentence());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return Optional.of("Saving the copy was interrupted.");
                    }
                },
                problem -> problem.ifPresentOrElse(
                        this::problem,
                        () -> notices.ifPresent(to -> to.done("Saved a copy as " + file.getFileName() + ".")))));
    }

    @Override
    public void importFrom(Path file) {
        open.ifPresent(now -> inBackground(() -> Exchange.read(file), read -> {
            switch (read) {
                case Exchange.Read.Refused refused -> problem(refused.sentence());
                case Exchange.Read.Taken taken -> {
                    taken.into(now.session());
                    notices.ifPresent(to -> to.done(taken.sentence()));
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
                            this::problem,
                            () -> notices.ifPresent(to -> to.done("Exported to " + file.getFileName() + "."))));
        });
    }

    @Override
    public List<Format> formats() {
        return List.of(
                new Format("PNG picture", "png", false, true),
                new Format("GraphML", "graphml", true, true),
                new Format("GraphML for yEd", "yed.graphml", false, true));
    }

    @Override
    public void save(byte[] bytes, Path file) {
        inBackground(
                () -> {
                    try {
                        Files.write(file, bytes);
                        return Optional.<String>empty();
                    } catch (IOException e) {
                        return Optional.of(file.getFileName() + " could not be written; check that its folder may be"
                                + " written to and has room.");
                    }
                },
                problem -> problem.ifPresentOrElse(
                        this::problem, () -> notices.ifPresent(to -> to.done("Saved as " + file.getFileName() + "."))));
    }

    @Override
    public void quit() {
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
        notices.ifPresent(to -> to.problem(sentence));
    }
}
