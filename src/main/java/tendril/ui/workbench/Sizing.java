package tendril.ui.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import tendril.analysis.Measures;
import tendril.analysis.Ranking;
import tendril.analysis.Scope;
import tendril.analysis.Skeleton;
import tendril.graph.CaseGraph;
import tendril.indicator.Indicator;
import tendril.session.CaseSession;
import tendril.settings.SizeBy;

/**
 * Gives the nodes the sizes that the person wants them to tell something by. Measures that take long are taken in the
 * background, a little after the case has changed. Confined to the FX thread, but for the measuring.
 */
public final class Sizing {
    /** From so many paths' beginnings betweenness is estimated in a large case; in a smaller one it is exact. */
    private static final int SOURCES_MAX = 400;

    private static final double FACTOR_MIN = 0.75;
    private static final double FACTOR_MAX = 2.6;
    private static final double MALICIOUS = 1.9;
    private static final double TIE = 1.4;
    private static final double NOT_VOTED = 0.8;
    private static final Duration DELAY = Duration.millis(400);

    private final WorkbenchViewModel model;
    private final Executor background;
    private final Executor fx;
    private final PauseTransition delay = new PauseTransition(DELAY);
    private final AtomicLong wanted = new AtomicLong();

    /**
     * Sizes of one window.
     *
     * @param background where measures are taken
     * @param fx         the way back
     */
    public Sizing(WorkbenchViewModel model, Executor background, Executor fx) {
        this.model = model;
        this.background = background;
        this.fx = fx;
        delay.setOnFinished(event -> apply());
        model.settings().addListener((property, before, now) -> {
            if (before.canvas().sizeBy() != now.canvas().sizeBy()) {
                apply();
            }
        });
        model.changes().addListener((property, before, now) -> {
            if (choice() != SizeBy.LINKS) {
                delay.playFromStart();
            }
        });
    }

    private SizeBy choice() {
        return model.settings().get().canvas().sizeBy();
    }

    /** Sizes the nodes of the case as it stands. */
    public void apply() {
        long turn = wanted.incrementAndGet();
        CaseGraph graph = model.session().graph();
        switch (choice()) {
            case LINKS -> model.canvas().sizeBy(Optional.empty());
            case NOTHING -> model.canvas().sizeBy(Optional.of(Map.of()));
            case VOTES -> model.canvas().sizeBy(Optional.of(byVotes(graph)));
            case BRIDGES -> measure(Skeleton.of(graph, Scope.EVERYTHING), turn, SizeBy.BRIDGES);
            case RANK -> measure(Skeleton.of(graph, Scope.EVERYTHING), turn, SizeBy.RANK);
        }
    }

    private void measure(Skeleton skeleton, long turn, SizeBy by) {
        CaseSession session = model.session();
        background.execute(() -> {
            var measures = new Measures(skeleton);
            Optional<Ranking> ranking = by == SizeBy.RANK
                    ? Optional.of(measures.pageRank())
                    : measures.betweenness(SOURCES_MAX, (done, total) -> wanted.get() == turn);
            ranking.map(Sizing::factors)
                    .ifPresent(factors -> fx.execute(() -> {
                        if (wanted.get() == turn && model.session() == session) {
                            model.canvas().sizeBy(Optional.of(factors));
                        }
                    }));
        });
    }

    /** The area of a node grows with its value, up to the highest. */
    private static Map<Indicator, Double> factors(Ranking ranking) {
        double highest =
                ranking.top(1).stream().mapToDouble(Ranking.Line::value).max().orElse(0);
        Map<Indicator, Double> factors = HashMap.newHashMap(ranking.values().size());
        ranking.values().forEach((indicator, value) -> {
            double part = highest > 0 ? Math.sqrt(Math.max(0, value) / highest) : 0;
            factors.put(indicator, FACTOR_MIN + (FACTOR_MAX - FACTOR_MIN) * part);
        });
        return factors;
    }

    private static Map<Indicator, Double> byVotes(CaseGraph graph) {
        Map<Indicator, Double> factors = new HashMap<>();
        graph.entities().forEach(entity -> factors.put(entity.indicator(), factor(entity.values("votes"))));
        return factors;
    }

    /** As with the badge: sources that contradict each other make a tie. */
    private static double factor(List<String> stated) {
        if (stated.isEmpty()) {
            return NOT_VOTED;
        }
        boolean malicious = stated.stream().anyMatch(value -> value.startsWith("-1"));
        boolean harmless = stated.stream().anyMatch(value -> value.startsWith("1"));
        return malicious == harmless ? TIE : malicious ? MALICIOUS : 1;
    }
}
