package tendril.server.message;

import java.time.Duration;
import java.util.Optional;

/** Something a real server has done wrong, done on purpose so that clients can be tested against it. */
public sealed interface Fault {
    /** What it is called in an access log. */
    default String name() {
        return switch (this) {
            case Status status -> "status " + status.status();
            case Slow slow -> "slow";
            case Html() -> "html";
            case Busy() -> "busy";
            case Truncated() -> "truncated";
            case Empty() -> "empty";
            case Drop() -> "drop";
            case Trickle trickle -> "trickle";
        };
    }

    /** Another status with a sentence instead of the answer. */
    record Status(int status, Optional<String> retryAfter) implements Fault {
        public static Status of(int status) {
            return new Status(status, Optional.empty());
        }

        /** 429, with the seconds or date that {@code Retry-After} shall say. */
        public static Status tooMany(String retryAfter) {
            return new Status(429, Optional.of(retryAfter));
        }
    }

    /** The right answer, late. */
    record Slow(Duration delay) implements Fault {}

    /** Status 200 and a web page, as a front-end shows that wants a browser. */
    record Html() implements Fault {}

    /** Status 200 and the text {@code Too many connections}, as the original did when its database was full. */
    record Busy() implements Fault {}

    /** Half of the answer, then the connection ends. */
    record Truncated() implements Fault {}

    /** Status 200 and no body. */
    record Empty() implements Fault {}

    /** No answer: the connection ends. */
    record Drop() implements Fault {}

    /** The right answer, one byte at a time. */
    record Trickle(Duration betweenBytes) implements Fault {}
}
