package tendril.ui.panel;

import java.time.LocalDate;
import java.util.Locale;
import tendril.indicator.Indicator;
import tendril.pivot.Finding;
import tendril.session.Candidate;

/**
 * One result of the tray, as a line of its table. Immutable.
 *
 * @param candidate what waits
 * @param relation  the first relation that the answer states, in words
 * @param text      what a filter looks through, in lower case
 */
public record TrayRow(Candidate candidate, String relation, String text) {
    static TrayRow of(Candidate candidate) {
        String relation = candidate.findings().stream()
                .filter(Finding.Related.class::isInstance)
                .map(finding -> ((Finding.Related) finding).label())
                .findFirst()
                .orElse("");
        String text = candidate.indicator().value()
                + '\n'
                + relation
                + '\n'
                + candidate.seen().last().map(LocalDate::toString).orElse("");
        return new TrayRow(candidate, relation, text.toLowerCase(Locale.ROOT));
    }

    public long request() {
        return candidate.request();
    }

    public Indicator indicator() {
        return candidate.indicator();
    }

    String value() {
        return candidate.indicator().value();
    }

    String first() {
        return candidate.seen().first().map(LocalDate::toString).orElse("");
    }

    String last() {
        return candidate.seen().last().map(LocalDate::toString).orElse("");
    }

    String votes() {
        return candidate.votes().orElse("");
    }
}
