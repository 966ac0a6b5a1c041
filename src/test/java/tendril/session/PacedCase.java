package tendril.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tendril.indicator.Indicator;
import tendril.pivot.Pace;

/** A case over a scripted source with a pace, on a clock that a test turns, for tests of what is above the session. */
public final class PacedCase {
    private final Bench bench = new Bench();
    private final int commits;

    public PacedCase(Pace pace) {
        bench.session().queue().setPace(bench.provider.id(), pace);
        commits = bench.journal.batches;
    }

    public CaseSession session() {
        return bench.session();
    }

    public ScriptedProvider provider() {
        return bench.provider;
    }

    public Instant now() {
        return bench.now();
    }

    /** Adds these and asks everything about them, as one action in bulk. */
    public void ask(List<Indicator> about) {
        session().edits().add(about, List.of());
        session()
                .ask(new Ask(
                        about.stream()
                                .map(each -> new Ask.About(ScriptedProvider.EVERYTHING, each))
                                .toList(),
                        "Asked " + about.size(),
                        false,
                        0,
                        false));
    }

    /** Answers the first request under way as the script says. */
    public void answerNext() {
        bench.answerNext();
    }

    public void pass(Duration time) {
        bench.pass(time);
    }

    /** The case opened anew, as after the program has died. */
    public CaseSession reopened() {
        return bench.reopened();
    }

    /** How many questions are under way. */
    public int sent() {
        return bench.sent.size();
    }

    /** How many batches of facts were written since the case was opened. */
    public int commits() {
        return bench.journal.batches - commits;
    }
}
