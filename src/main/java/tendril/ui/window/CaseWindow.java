package tendril.ui.window;

import java.nio.file.Path;
import java.util.Optional;
import tendril.session.CaseSession;
import tendril.settings.CaseView;
import tendril.ui.Notices;
import tendril.ui.Waiting;
import tendril.ui.canvas.CanvasNodes;

/** The window, as whoever opens and keeps cases sees it. Confined to the FX thread. */
public interface CaseWindow extends Waiting {
    /**
     * Shows another case.
     *
     * @param file  its name on disk, once it has one
     * @param drawn its nodes; made by whoever opened it, because with many of them this takes a while
     * @param view  where it was left; none shows all of it
     */
    void show(CaseSession session, Optional<Path> file, CanvasNodes drawn, Optional<CaseView> view);

    /** The case that is shown has this name on disk from now on. */
    void named(Path file);

    /** What is in view of the case that is shown, unless there is nothing to see. */
    Optional<CaseView> view();

    Notices notices();
}
