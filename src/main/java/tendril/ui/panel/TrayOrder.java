package tendril.ui.panel;

import java.util.Comparator;
import java.util.function.ToIntFunction;

/** By what the results of the tray can be put in order. */
enum TrayOrder {
    VALUE,
    RELATION,
    FIRST,
    LAST,
    VOTES,
    LINKS,
    ANSWERS,
    CASES;

    /** The order of rows by this. */
    Comparator<TrayRow> rows(Figures figures) {
        return switch (this) {
            case VALUE -> Comparator.comparing(TrayRow::value);
            case RELATION -> Comparator.comparing(TrayRow::relation);
            case FIRST -> Comparator.comparing(TrayRow::first);
            case LAST -> Comparator.comparing(TrayRow::last);
            case VOTES -> Comparator.comparing(TrayRow::votes);
            case LINKS -> Comparator.comparingInt(figures.links());
            case ANSWERS -> Comparator.comparingInt(figures.answers());
            case CASES -> Comparator.comparingInt(figures.cases());
        };
    }

    /** What is worked out for a row: its links here, other answers and other cases. */
    record Figures(ToIntFunction<TrayRow> links, ToIntFunction<TrayRow> answers, ToIntFunction<TrayRow> cases) {}
}
