package tendril.ui.tray;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tendril.indicator.Indicator;
import tendril.pivot.Finding;
import tendril.session.Candidate;

/**
 * One result of the tray, as a line of its table: nothing is put into words before somebody looks. Immutable.
 *
 * @param candidate what waits
 */
public record TrayRow(Candidate candidate) {
    public long request() {
        return candidate.request();
    }

    public Indicator indicator() {
        return candidate.indicator();
    }

    String value() {
        return candidate.indicator().value();
    }

    /** The first relation that the answer states, in words. */
    String relation() {
        for (Finding finding : candidate.findings()) {
            if (finding instanceof Finding.Related related) {
                return related.label();
            }
        }
        return "";
    }

    Optional<LocalDate> firstDay() {
        return candidate.seen().first();
    }

    Optional<LocalDate> lastDay() {
        return candidate.seen().last();
    }

    String first() {
        return firstDay().map(LocalDate::toString).orElse("");
    }

    String last() {
        return lastDay().map(LocalDate::toString).orElse("");
    }

    String votes() {
        return candidate.votes().orElse("");
    }

    /** Whether its value, its relation or its last day has this part, which is in lower case. */
    boolean holds(String part) {
        return value().toLowerCase(Locale.ROOT).contains(part)
                || relation().toLowerCase(Locale.ROOT).contains(part)
                || (mayBeOfADay(part) && last().contains(part));
    }

    /** The indicators of rows by the request they answer, in the order of the rows. */
    static Map<Long, List<Indicator>> byRequest(List<TrayRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        TrayRow::request,
                        LinkedHashMap::new,
                        Collectors.mapping(TrayRow::indicator, Collectors.toList())));
    }

    private static boolean mayBeOfADay(String part) {
        return part.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }
}
