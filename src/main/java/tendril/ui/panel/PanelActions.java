package tendril.ui.panel;

import java.util.List;
import tendril.graph.Citation;
import tendril.indicator.Indicator;

/** What panels ask of the window around them. Confined to the FX thread. */
public interface PanelActions {
    /** Selects entities on the canvas and brings them into view. */
    void reveal(List<Indicator> indicators);

    /** Selects entities on the canvas without moving the view. */
    void highlight(List<Indicator> indicators);

    /** Shows where entities are on the canvas, without selecting them; none ends that. */
    void pointOut(List<Indicator> indicators);

    /** Shows the evidence of the selection, at this place of it. */
    void showEvidence(Citation citation);

    /** Asks where to, and writes a file. */
    void save(String name, byte[] bytes);

    /** Says a sentence. */
    void tell(String sentence);

    /** Puts a text on the clipboard and says so. */
    void copy(String text);
}
