package tendril.pivot;

import java.util.List;
import tendril.indicator.Indicator;

/**
 * A source that answers pivots. {@link #question} and {@link #read} are pure, so that a recorded answer reads the same
 * with the source dead; only {@link #fetch} touches the network. Implementations are thread-safe.
 */
public interface Provider {
    /** Short, lower case, stands in case files, never changes: {@code threatcrowd}. */
    String id();

    /** What a person reads: "ThreatCrowd". */
    String name();

    /** Every pivot it answers, in the order a menu shows them. */
    List<Pivot> pivots();

    /** How often it may be asked, unless a setting says otherwise. */
    Pace pace();

    /**
     * The server that is asked, as {@code host:port}; empty where there is none to speak of. A pace holds for a provider
     * at one server: the same provider at two addresses is two sources to those who run them.
     */
    default String server() {
        return "";
    }

    /** Who sees what it is asked. */
    Audience audience();

    /** What would be sent for this pivot. Pure. The pivot must accept the indicator. */
    Question question(Pivot pivot, Indicator indicator);

    /**
     * Sends the question and waits for the whole answer. Blocks its lane's thread, within the provider's own deadline.
     *
     * @throws InterruptedException when the request is called off
     */
    Fetch fetch(Question question) throws InterruptedException;

    /** What a raw answer says about this pivot: never {@code Cancelled}, never throws on any bytes. Pure. */
    PivotOutcome read(Pivot pivot, Indicator indicator, Answer answer);
}
