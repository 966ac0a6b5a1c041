package tendril.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.Pivot;
import tendril.pivot.Question;

/**
 * What pivots of a case are worth before a slot is spent on them, as the case stands when this is made. Confined to the
 * case thread; make a new one after a change.
 *
 * <h2>How many results to expect</h2>
 *
 * The first of these that is known: what the same pivot brought in this case; what the list of noise says of pivots to
 * domains; the middle of what this pivot brought for other indicators of the type, from {@value #SAMPLES_MIN} answers
 * on.
 *
 * <h2>Which pivot next</h2>
 *
 * Of what has not been asked, what is rare and connects:
 *
 * <pre>score = identity(type) · rarity · log2(1 + ties) / log2(2 + expected / {@value #CANVAS_RESULTS})</pre>
 *
 * <ul>
 *   <li>identity: how far a value of the type points to one actor; an email address or a file more than an address.
 *   <li>rarity: the mean over its neighbours of 1 / log2(1 + n), n being how many entities of its type the neighbour is
 *       linked to: the only email address of a domain counts 1, one of a thousand domains on a server 0.1.
 *   <li>ties: how many entities of the case it is linked to.
 *   <li>expected: how many results to expect, 0 where nothing is known.
 * </ul>
 *
 * Known noise is never suggested.
 */
public final class Worth {
    /** How many answers of a pivot make a middle worth telling. */
    static final int SAMPLES_MIN = 3;

    /** How many results still fit on a canvas. */
    static final int CANVAS_RESULTS = 25;

    private final CaseGraph graph;
    private final Providers providers;
    private final Noise noise;
    private final Map<String, Request> answered = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, List<Integer>> counts = new HashMap<>();

    public Worth(CaseGraph graph, Providers providers, Noise noise) {
        this.graph = graph;
        this.providers = providers;
        this.noise = noise;
        for (Request request : graph.requests()) {
            if (request.state() != Request.State.CANCELLED) {
                asked.add(questionKey(request.provider(), request.key()));
            }
            if (hasCount(request)) {
                answered.put(pivotKey(request.provider(), request.pivot(), request.indicator()), request);
                counts.computeIfAbsent(
                                typeKey(
                                        request.provider(),
                                        request.pivot(),
                                        request.indicator().type()),
                                key -> new ArrayList<>())
                        .add(request.found());
            }
        }
        counts.values().forEach(found -> found.sort(Comparator.naturalOrder()));
    }

    private static boolean hasCount(Request request) {
        return switch (request.state()) {
            case FOUND, NOTHING_FOUND, TOO_MANY -> true;
            case QUEUED, STARTED, HELD, FAILED, CANCELLED -> false;
        };
    }

    /** What to expect of one pivot. The pivot must accept the indicator. */
    public Estimate of(Pivot pivot, Indicator on) {
        Optional<NoiseEntry> known = noise.about(on);
        Question question = providers.of(pivot).question(pivot, on);
        boolean recorded =
                !graph.evidenceFor(question.provider(), question.key()).isEmpty();
        Request before = answered.get(pivotKey(pivot.provider(), pivot.id(), on));
        if (before != null) {
            return new Estimate(
                    pivot, on, OptionalInt.of(before.found()), "as it brought before in this case", known, recorded);
        }
        if (known.isPresent()
                && known.get().about().isPresent()
                && pivot.outputs().contains(IndicatorType.DOMAIN)) {
            return new Estimate(pivot, on, known.get().about(), "by the list of known noise", known, recorded);
        }
        List<Integer> others = counts.getOrDefault(typeKey(pivot.provider(), pivot.id(), on.type()), List.of());
        if (others.size() >= SAMPLES_MIN) {
            return new Estimate(
                    pivot,
                    on,
                    OptionalInt.of(others.get(others.size() / 2)),
                    "the middle of " + others.size() + " answers to this pivot in this case",
                    known,
                    recorded);
        }
        return new Estimate(pivot, on, OptionalInt.empty(), "", known, recorded);
    }

