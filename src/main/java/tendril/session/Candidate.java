package tendril.session;

import java.util.List;
import tendril.indicator.Indicator;
import tendril.pivot.Finding;

/**
 * A result waiting in the tray for the investigator's yes or no. Immutable.
 *
 * @param request   the request that brought it
 * @param indicator what it is
 * @param findings  what the answer says of it
 */
public record Candidate(long request, Indicator indicator, List<Finding> findings) {
    public Candidate {
        findings = List.copyOf(findings);
    }
}
