package tendril.ui.queue;

import java.util.Locale;
import tendril.pivot.PivotRequest;
import tendril.pivot.lane.RowState;

/**
 * One line of the queue panel: the same object as long as its request is in the list, so that a selection holds while
 * lines move. Its words are made when somebody looks. Confined to the FX thread.
 */
public final class QueueLine {
    private final PivotRequest request;
    private final String provider;
    private RowState state = RowState.QUEUED;
    private String searched = "";
    // Where it stands in the list that is shown, and where it was before; -1 for nowhere.
    int place = -1;
    private long wordedAt = -1;
    private Words words = Words.NONE;

    /**
     * What a person reads of a request.
     *
     * @param state where it stands
     * @param when  the clock time it is expected, was sent or was answered; empty when there is none
     * @param why   why it waits or failed
     */
    public record Words(String state, String when, String why) {
        static final Words NONE = new Words("", "", "");
    }

    QueueLine(PivotRequest request, String provider) {
        this.request = request;
        this.provider = provider;
    }

    public long id() {
        return request.id();
    }

    public PivotRequest request() {
        return request;
    }

    public String indicator() {
        return request.indicator().value();
    }

    /** The name of the pivot, without that of its provider, which stands beside it. */
    public String pivot() {
        String name = request.pivot().name();
        String ending = " [" + provider + "]";
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }

    /** The name of the provider, as people read it. */
    public String provider() {
        return provider;
    }

    public RowState state() {
        return state;
    }

    void state(RowState now) {
        state = now;
    }

    public boolean mayBeCancelled() {
        return state.isInLine() || state == RowState.RUNNING || state == RowState.HELD;
    }

    boolean holds(String lowerCase) {
        if (lowerCase.isEmpty()) {
            return true;
        }
        if (searched.isEmpty()) {
            searched = String.join(" ", indicator(), pivot(), provider).toLowerCase(Locale.ROOT);
        }
        return searched.contains(lowerCase);
    }

    boolean isWordedAt(long stamp) {
        return wordedAt == stamp;
    }

    void words(Words now, long stamp) {
        words = now;
        wordedAt = stamp;
    }

    Words words() {
        return words;
    }
}
