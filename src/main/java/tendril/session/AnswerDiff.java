package tendril.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tendril.graph.CaseGraph;
import tendril.graph.Evidence;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.pivot.Answer;
import tendril.pivot.Finding;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.Provider;

/**
 * Two answers to the same question, and what they state differently. Immutable.
 *
 * @param earlier the older answer
 * @param later   the newer one
 * @param fresh   what only the newer states, in its order, in words
 * @param gone    what only the older states, in its order, in words
 */
public record AnswerDiff(Evidence earlier, Evidence later, List<String> fresh, List<String> gone) {
    public AnswerDiff {
        fresh = List.copyOf(fresh);
        gone = List.copyOf(gone);
    }

    /** The other answers that a case has to the question of this one, newest first. */
    public static List<Evidence> others(CaseSession session, Evidence evidence) {
        return session.graph().evidenceFor(evidence.provider(), evidence.key()).stream()
                .filter(other -> other.id() != evidence.id())
                .toList();
    }

    /** Compares two answers to one question, by all that their source can read in them; none where it cannot. */
    public static Optional<AnswerDiff> between(CaseSession session, Evidence one, Evidence other) {
        Evidence earlier = one.id() < other.id() ? one : other;
        Evidence later = earlier == one ? other : one;
        return asked(session.graph(), one)
                .or(() -> asked(session.graph(), other))
                .flatMap(request -> session.providers()
                        .find(request.provider())
                        .flatMap(provider -> widest(provider, request.indicator())
                                .map(pivot -> {
                                    Set<String> before = stated(session, provider, pivot, request.indicator(), earlier);
                                    Set<String> after = stated(session, provider, pivot, request.indicator(), later);
                                    return new AnswerDiff(
                                            earlier, later, without(after, before), without(before, after));
                                })));
    }

    private static Optional<Request> asked(CaseGraph graph, Evidence evidence) {
        return graph.requests().stream()
                .filter(request -> request.provider().equals(evidence.provider())
                        && request.key().equals(evidence.key()))
                .findFirst();
    }

    /** The pivot that reads most out of an answer. */
    private static Optional<Pivot> widest(Provider provider, Indicator indicator) {
        List<Pivot> fitting = provider.pivots().stream()
                .filter(pivot -> pivot.accepts(indicator))
                .toList();
        return fitting.stream()
                .filter(Pivot::everything)
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    private static Set<String> stated(
            CaseSession session, Provider provider, Pivot pivot, Indicator indicator, Evidence evidence) {
        Set<String> words = new LinkedHashSet<>();
        session.bytes(evidence)
                .map(body -> new Answer(
                        provider.question(pivot, indicator),
                        evidence.at(),
                        evidence.status(),
                        evidence.mediaType(),
                        body))
                .map(answer -> provider.read(pivot, indicator, answer))
                .ifPresent(outcome -> {
                    if (outcome instanceof PivotOutcome.Found found) {
                        found.findings().forEach(finding -> words.add(words(finding)));
                    }
                });
        return words;
    }

    private static String words(Finding finding) {
        return switch (finding) {
            case Finding.Related related ->
                related.from().value() + " " + related.label() + " "
                        + related.to().value()
                        + related.seen().last().map(day -> ", last seen " + day).orElse("");
            case Finding.Stated stated -> stated.on().value() + ": " + stated.name() + " = " + stated.value();
        };
    }

    private static List<String> without(Set<String> all, Set<String> known) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(known);
        return rest;
    }
}
