package tendril.pivot.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tendril.pivot.Pace;

/** What must hold of the times at which requests were sent. */
public final class PaceAssert {
    private PaceAssert() {}

    /** Every span that starts at a request: if none of these holds too many, none at all does. */
    public static void assertNoWindowExceeded(Pace pace, List<Long> times) {
        for (Pace.Window window : pace.windows()) {
            for (int i = 0; i < times.size(); i++) {
                long end = times.get(i) + window.per().toNanos();
                int j = i;
                while (j < times.size() && times.get(j) <= end) {
                    j++;
                }
                assertThat(j - i).as("requests in %s", window).isLessThanOrEqualTo(window.requests());
            }
        }
    }
}
