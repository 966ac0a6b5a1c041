package tendril.ui.popover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.Pivot;
import tendril.ui.InventedSource;
import tendril.ui.popover.PivotMenuViewModel.MenuRow;

class PivotMenuViewModelTest {
    private static final Indicator DOMAIN = new Indicator(IndicatorType.DOMAIN, "evil.example");
    private static final Indicator PHRASE = new Indicator(IndicatorType.PHRASE, "a phrase");

    private final PivotMenuViewModel menu = new PivotMenuViewModel();

    @Test
    void aFewPivotsStandUnderOneHeadingTheFullQuestionFirst() {
        show(DOMAIN);

        assertThat(headings()).containsExactly("Pivots");
        assertThat(menu.rows().get(1))
                .isInstanceOfSatisfying(
                        MenuRow.OfPivot.class,
                        row -> assertThat(row.pivot().everything()).isTrue());
    }

    @Test
    void manyPivotsAreGroupedByWhatTheyBring() {
        List<Pivot> many = IntStream.range(0, 4)
                .boxed()
                .flatMap(source -> new InventedSource().pivots().stream())
                .toList();

        menu.show(PivotMenuViewModel.pivotRows(Set.of(DOMAIN), many));

        assertThat(headings())
                .containsExactly(
                        "Everything",
                        "To addresses",
                        "To domains",
                        "To email addresses",
                        "To files",
                        "To malware names");
    }

    @Test
    void aPivotForSomeOfTheSelectionSaysForHowMany() {
        show(DOMAIN, PHRASE);

        assertThat(menu.rows().stream()
                        .filter(MenuRow.OfPivot.class::isInstance)
                        .map(MenuRow.OfPivot.class::cast))
                .allSatisfy(row -> {
                    assertThat(row.detail()).isEqualTo("1 of 2");
                    assertThat(row.on()).containsExactly(DOMAIN);
                });
    }

    @Test
    void typingNarrowsToRowsThatHoldEveryWord() {
        show(DOMAIN);

        menu.filter().set("ip addr");

        assertThat(menu.rows())
                .singleElement()
                .isInstanceOfSatisfying(
                        MenuRow.OfPivot.class,
                        row -> assertThat(row.pivot().name()).isEqualTo("To IP addresses [Invented]"));
    }

    @Test
    void clearingTheSearchBringsAllRowsBack() {
        show(DOMAIN);
        int all = menu.rows().size();

        menu.filter().set("nothing fits this");
        assertThat(menu.rows()).isEmpty();
        menu.filter().set("");

        assertThat(menu.rows()).hasSize(all);
    }

    private void show(Indicator... selected) {
        List<MenuRow> rows = new ArrayList<>(
                PivotMenuViewModel.pivotRows(new LinkedHashSet<>(List.of(selected)), new InventedSource().pivots()));
        menu.show(rows);
    }

    private List<String> headings() {
        return menu.rows().stream()
                .filter(MenuRow.Heading.class::isInstance)
                .map(row -> ((MenuRow.Heading) row).text())
                .toList();
    }
}
