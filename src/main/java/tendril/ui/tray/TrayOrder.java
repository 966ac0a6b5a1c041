package tendril.ui.tray;

import java.time.LocalDate;
import java.util.Comparator;

/** By what the results of the tray can be put in order. */
enum TrayOrder {
    VALUE(Comparator.comparing(TrayRow::value)),
    RELATION(Comparator.comparing(TrayRow::relation)),
    FIRST(Comparator.comparing(row -> row.firstDay().orElse(LocalDate.MIN))),
    LAST(Comparator.comparing(row -> row.lastDay().orElse(LocalDate.MIN))),
    VOTES(Comparator.comparing(TrayRow::votes)),
    LINKS,
    ANSWERS,
    CASES;

    /** What the row itself says; equal for all where a number decides that is worked out for each. */
    final Comparator<TrayRow> words;

    TrayOrder() {
        this((a, b) -> 0);
    }

    TrayOrder(Comparator<TrayRow> words) {
        this.words = words;
    }
}
