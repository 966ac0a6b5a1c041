package tendril.session;

import java.util.List;
import java.util.Optional;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;
import tendril.pivot.Finding;

/**
 * A result waiting in the tray for the investigator's yes or no. Immutable.
 *
 * @param request   the request that brought it
 * @param indicator what it is
 * @param findings  what the answer says of it, in the order of the answer
 * @param seen      when the relations held, over all that the answer says
 * @param votes     what people voted, where the answer says so
 */
public record Candidate(long request, Indicator indicator, List<Finding> findings, Seen seen, Optional<String> votes) {
    private static final String VOTES = "votes";

    /** Reads dates and votes out of what the answer says. */
    static Candidate of(long request, Indicator indicator, List<Finding> findings) {
        Seen seen = Seen.UNKNOWN;
        Optional<String> votes = Optional.empty();
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Related related -> seen = seen.widen(related.seen());
                case Finding.Stated stated -> {
                    if (stated.name().equals(VOTES)) {
                        votes = Optional.of(stated.value());
                    }
                }
            }
        }
        return new Candidate(request, indicator, List.copyOf(findings), seen, votes);
    }

    public IndicatorType type() {
        return indicator.type();
    }
}