    /**
     * The estimates to confirm before these are asked: at most one an indicator.
     *
     * @param anew whether they are asked whatever is recorded
     */
    public List<Estimate> toConfirm(List<Ask.About> abouts, boolean anew) {
        List<Estimate> doubtful = new ArrayList<>();
        Set<Indicator> seen = new HashSet<>();
        for (Ask.About about : abouts) {
            if (!seen.contains(about.indicator())) {
                Estimate estimate = of(about.pivot(), about.indicator());
                if (anew ? estimate.drowns() : estimate.asksFirst()) {
                    seen.add(about.indicator());
                    doubtful.add(estimate);
                }
            }
        }
        return doubtful;
    }

    /** The most promising pivots that were not asked yet, the best first. */
    public List<Suggestion> nextBest(int most) {
        Comparator<Suggestion> worstFirst = Comparator.comparingDouble(Suggestion::score)
                .thenComparing(Suggestion::indicator, Comparator.reverseOrder())
                .thenComparing(suggestion -> suggestion.pivot().id(), Comparator.reverseOrder());
        var best = new PriorityQueue<>(worstFirst);
        var neighbourhoods = new Neighbourhoods(graph);
        graph.entities().filter(Entity::isDrawn).map(Entity::indicator).forEach(indicator -> {
            suggestions(indicator, neighbourhoods).forEach(best::add);
            while (best.size() > most) {
                best.remove();
            }
        });
        return best.stream().sorted(worstFirst.reversed()).toList();
    }

    private List<Suggestion> suggestions(Indicator indicator, Neighbourhoods neighbourhoods) {
        if (noise.about(indicator).filter(entry -> entry.kind().isDrowning()).isPresent()) {
            return List.of();
        }
        List<Suggestion> found = new ArrayList<>();
        for (Pivot pivot : providers.expanding(indicator)) {
            Question question = providers.of(pivot).question(pivot, indicator);
            if (!asked.contains(questionKey(question.provider(), question.key()))) {
                found.add(suggestion(of(pivot, indicator), neighbourhoods.of(indicator)));
            }
        }
        return found;
    }

    private static Suggestion suggestion(Estimate estimate, Neighbourhoods.Standing standing) {
        int expected = estimate.expected().orElse(0);
        double score = identity(estimate.indicator().type())
                * standing.rarity()
                * log2(1 + standing.ties())
                / log2(2 + (double) expected / CANVAS_RESULTS);
        return new Suggestion(estimate.pivot(), estimate.indicator(), score, reason(estimate, standing));
    }

    private static String reason(Estimate estimate, Neighbourhoods.Standing standing) {
        String type = estimate.indicator().type().label();
        String noun = type.startsWith("IP") || type.startsWith("MD") || type.startsWith("SHA") || type.equals("URL")
                ? type
                : type.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + type.substring(1);
        StringBuilder words = new StringBuilder();
        if (standing.ties() == 0) {
            words.append("Nothing is linked to it yet");
        } else if (standing.ties() == 1) {
            words.append(
                    standing.rarest() == 1
                            ? "The only " + noun + " of " + standing.closest().value()
                            : "One of " + Estimate.number(standing.rarest()) + " like it at "
                                    + standing.closest().value());
        } else {
            words.append("Ties ").append(standing.ties()).append(" entities together");
            words.append(
                    standing.only() > 0 ? ", and is the only " + noun + " of " + standing.only() + " of them" : "");
        }
        if (!estimate.count().isEmpty()) {
            words.append("; expect ")
                    .append(estimate.count())
                    .append(" results, ")
                    .append(estimate.basis());
        }
        return words.append('.').toString();
    }

    private static double identity(IndicatorType type) {
        return switch (type) {
            case EMAIL -> 1.0;
            case MD5, SHA1, SHA256, SHA512 -> 0.9;
            case URL, CVE, MALWARE -> 0.6;
            case DOMAIN -> 0.7;
            case IPV4, IPV6 -> 0.6;
            case PHRASE -> 0.4;
            case CIDR, AS -> 0.3;
        };
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static String questionKey(String provider, String key) {
        return provider + ' ' + key;
    }

    private static String pivotKey(String provider, String pivot, Indicator on) {
        return provider + ' ' + pivot + ' ' + on;
    }

    private static String typeKey(String provider, String pivot, IndicatorType type) {
        return provider + ' ' + pivot + ' ' + type.id();
    }
}
