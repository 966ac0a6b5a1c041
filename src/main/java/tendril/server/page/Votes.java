package tendril.server.page;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tendril.corpus.Corpus;
import tendril.corpus.Key;
import tendril.corpus.Verdict;
import tendril.corpus.Vote;
import tendril.server.api.Cors;
import tendril.server.message.Answer;
import tendril.server.message.Query;
import tendril.server.message.Request;

/**
 * Takes votes: {@code /vote.php?vote=0&value=evil.example} says malicious, {@code vote=1} harmless, {@code
 * vote=withdraw} takes one's vote back. A voter is the address a request comes from. Thread-safe.
 */
public final class Votes {
    public static final String PATH = "/vote.php";

    private static final int VALUE_LENGTH_MAX_CHARS = 255;

    private final Corpus corpus;
    private final Cors cors;
    private final InstantSource clock;

    public Votes(Corpus corpus, Cors cors, InstantSource clock) {
        this.corpus = corpus;
        this.cors = cors;
        this.clock = clock;
    }

    public Answer answer(Request request) {
        if (comesFromElsewhere(request)) {
            return Answer.sentence(403, "A page of another site cannot vote here. Vote from this server's own pages.");
        }
        if (!cors.letsVote(request)) {
            return Answer.sentence(
                    403,
                    "This server lets pages of other sites read it, so a vote has to come by POST, or from one of its own"
                            + " pages.");
        }
        Query form = request.form();
        String value = Key.of(form.get("value").orElse(""));
        Optional<Verdict> verdict = verdict(form.get("vote").orElse(""));
        if (verdict.isEmpty()) {
            return Answer.sentence(400, "Say vote=0 for malicious, vote=1 for not malicious, or vote=withdraw.");
        }
        if (!isVotable(value)) {
            return Answer.sentence(400, "Name what you vote on: value= a domain, an IP address, an email or a hash.");
        }
        var vote = new Vote(value, request.client().getHostAddress(), verdict.get(), clock.instant());
        String said = sentence(verdict.get());
        return Answer.streamed(200, Answer.HTML, out -> {
            if (!request.isHead()) {
                corpus.vote(List.of(vote));
            }
            new VotePage(value, said).writeTo(out);
        });
    }

    private static Optional<Verdict> verdict(String vote) {
        return switch (vote.strip().toLowerCase(Locale.ROOT)) {
            case "0" -> Optional.of(Verdict.MALICIOUS);
            case "1" -> Optional.of(Verdict.HARMLESS);
            case "withdraw" -> Optional.of(Verdict.WITHDRAWN);
            default -> Optional.empty();
        };
    }

    private static String sentence(Verdict verdict) {
        return switch (verdict) {
            case MALICIOUS -> "Counted: you call it malicious.";
            case HARMLESS -> "Counted: you call it not malicious.";
            case WITHDRAWN -> "Your vote is withdrawn.";
        };
    }

    private static boolean isVotable(String value) {
        return value.length() > 2
                && value.length() <= VALUE_LENGTH_MAX_CHARS
                && value.chars().noneMatch(c -> c <= ' ' || c == 0x7F || c == '<' || c == '>' || c == '"');
    }

    /** Whether a browser says that the request was made by a page of another site. */
    private static boolean comesFromElsewhere(Request request) {
        Optional<String> site = request.header("sec-fetch-site");
        if (site.isPresent()) {
            return !site.get().equals("none") && !site.get().equals("same-origin");
        }
        Optional<String> origin = request.header("origin");
        return origin.isPresent() && !origin.get().endsWith("://" + request.authority());
    }
}
