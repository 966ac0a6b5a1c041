package tendril.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tendril.graph.CaseGraph;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.pivot.Audience;
import tendril.pivot.Pivot;
import tendril.pivot.Provider;
import tendril.pivot.Question;

/**
 * Exactly what would leave this machine if pivots were asked now, and what would not and why. Immutable.
 *
 * @param lines    one a pivot and indicator, in the order they would be asked
 * @param standing why nothing leaves at once although it would: offline mode or a pause; empty otherwise
 */
public record DryRun(List<Line> lines, String standing) {
    public DryRun {
        lines = List.copyOf(lines);
    }

    /**
     * What becomes of one pivot.
     *
     * @param pivot     what is asked
     * @param indicator about whom
     * @param request   the request as it would leave, without secrets
     * @param provider  the name of who is asked
     * @param audience  completes "This query is seen by …"
     * @param fate      whether it leaves
     */
    public record Line(Pivot pivot, Indicator indicator, String request, String provider, String audience, Fate fate) {}

    /** What happens to one question. */
    public sealed interface Fate {
        /** It leaves the machine. */
        record Leaves() implements Fate {}

        /** It goes to a server on this very machine. */
        record Stays() implements Fate {}

        /** The same question leaves already, for another pivot; it is put once. */
        record Joins(String with) implements Fate {}

        /** The rule on who may see it keeps it here. */
        record Held(String reason) implements Fate {}

        /** The case has the answer. */
        record Recorded(Instant at) implements Fate {}

        /** What happens, in words. */
        default String words() {
            return switch (this) {
                case Leaves leaves -> "leaves this machine";
                case Stays stays -> "asked on this machine; nothing leaves it";
                case Joins joins -> "joins " + joins.with();
                case Held held -> held.reason();
                case Recorded recorded ->
                    "answered from evidence of " + recorded.at().toString().substring(0, 10) + "; nothing leaves";
            };
        }
    }

    /** How many requests would leave the machine. */
    public long leaving() {
        return lines.stream().filter(line -> line.fate() instanceof Fate.Leaves).count();
    }

    /** How many lines the rule keeps here. */
    public long held() {
        return lines.stream().filter(line -> line.fate() instanceof Fate.Held).count();
    }

    /** The whole of it in one sentence. */
    public String summary() {
        long leaving = leaving();
        String first = switch ((int) Math.min(leaving, 2)) {
            case 0 -> "Nothing would leave this machine.";
            case 1 -> "One request would leave this machine.";
            default -> leaving + " requests would leave this machine.";
        };
        return standing.isEmpty() ? first : first + " " + standing;
    }

    /**
     * Works out a dry run without asking or changing anything. Confined to the case thread.
     *
     * @param joins whether these join what is in the queue already
     */
    static DryRun of(CaseGraph graph, Providers providers, Asking asking, Ask ask, boolean joins) {
        List<Line> lines = new ArrayList<>();
        Map<String, String> leaving = joins ? pending(graph, providers) : new HashMap<>();
        for (Ask.About about : ask.pivots()) {
            Provider provider = providers.of(about.pivot());
            Question question = provider.question(about.pivot(), about.indicator());
            Fate fate = fate(graph, asking, about, provider, question, leaving, ask.anew());
            if (fate instanceof Fate.Leaves || fate instanceof Fate.Stays) {
                leaving.put(
                        key(question.provider(), question.key()),
                        "“" + about.pivot().name() + "”");
            }
            lines.add(new Line(
                    about.pivot(),
                    about.indicator(),
                    question.shownAs(),
                    provider.name(),
                    provider.audience().words(),
                    fate));
        }
        return new DryRun(lines, standing(graph));
    }

    private static Fate fate(
            CaseGraph graph,
            Asking asking,
            Ask.About about,
            Provider provider,
            Question question,
            Map<String, String> leaving,
            boolean anew) {
        if (!anew) {
            Optional<Asking.Recorded> recorded = asking.recorded(about, question);
            if (recorded.isPresent()) {
                return new Fate.Recorded(recorded.get().evidence().at());
            }
        }
        Optional<String> objection =
                QueryRule.objection(graph.handlingOf(about.indicator()), provider.audience(), provider.name());
        if (objection.isPresent()) {
            return new Fate.Held(objection.get());
        }
        return Optional.ofNullable(leaving.get(key(question.provider(), question.key())))
                .<Fate>map(Fate.Joins::new)
                .orElseGet(() -> provider.audience() == Audience.THIS_MACHINE ? new Fate.Stays() : new Fate.Leaves());
    }

    /** The questions that are on their way already. */
    private static Map<String, String> pending(CaseGraph graph, Providers providers) {
        Map<String, String> pending = new HashMap<>();
        for (Request request : graph.requests()) {
            boolean inLine = request.state() == Request.State.QUEUED || request.state() == Request.State.STARTED;
            if (inLine && providers.find(request.provider()).isPresent()) {
                pending.put(key(request.provider(), request.key()), "the same question in the queue");
            }
        }
        return pending;
    }

    private static String standing(CaseGraph graph) {
        if (graph.offline()) {
            return "The case is offline, so they wait until it is online again.";
        }
        if (graph.allPaused()) {
            return "The queue is paused, so they wait until it goes on.";
        }
        return graph.pausedProviders().isEmpty()
                ? ""
                : "Paused sources: " + String.join(", ", graph.pausedProviders().keySet())
                        + "; what is for them waits.";
    }

    private static String key(String provider, String key) {
        return provider + ' ' + key;
    }
}
