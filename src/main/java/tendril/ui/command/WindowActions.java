package tendril.ui.command;

import tendril.ui.popover.CanvasPopovers;
import tendril.ui.popover.Writing;
import tendril.ui.workbench.Arranging;
import tendril.ui.workbench.Filing;
import tendril.ui.workbench.Folding;

/** What commands ask of the window itself. Confined to the FX thread. */
public interface WindowActions {
    /** What has to do with cases and files. */
    Filing filing();

    void quit();

    void copy();

    void copyDefanged();

    void paste();

    void find();

    void findPivot();

    void fit();

    void fitSelection();

    void zoomToWhole();

    void zoomIn();

    void zoomOut();

    void lasso();

    void fullScreen();

    /** What moves nodes by command. */
    Arranging arranging();

    /** What folds nodes into collections. */
    Folding folding();

    /** The pop-overs about what is on the canvas. */
    CanvasPopovers popovers();

    void toggleInspector();

    void toggleQueue();

    /** Brings the keyboard from the canvas to the inspector, the dock, and back. */
    void nextPane();

    void showEvidence();

    void showDryRun();

    void showHandling();

    void showSettings();

    Writing writing();

    void showKeys();

    void showAbout();
}
