package tendril.pivot.pace;

import java.time.Duration;
import java.util.Optional;
import tendril.pivot.Pace;

/**
 * The record of when each provider was asked, kept so that its {@link Pace} holds for all who share the ledger and over
 * restarts. All times are {@link Ticker#nanos()} of the ticker the ledger was made with. No call waits for another
 * program.
 */
public interface PaceLedger extends AutoCloseable {
    /** A source that asks for more time than this is asked again after it. */
    Duration WAIT_MAX = Duration.ofHours(24);

    /**
     * Takes the right to send one request now, if every window of the pace and what the source asked for allow it. What
     * is granted counts as sent, whether or not it is: a killed program may have sent it.
     */
    Slot reserve(PaceKey key, Pace pace);

    /** Whom a source asked for time is not asked before {@code wait} is over, by anyone who shares the ledger. */
    void askedToWait(PaceKey key, Duration wait);

    /** Forgets what the source asked for; a person decided to try. */
    void stopWaiting(PaceKey key);

    /** When the provider was asked, as far as its windows need to know and this ledger knows, oldest first. */
    long[] sends(PaceKey key);

    /**
     * A request that was granted at one time left at a later one, from which it counts.
     *
     * @param granted as in {@link Slot.Taken}
     * @param sent    not before {@code granted}
     */
    void sentLater(PaceKey key, long granted, long sent);

    /** Tells this, on any thread, when what was {@link Slot.Pending} can be asked for again. */
    void whenAnswered(Runnable listener);

    /** Lets go of what it keeps its record in. The queue that uses it must be done. */
    @Override
    void close();

    /** Why the record cannot be shared or kept, in one sentence, if so; this program's own pace still holds. */
    Optional<String> trouble();

    /** The answer to {@link #reserve}. */
    sealed interface Slot {
        /** Send now. */
        record Taken(long at) implements Slot {}

        /** Not before this time. */
        record NotBefore(long nanos) implements Slot {}

        /** Another program is writing at this moment; ask again shortly. */
        record Busy() implements Slot {}

        /** The record is being looked up; {@link #whenAnswered} tells when to ask again. */
        record Pending() implements Slot {}
    }
}
