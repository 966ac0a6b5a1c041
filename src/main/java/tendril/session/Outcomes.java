package tendril.session;

import java.util.HashMap;
import java.util.Map;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotRequest;

/** What one send means for each request that waited for it. Confined to the case thread. */
final class Outcomes {
    private final long evidence;
    private final PivotOutcome forAll;
    private final Map<Long, PivotRequest> requests = new HashMap<>();
    private final Map<Long, PivotOutcome> outcomes = new HashMap<>();

    /**
     * @param evidence the number of the answer, 0 where there is none
     * @param forAll   what holds for a request that was not read by itself
     */
    Outcomes(long evidence, PivotOutcome forAll) {
        this.evidence = evidence;
        this.forAll = forAll;
    }

    void put(PivotRequest request, PivotOutcome outcome) {
        requests.put(request.id(), request);
        outcomes.put(request.id(), outcome);
    }

    boolean has(long request) {
        return requests.containsKey(request);
    }

    PivotRequest request(long id) {
        PivotRequest request = requests.get(id);
        if (request == null) {
            throw new IllegalArgumentException("Request " + id + " did not wait for this answer.");
        }
        return request;
    }

    PivotOutcome outcome(long id) {
        return outcomes.getOrDefault(id, forAll);
    }

    long evidence() {
        return evidence;
    }
}
