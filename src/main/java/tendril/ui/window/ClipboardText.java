package tendril.ui.window;

import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import tendril.ui.Notices;
import tendril.ui.canvas.GraphCanvas;
import tendril.ui.workbench.WorkbenchViewModel;

/** Text to and from the clipboard of the desktop. Confined to the FX thread. */
final class ClipboardText {
    private final WorkbenchViewModel model;
    private final Notices notices;
    private final Supplier<GraphCanvas> canvas;

    ClipboardText(WorkbenchViewModel model, Notices notices, Supplier<GraphCanvas> canvas) {
        this.model = model;
        this.notices = notices;
        this.canvas = canvas;
    }

    void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        long lines = text.lines().count();
        notices.done(lines == 1 ? "Copied " + text : "Copied " + lines + " values.");
    }

    /** Takes what indicators the text has into the case; the first of all are brought into view. */
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank()) {
            notices.note("There is no text on the clipboard. Copy an indicator or a report first.");
            return;
        }
        boolean first = model.entities().get() == 0;
        model.paste(text);
        if (first) {
            canvas.get().fitAtOnce();
        }
        canvas.get().requestFocus();
    }
}
