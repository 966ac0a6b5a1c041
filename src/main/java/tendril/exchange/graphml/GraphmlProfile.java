package tendril.exchange.graphml;

import java.nio.file.Path;
import java.util.Locale;

/** For whom a GraphML file is written. One file for all is not possible: yEd's additions break stricter readers. */
public enum GraphmlProfile {
    /** Valid by the GraphML 1.1 schema; opens in Gephi, Cytoscape, networkx, igraph, JGraphT, TinkerPop and others. */
    PORTABLE,
    /** With shapes, places and labels for yEd. */
    YED;

    private static final String YED_ENDING = ".yed.graphml";

    /** The profile that a file's name asks for. */
    public static GraphmlProfile of(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(YED_ENDING) ? YED : PORTABLE;
    }
}
