package tendril.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.Citation;
import tendril.graph.CollectionPlace;
import tendril.graph.Evidence;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.graph.LinkKey;
import tendril.graph.Narrowing;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.graph.Settlement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;

/** Generated events of every kind, with texts nobody would write by hand. */
public final class Events {
    private Events() {}

    public static Arbitrary<CaseEvent> any() {
        return Arbitraries.oneOf(List.of(history(), statements(), marks(), collections(), queue(), settlements()));
    }

    /** Every char there is, lone surrogates and NUL among them. */
    private static Arbitrary<String> text() {
        return Arbitraries.strings().all().ofMaxLength(8);
    }

    private static Arbitrary<Long> number() {
        return Arbitraries.longs();
    }

    private static Arbitrary<Indicator> indicator() {
        return Combinators.combine(Arbitraries.of(IndicatorType.values()), text())
                .as(Indicator::new);
    }

    private static Arbitrary<List<Indicator>> indicators() {
        return indicator().list().ofMaxSize(4);
    }

    private static Arbitrary<LinkKey> link() {
        return Combinators.combine(indicator(), indicator(), text()).as(LinkKey::new);
    }

    private static Arbitrary<Citation> citation() {
        return Combinators.combine(number(), text()).as(Citation::new).injectDuplicates(0.1);
    }

    private static Arbitrary<Instant> instant() {
        return Combinators.combine(
                        Arbitraries.longs().between(-9_000_000_000L, 9_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Seen> seen() {
        Arbitrary<LocalDate> day =
                Arbitraries.integers().between(-40_000, 40_000).map(LocalDate::ofEpochDay);
        return Combinators.combine(day.optional(), day.optional()).as(Seen::new);
    }

    private static Arbitrary<CaseEvent> history() {
        return Arbitraries.oneOf(List.of(
                text().map(CaseEvent.CaseNamed::new),
                Combinators.combine(Arbitraries.of(ActionKind.values()), text(), text())
                        .as(CaseEvent.ActionBegan::new),
                number().map(CaseEvent.ActionUndone::new),
                number().map(CaseEvent.ActionRedone::new),
                Combinators.combine(
                                Combinators.combine(number(), text(), text(), text(), instant())
                                        .as(Head::new),
                                Arbitraries.integers(),
                                text(),
                                number(),
                                text())
                        .as((head, status, media, size, sha) -> new CaseEvent.EvidenceKept(new Evidence(
                                head.id, head.provider, head.key, head.request, head.at, status, media, size, sha)))));
    }

    private record Head(long id, String provider, String key, String request, Instant at) {}

    private static Arbitrary<CaseEvent> statements() {
        return Arbitraries.oneOf(List.of(
                Combinators.combine(indicator(), citation()).as(CaseEvent.EntityAdded::new),
                Combinators.combine(
                                link(), seen(), Arbitraries.maps(text(), text()).ofMaxSize(3), citation())
                        .as((key, seen, properties, citation) ->
                                new CaseEvent.LinkAdded(key, seen, new TreeMap<>(properties), citation)),
                Combinators.combine(indicator(), text(), text(), citation()).as(CaseEvent.PropertyStated::new),
                indicators().map(CaseEvent.EntitiesRemoved::new),
                link().list().ofMaxSize(3).map(CaseEvent.LinksRemoved::new)));
    }

    private static Arbitrary<Double> coordinate() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.of(-0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE));
    }

    private static Arbitrary<CaseEvent> marks() {
        Arbitrary<Double> coordinate = coordinate();
        Arbitrary<Placement> placement =
                Combinators.combine(indicator(), coordinate, coordinate).as(Placement::new);
        return Arbitraries.oneOf(List.of(
                Combinators.combine(placement.list().ofMaxSize(4), Arbitraries.of(PlacedBy.values()))
                        .as(CaseEvent.EntitiesPlaced::new),
                Combinators.combine(indicators(), Arbitraries.of(true, false)).as(CaseEvent.EntitiesPinned::new),
                Combinators.combine(indicators(), Arbitraries.of(true, false)).as(CaseEvent.EntitiesHidden::new),
                Combinators.combine(indicators(), Arbitraries.of(Flag.values())).as(CaseEvent.EntitiesFlagged::new),
                Combinators.combine(indicator(), text()).as(CaseEvent.NoteWritten::new),
                Combinators.combine(indicator(), text().set().ofMaxSize(3))
                        .as((on, tags) -> new CaseEvent.EntityTagged(on, new TreeSet<>(tags)))));
    }

    private static Arbitrary<CaseEvent> collections() {
        Arbitrary<Handling> handling = Combinators.combine(
                        Arbitraries.of(Handling.Tlp.values()), Arbitraries.of(Handling.Pap.values()))
                .as(Handling::new);
        return Arbitraries.oneOf(List.of(
                Combinators.combine(indicator().optional(), handling).as(CaseEvent.HandlingSet::new),
                Combinators.combine(indicator(), text(), indicators()).as(CaseEvent.EntitiesCollected::new),
                Combinators.combine(number(), indicators()).as(CaseEvent.CollectionOpened::new),
                Combinators.combine(text(), indicators()).as(CaseEvent.SelectionNamed::new),
                Combinators.combine(number(), coordinate(), coordinate())
                        .as(CollectionPlace::new)
                        .list()
                        .ofMaxSize(3)
                        .map(CaseEvent.CollectionsPlaced::new)));
    }

    private static Arbitrary<CaseEvent> queue() {
        return Arbitraries.oneOf(List.of(
                Combinators.combine(
                                number(),
                                text(),
                                text(),
                                indicator(),
                                text(),
                                Arbitraries.of(true, false),
                                Arbitraries.integers(),
                                number())
                        .as(CaseEvent.PivotAsked::new),
                number().map(CaseEvent.PivotStarted::new),
                Combinators.combine(number(), text(), instant(), Arbitraries.integers())
                        .as(CaseEvent.PivotPutBack::new),
                Combinators.combine(number(), number()).as(CaseEvent.PivotRetried::new),
                Combinators.combine(number(), number())
                        .as(CaseEvent.Rank::new)
                        .list()
                        .ofMaxSize(3)
                        .map(CaseEvent.PivotsMoved::new),
                number().list().ofMaxSize(3).map(CaseEvent.PivotsCleared::new),
                Combinators.combine(text().optional(), Arbitraries.of(true, false), text())
                        .as(CaseEvent.LanePaused::new),
                Arbitraries.of(true, false).map(CaseEvent.WentOffline::new),
                Combinators.combine(number(), text()).as(CaseEvent.PivotHeld::new),
                Combinators.combine(number(), text(), text()).as(CaseEvent.HoldOverridden::new),
                Combinators.combine(number(), indicators()).as(CaseEvent.CandidatesDropped::new),
                Combinators.combine(number(), narrowings()).as(CaseEvent.AnswerNarrowed::new)));
    }

    private static Arbitrary<Narrowing> narrowings() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(0, 20_000)
                                .map(days -> LocalDate.ofEpochDay(days))
                                .optional(),
                        Arbitraries.of(IndicatorType.values()).set().ofMaxSize(3),
                        Arbitraries.integers().between(1, 90_000).optional())
                .as((since, types, newest) ->
                        new Narrowing(since, types, newest.map(OptionalInt::of).orElse(OptionalInt.empty())));
    }

    private static Arbitrary<CaseEvent> settlements() {
        return Combinators.combine(
                        number(),
                        Arbitraries.of(Settlement.values()),
                        number(),
                        Arbitraries.integers(),
                        Arbitraries.integers(),
                        text())
                .as(CaseEvent.PivotSettled::new);
    }
}
