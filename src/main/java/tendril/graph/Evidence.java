package tendril.graph;

import java.time.Instant;

/**
 * One raw answer of a provider, or one pasted or imported text, that statements in the case stand on. The bytes
 * themselves are in the case file under {@code sha256}; equal bytes are kept once. Immutable.
 *
 * @param id        unique in the case, from 1
 * @param provider  who said it: a provider's id, or {@code paste}, {@code import}
 * @param key       the question's key, so that the same question is answered from here; empty for pasted text
 * @param request   the request as a person may see it; never holds a secret
 * @param at        when the answer was complete, UTC
 * @param status    the HTTP status, 0 where there was none
 * @param mediaType what the source called it, may be empty
 * @param sizeBytes the length of the raw bytes
 * @param sha256    lower-case hex SHA-256 of the raw bytes
 */
public record Evidence(
        long id,
        String provider,
        String key,
        String request,
        Instant at,
        int status,
        String mediaType,
        long sizeBytes,
        String sha256) {}
