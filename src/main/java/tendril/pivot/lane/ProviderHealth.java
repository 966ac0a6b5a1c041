package tendril.pivot.lane;

import java.time.Duration;
import java.time.Instant;

/** How a source is doing, as the last answers show. Immutable. */
public sealed interface ProviderHealth {
    /** Nothing was asked yet since the program started. */
    record Unasked() implements ProviderHealth {}

    /** It answers. */
    record Alive(Duration latency) implements ProviderHealth {}

    /** It answers, but takes long. */
    record Slow(Duration latency) implements ProviderHealth {}

    /** It asked us to wait. */
    record Limited(Instant until, String reason) implements ProviderHealth {}

    /** It has stopped answering; one request at a time is tried now and then. */
    record Gone(Instant since, Instant nextTry, String reason) implements ProviderHealth {}

    /** It is not asked: a person paused it, or it refused us and a person must do something first. */
    record Paused(String whatToDo) implements ProviderHealth {}
}
