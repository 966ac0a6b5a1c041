package tendril.server.api;

import tendril.server.message.Answer;
import tendril.server.message.Request;

/**
 * Whether pages of other sites may read the API and the feeds in a browser (Fetch standard, "CORS protocol"). They never
 * may vote or see the pages. Immutable.
 *
 * @param open      whether they may
 * @param voteToken what a vote by GET has to carry while they may, as a GET can be made by any page; the pages of this
 *                  server have it in their forms
 */
public record Cors(boolean open, String voteToken) {
    private static final String SECONDS_KEPT = "86400";

    /** The answer with leave to read it, if its path is one that other sites may read. */
    public Answer onto(Answer answer, Request request) {
        return open && isReadable(request.path()) ? answer.with("Access-Control-Allow-Origin", "*") : answer;
    }

    /** The answer to a browser that asks first. */
    public Answer preflight(Answer answer, Request request, String methods) {
        if (!open || !isReadable(request.path())) {
            return answer;
        }
        Answer leave = answer.with("Access-Control-Allow-Methods", methods)
                .with("Access-Control-Allow-Headers", "*")
                .with("Access-Control-Max-Age", SECONDS_KEPT);
        return request.header("access-control-request-private-network").isPresent()
                ? leave.with("Access-Control-Allow-Private-Network", "true")
                : leave;
    }

    /** What a form of this server carries so that it may vote. */
    public String tokenField() {
        return open ? "<input type=\"hidden\" name=\"token\" value=\"" + voteToken + "\">" : "";
    }

    private static boolean isReadable(String path) {
        return path.startsWith(Links.API) || path.startsWith(Feeds.PATH);
    }

    /** Whether a vote comes in a way that a page of another site cannot make. */
    public boolean letsVote(Request request) {
        return !open
                || request.isPost()
                || request.query().get("token").orElse("").equals(voteToken);
    }
}
