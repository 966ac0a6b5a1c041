package tendril.pivot;

import java.time.Instant;

/**
 * The raw answer to a question, exactly as it came. Immutable by agreement: nobody writes to {@code body}.
 *
 * @param question  what was asked
 * @param at        when the answer was complete
 * @param status    the HTTP status, or 0 where there was no HTTP
 * @param mediaType what the source called it, or an empty string
 * @param body      the bytes after transfer and content decoding
 */
public record Answer(Question question, Instant at, int status, String mediaType, byte[] body) {}
