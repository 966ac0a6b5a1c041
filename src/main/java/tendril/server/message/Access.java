package tendril.server.message;

import java.net.InetAddress;

/**
 * One request as an access log keeps it. What the client sent stands here as sent, escaped by whoever writes it down.
 *
 * @param client who asked
 * @param method the method; empty when the request could not be read
 * @param target the path and query, which name what the client looks into; of a request that could not be read, its first
 *               line as far as it came
 * @param status the status of the answer; {@link #NO_STATUS} when there was none
 * @param remark what was out of the ordinary, in a word or two; mostly empty
 */
public record Access(InetAddress client, String method, String target, int status, String remark) {
    /** The client was sent no status. */
    public static final int NO_STATUS = 0;
}
