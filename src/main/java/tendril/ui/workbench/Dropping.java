package tendril.ui.workbench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import tendril.ui.CaseDesk;

/**
 * Takes what is dropped onto the window from outside: a case is opened, any other file imported, a text pasted. Confined
 * to the FX thread.
 */
public final class Dropping {
    private static final String CASE_ENDING = ".tendril";

    private final WorkbenchViewModel model;
    private final CaseDesk desk;

    public Dropping(WorkbenchViewModel model, CaseDesk desk) {
        this.model = model;
        this.desk = desk;
    }

    public void on(Node target) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (isFromOutside(event)) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (isFromOutside(event)) {
                take(event.getDragboard());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static boolean isFromOutside(DragEvent event) {
        Dragboard board = event.getDragboard();
        return event.getGestureSource() == null && (board.hasFiles() || board.hasString());
    }

    private void take(Dragboard board) {
        if (board.hasFiles()) {
            files(board.getFiles().stream().map(File::toPath).toList());
        } else {
            model.paste(board.getString());
        }
    }

    /** A case is opened; without one, every file is imported. */
    void files(List<Path> files) {
        files.stream().filter(Dropping::isCase).findFirst().ifPresent(desk::open);
        if (files.stream().noneMatch(Dropping::isCase)) {
            files.forEach(desk::importFrom);
        }
    }

    private static boolean isCase(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(CASE_ENDING);
    }
}
