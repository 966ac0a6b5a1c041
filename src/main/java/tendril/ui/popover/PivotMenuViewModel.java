package tendril.ui.popover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.Pivot;
import tendril.ui.canvas.Selection;

/** The rows of the pivot menu for a selection, narrowed by what is typed. Confined to the FX thread. */
public final class PivotMenuViewModel {
    /** Up to so many pivots stand under one heading. */
    static final int UNGROUPED_MAX = 10;

    private final List<MenuRow> all = new ArrayList<>();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObservableList<MenuRow> rows = FXCollections.observableArrayList();

    /** A row of the menu. */
    public sealed interface MenuRow {
        /** A heading, not to be chosen. */
        record Heading(String text) implements MenuRow {}

        /**
         * A pivot.
         *
         * @param pivot   what it asks
         * @param on      about whom
         * @param detail  at the right, "3 of 5" or "about 4,000"
         * @param warning why to think twice, in sentences; empty for no reason
         */
        record OfPivot(Pivot pivot, List<Indicator> on, String detail, String warning) implements MenuRow {
            /** The code of an icon that shows what it brings. */
            String icon() {
                if (pivot.everything()) {
                    return "mdi2a-arrow-expand-all";
                }
                return pivot.outputs().stream()
                        .sorted()
                        .findFirst()
                        .map(OfPivot::icon)
                        .orElse("mdi2f-format-list-text");
            }

            private static String icon(IndicatorType type) {
                return switch (type) {
                    case DOMAIN -> "mdi2w-web";
                    case IPV4, IPV6 -> "mdi2s-server-network";
                    case CIDR, AS -> "mdi2l-lan";
                    case EMAIL -> "mdi2e-email-outline";
                    case URL -> "mdi2l-link-variant";
                    case MD5, SHA1, SHA256, SHA512 -> "mdi2f-fingerprint";
                    case MALWARE -> "mdi2b-bug-outline";
                    case CVE -> "mdi2s-shield-alert-outline";
                    case PHRASE -> "mdi2f-format-quote-close";
                };
            }
        }

        /**
         * Something else to do.
         *
         * @param name   what it says
         * @param icon   code of the icon
         * @param detail at the right, the key
         * @param action does it
         */
        record OfAction(String name, String icon, String detail, Runnable action) implements MenuRow {}
    }

    public PivotMenuViewModel() {
        filter.addListener((property, before, now) -> narrow());
    }

    public StringProperty filter() {
        return filter;
    }

    /** What is shown now. */
    public ObservableList<MenuRow> rows() {
        return rows;
    }

    /** Puts other rows into the menu and forgets what was typed. */
    public void show(List<MenuRow> next) {
        all.clear();
        all.addAll(next);
        filter.set("");
        narrow();
    }

    /** The pivots for these entities, by what they bring, those for more of them first. */
    public static List<MenuRow> pivotRows(Set<Indicator> selected, List<Pivot> known) {
        List<Pivot> fitting = known.stream()
                .filter(pivot -> selected.stream().anyMatch(pivot::accepts))
                .toList();
        if (fitting.size() <= UNGROUPED_MAX) {
            return flat(fitting, selected);
        }
        List<MenuRow> made = new ArrayList<>();
        Set<String> headings = new LinkedHashSet<>(
                fitting.stream().map(PivotMenuViewModel::heading).toList());
        for (String heading : headings) {
            made.add(new MenuRow.Heading(heading));
            fitting.stream()
                    .filter(pivot -> heading(pivot).equals(heading))
                    .map(pivot -> row(pivot, selected))
                    .forEach(made::add);
        }
        return made;
    }

    /** A few pivots need no headings of their own. */
    private static List<MenuRow> flat(List<Pivot> fitting, Set<Indicator> selected) {
        List<MenuRow> made = new ArrayList<>();
        if (!fitting.isEmpty()) {
            made.add(new MenuRow.Heading("Pivots"));
            fitting.stream()
                    .sorted(java.util.Comparator.comparing(Pivot::everything).reversed())
                    .map(pivot -> row(pivot, selected))
                    .forEach(made::add);
        }
        return made;
    }

    private static MenuRow row(Pivot pivot, Set<Indicator> selected) {
        List<Indicator> on = selected.stream().filter(pivot::accepts).toList();
        String detail = selected.size() == 1 ? "" : on.size() + " of " + selected.size();
        return new MenuRow.OfPivot(pivot, on, detail, "");
    }

    /** What a pivot brings, in the words people look for. */
    private static String heading(Pivot pivot) {
        if (pivot.everything()) {
            return "Everything";
        }
        Set<IndicatorType> outputs = pivot.outputs();
        if (outputs.isEmpty()) {
            return "Properties";
        }
        if (outputs.size() > 1
                && !outputs.stream().allMatch(IndicatorType::isHash)
                && !outputs.stream().allMatch(IndicatorType::isAddress)) {
            return "To several kinds";
        }
        return switch (outputs.iterator().next()) {
            case DOMAIN -> "To domains";
            case IPV4, IPV6 -> "To addresses";
            case CIDR -> "To address blocks";
            case EMAIL -> "To email addresses";
            case URL -> "To URLs";
            case MD5, SHA1, SHA256, SHA512 -> "To files";
            case AS -> "To networks";
            case MALWARE -> "To malware names";
            case CVE -> "To vulnerabilities";
            case PHRASE -> "To phrases";
        };
    }

    private void narrow() {
        String words = filter.get().strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            rows.setAll(all);
            return;
        }
        List<String> wanted = List.of(words.split("\\s+"));
        rows.setAll(all.stream()
                .filter(row -> !(row instanceof MenuRow.Heading))
                .filter(row -> wanted.stream().allMatch(textOf(row)::contains))
                .collect(Collectors.toList()));
    }

    private static String textOf(MenuRow row) {
        return switch (row) {
            case MenuRow.Heading heading -> heading.text().toLowerCase(Locale.ROOT);
            case MenuRow.OfPivot of -> (of.pivot().name() + " " + heading(of.pivot())).toLowerCase(Locale.ROOT);
            case MenuRow.OfAction of -> of.name().toLowerCase(Locale.ROOT);
        };
    }

    /** What stands above the menu. */
    public static String title(Selection selection) {
        if (!selection.links().isEmpty()) {
            return selection.links().getFirst().label();
        }
        return selection
                .single()
                .map(Indicator::value)
                .orElseGet(() -> selection.isEmpty() ? "Canvas" : selection.nodeCount() + " selected");
    }
}
