package tendril;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tendril.session.CaseSession;
import tendril.settings.CaseView;
import tendril.ui.Notices;
import tendril.ui.canvas.CanvasNodes;
import tendril.ui.window.CaseWindow;

/** A window that shows nothing and remembers what it was told. Any thread. */
final class FakeWindow implements CaseWindow, Notices {
    static final CaseView LOOKED_AT = new CaseView(3, 4, 0.5);

    /** What was said, the beginnings and ends of waiting among it. */
    final List<String> told = new CopyOnWriteArrayList<>();

    /** Where each case shown was left before. */
    final List<Optional<CaseView>> views = new CopyOnWriteArrayList<>();

    /** Stands for the file of a case without a name. */
    static final Path UNNAMED = Path.of("/");

    /** The file shown last. */
    volatile Optional<Path> shown = Optional.empty();

    /** Whether it ends whatever begins. */
    volatile boolean callsOff;

    /** What the last sentence with a button would do. */
    volatile Optional<Runnable> offered = Optional.empty();

    private volatile boolean filled;

    @Override
    public void show(CaseSession session, Optional<Path> file, CanvasNodes drawn, Optional<CaseView> view) {
        filled = session.graph().entityCount() > 0;
        views.add(view);
        shown = Optional.of(file.orElse(UNNAMED));
    }

    @Override
    public void named(Path file) {
        shown = Optional.of(file);
    }

    @Override
    public Optional<CaseView> view() {
        return filled ? Optional.of(LOOKED_AT) : Optional.empty();
    }

    @Override
    public Notices notices() {
        return this;
    }

    @Override
    public void begin(String what, Runnable callOff) {
        told.add("begin " + what);
        if (callsOff) {
            callOff.run();
        }
    }

    @Override
    public void progress(String words, double part) {
        told.add(words);
    }

    @Override
    public void end() {
        told.add("end");
    }

    @Override
    public void show(Weight weight, String sentence) {
        told.add(sentence);
    }

    @Override
    public void show(Weight weight, String sentence, String actionName, Runnable action) {
        told.add(sentence);
        offered = Optional.of(action);
    }
}
