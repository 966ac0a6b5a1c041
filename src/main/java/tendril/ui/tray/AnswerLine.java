package tendril.ui.tray;

import java.util.Locale;
import tendril.graph.Narrowing;
import tendril.indicator.Indicator;

/**
 * One answer of which results wait.
 *
 * @param request the request's id
 * @param about   what was asked about
 * @param pivot   what was asked
 * @param found   how many results the answer has
 * @param waiting how many of them wait
 * @param inGraph how many of them are in the graph already
 * @param refused whether it was larger than the limit, so that none was taken
 * @param taken   which of its results were taken
 */
public record AnswerLine(
        long request,
        Indicator about,
        String pivot,
        int found,
        int waiting,
        int inGraph,
        boolean refused,
        Narrowing taken) {
    public String words() {
        if (refused) {
            return String.format(Locale.ROOT, "%,d results, too many", found);
        }
        return waiting == found
                ? String.format(Locale.ROOT, "%,d results", found)
                : String.format(Locale.ROOT, "%,d of %,d results wait", waiting, found);
    }
}
