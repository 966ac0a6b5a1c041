package tendril;

import java.nio.file.Path;
import java.util.Optional;
import tendril.session.CaseSession;
import tendril.settings.CaseView;
import tendril.ui.Notices;
import tendril.ui.canvas.CanvasNodes;
import tendril.ui.window.CaseWindow;

/** Stands for the window until there is one. Immutable. */
final class NoWindow implements CaseWindow, Notices {
    @Override
    public void show(CaseSession session, Optional<Path> file, CanvasNodes drawn, Optional<CaseView> view) {}

    @Override
    public void named(Path file) {}

    @Override
    public Optional<CaseView> view() {
        return Optional.empty();
    }

    @Override
    public Notices notices() {
        return this;
    }

    @Override
    public void begin(String what, Runnable callOff) {}

    @Override
    public void progress(String words, double part) {}

    @Override
    public void end() {}

    @Override
    public void show(Weight weight, String sentence) {}

    @Override
    public void show(Weight weight, String sentence, String actionName, Runnable action) {}
}
