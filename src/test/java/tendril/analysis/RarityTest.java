package tendril.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.Entity;
import tendril.graph.Journal;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

class RarityTest {
    private static final Indicator SINKHOLE = Journal.ip("192.0.2.99");
    private static final Indicator BRIDGE = Journal.ip("198.51.100.7");
    private static final Indicator REGISTRANT = new Indicator(IndicatorType.EMAIL, "owner@example.org");

    @Test
    void thePlantedRareLinkIsAmongTheFirstThree() {
        Rarity rarity = rarityOfPlantedCase();
        List<Indicator> everybody =
                plantedCase().graph.entities().map(Entity::indicator).toList();

        List<RarityScore> best = rarity.best(everybody, 3);

        assertThat(best).extracting(RarityScore::indicator).contains(BRIDGE);
        assertThat(rarity.best(everybody, everybody.size()))
                .hasSize(everybody.size())
                .extracting(RarityScore::indicator)
                .endsWith(SINKHOLE);
    }

    @Test
    void theReasonSaysWhatTheScoreStandsOn() {
        Rarity rarity = rarityOfPlantedCase();

        assertThat(reason(rarity, BRIDGE)).isEqualTo("links 2 parts of the graph that nothing else joins");
        assertThat(reason(rarity, SINKHOLE))
                .isEqualTo("is a hub: 400 entities share it, so more of them would say little");
        assertThat(reason(rarity, REGISTRANT))
                .isEqualTo("is the only one of its type (Email address) at its neighbour");
        assertThat(reason(rarity, host(5))).isEqualTo("is one of 400 of its type (Domain) at its neighbour");
    }

    @Test
    void aLonerAndASharedEntityHaveTheirReasonsToo() {
        var rarity = new Rarity(Sketch.of(4, 0, 1, 1, 2, 2, 0).skeleton());

        assertThat(reason(rarity, Sketch.node(3))).isEqualTo("stands alone: nothing is linked to it yet");
        assertThat(reason(rarity, Sketch.node(0))).isEqualTo("is shared by only 2 entities");
    }

    @Test
    void moreJoinedPartsAreBetterAndMoreSharersAreWorse() {
        var two = new Rarity(Sketch.of(5, 0, 1, 1, 2, 0, 3, 3, 4).skeleton());
        var three = new Rarity(Sketch.of(7, 0, 1, 1, 2, 0, 3, 3, 4, 0, 5, 5, 6).skeleton());

        assertThat(score(three, Sketch.node(0))).isGreaterThan(score(two, Sketch.node(0)));
        assertThat(score(new Rarity(Sketch.star(3).skeleton()), Sketch.node(0)))
                .isGreaterThan(score(new Rarity(Sketch.star(300).skeleton()), Sketch.node(0)));
    }

    @Test
    void scoresStayBetweenZeroAndOneAndAnEmptyGraphHasNone() {
        assertThat(new Rarity(Sketch.of(0).skeleton()).best(List.of(BRIDGE), 5)).isEmpty();
        assertThat(new Rarity(Sketch.of(0).skeleton()).of(BRIDGE)).isEmpty();
        assertThat(new Rarity(Sketch.star(50_000).skeleton()).best(List.of(Sketch.node(0), Sketch.node(1)), 2))
                .allMatch(score -> score.score() > 0 && score.score() <= 1);
    }

    /** A chain of fifty thousand would overflow the stack of a walk that calls itself. */
    @Test
    void aLongChainIsWalked() {
        List<Sketch.Arrow> arrows = new ArrayList<>();
        for (int i = 1; i < 50_000; i++) {
            arrows.add(new Sketch.Arrow(i - 1, i, 0));
        }
        var rarity = new Rarity(new Sketch(50_000, arrows).skeleton());

        assertThat(reason(rarity, Sketch.node(25_000))).isEqualTo("links 2 parts of the graph that nothing else joins");
    }

    private static Rarity rarityOfPlantedCase() {
        return new Rarity(Skeleton.of(plantedCase().graph, Scope.EVERYTHING));
    }

    /** A sinkhole with 400 hosts, two clusters that hang on it and one address that only two hosts of them share. */
    private static Journal plantedCase() {
        List<CaseEvent> events = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            events.add(Journal.related(host(i), SINKHOLE, 1));
        }
        for (int cluster = 1; cluster <= 2; cluster++) {
            Indicator centre = Journal.domain("centre" + cluster + ".example");
            for (int i = 0; i < 30; i++) {
                Indicator hub = Journal.ip("203.0.113." + (cluster * 100 + i));
                events.add(Journal.related(centre, hub, 1));
                events.add(Journal.related(Journal.domain("c" + cluster + "-" + i % 7 + ".example"), hub, 1));
            }
            for (int i = 0; i < 7; i++) {
                Indicator registrant = new Indicator(IndicatorType.EMAIL, "owner" + i + "@c" + cluster + ".example");
                events.add(Journal.related(Journal.domain("c" + cluster + "-" + i + ".example"), registrant, 1));
            }
            events.add(Journal.related(centre, BRIDGE, 1));
        }
        events.add(Journal.related(host(1), REGISTRANT, 1));
        var journal = new Journal();
        journal.act(ActionKind.IMPORT, "Planted", events.toArray(CaseEvent[]::new));
        return journal;
    }

    private static Indicator host(int number) {
        return Journal.domain("host" + number + ".example");
    }

    private static String reason(Rarity rarity, Indicator indicator) {
        return rarity.of(indicator).orElseThrow().reason();
    }

    private static double score(Rarity rarity, Indicator indicator) {
        return rarity.of(indicator).orElseThrow().score();
    }
}
