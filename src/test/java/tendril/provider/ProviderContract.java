package tendril.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tendril.indicator.Canonical;
import tendril.indicator.Indicator;
import tendril.pivot.Answer;
import tendril.pivot.Finding;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.Provider;
import tendril.pivot.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every provider keeps to, whatever it asks and whatever it is answered. Its own test adds recorded answers. */
public abstract class ProviderContract {
    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * An answer as a source really gives it.
     *
     * @param about what was asked
     * @param body  the answer's bytes
     */
    public record Recorded(Indicator about, byte[] body) {}

    /** The provider with secrets set, where it has any. */
    protected abstract Provider provider();

    /** At least one found answer for each kind of report. */
    protected abstract List<Recorded> recorded();

    /** What must never be seen in a question. */
    protected List<String> secrets() {
        return List.of();
    }

    @Test
    void pivotsAreNamedAndTellableApart() {
        List<Pivot> pivots = provider().pivots();
        assertThat(pivots).extracting(Pivot::id).doesNotHaveDuplicates();
        assertThat(pivots).allSatisfy(pivot -> {
            assertThat(pivot.provider()).isEqualTo(provider().id());
            assertThat(pivot.name()).endsWith(" [" + provider().name() + "]");
            assertThat(pivot.description()).endsWith(".").hasSizeBetween(20, 200);
            assertThat(pivot.inputs()).isNotEmpty();
        });
    }

    @Test
    void everyRecordedKindHasOnePivotForEverything() {
        for (Recorded recorded : recorded()) {
            assertThat(provider().pivots())
                    .filteredOn(pivot -> pivot.everything() && pivot.accepts(recorded.about()))
                    .hasSize(1);
        }
    }

    @Test
    void aQuestionIsPureAndFreeOfSecrets() {
        eachPivot((pivot, recorded) -> {
            Question question = provider().question(pivot, recorded.about());
            assertThat(question).isEqualTo(provider().question(pivot, recorded.about()));
            assertThat(question.provider()).isEqualTo(provider().id());
            assertThat(secrets()).noneMatch(question.toString()::contains);
        });
    }

    @Test
    void aRecordedAnswerReadsTheSameEveryTime() {
        eachPivot((pivot, recorded) -> assertThat(findings(pivot, recorded)).isEqualTo(findings(pivot, recorded)));
    }

    @Test
    void everythingFindsSomethingInEveryRecordedAnswer() {
        eachPivot((pivot, recorded) -> {
            if (pivot.everything()) {
                assertThat(findings(pivot, recorded)).isNotEmpty();
            }
        });
    }

    @Test
    void onlyDeclaredTypesComeBack() {
        eachPivot((pivot, recorded) -> assertThat(mentioned(findings(pivot, recorded)))
                .filteredOn(indicator -> !indicator.equals(recorded.about()))
                .allMatch(indicator -> pivot.outputs().contains(indicator.type())));
    }

    @Test
    void everythingFoundHangsTogetherWithWhatWasAsked() {
        eachPivot((pivot, recorded) -> {
            List<Finding> findings = findings(pivot, recorded);
            assertThat(reached(recorded.about(), findings)).containsAll(mentioned(findings));
        });
    }

    @Test
    void noRelationIsStatedTwiceAndNoneLeadsToItself() {
        eachPivot((pivot, recorded) -> {
            List<Finding.Related> links = findings(pivot, recorded).stream()
                    .filter(Finding.Related.class::isInstance)
                    .map(Finding.Related.class::cast)
                    .toList();
            assertThat(links).allMatch(link -> !link.from().equals(link.to()));
            assertThat(links)
                    .extracting(link -> List.of(link.from(), link.to(), link.label()))
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void everyPointerLeadsToTheVeryValue() {
        eachPivot((pivot, recorded) -> {
            JsonNode root = JSON.readTree(recorded.body());
            for (Finding finding : findings(pivot, recorded)) {
                JsonNode node = root.at(finding.pointer());
                String text = node.asString().strip();
                switch (finding) {
                    case Finding.Related link ->
                        assertThat(isOneOf(text, link.from(), link.to()))
                                .as(link.toString())
                                .isTrue();
                    case Finding.Stated stated -> assertThat(stated.value()).contains(text);
                }
            }
        });
    }

    @Property(tries = 150)
    void noBytesAreTooOdd(@ForAll @Size(max = 400) byte[] bytes) {
        eachReport((pivot, recorded) -> assertSensible(read(pivot, recorded.about(), bytes)));
    }

    @Property(tries = 150)
    void aTruncatedAnswerIsNeverTakenForAWholeOne(@ForAll @IntRange(max = 100_000) int cut) {
        eachReport((pivot, recorded) -> {
            byte[] body =
                    new String(recorded.body(), StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
            PivotOutcome outcome = read(pivot, recorded.about(), Arrays.copyOf(body, cut % body.length));
            assertSensible(outcome);
            assertThat(outcome)
                    .isNotInstanceOf(PivotOutcome.Found.class)
                    .isNotInstanceOf(PivotOutcome.NothingFound.class);
        });
    }

    @Property(tries = 300)
    void noFlippedByteDoesHarm(@ForAll @IntRange(max = 100_000) int place, @ForAll byte mask) {
        eachReport((pivot, recorded) -> {
            byte[] body = recorded.body().clone();
            body[place % body.length] ^= mask;
            assertSensible(read(pivot, recorded.about(), body));
        });
    }

    /** All that the pivot states of the recorded answer; nothing where it found nothing. */
    protected List<Finding> findings(Pivot pivot, Recorded recorded) {
        PivotOutcome outcome = read(pivot, recorded.about(), recorded.body());
        assertThat(outcome).isInstanceOfAny(PivotOutcome.Found.class, PivotOutcome.NothingFound.class);
        return outcome instanceof PivotOutcome.Found found ? found.findings() : List.of();
    }

    protected PivotOutcome read(Pivot pivot, Indicator about, byte[] body) {
        Question question = provider().question(pivot, about);
        return provider().read(pivot, about, new Answer(question, AT, 200, "application/json", body));
    }

    private void eachPivot(BiConsumer<Pivot, Recorded> check) {
        for (Recorded recorded : recorded()) {
            provider().pivots().stream()
                    .filter(pivot -> pivot.accepts(recorded.about()))
                    .forEach(pivot -> check.accept(pivot, recorded));
        }
    }

    /** The pivots that take all of a report, which reads every part of it. */
    private void eachReport(BiConsumer<Pivot, Recorded> check) {
        eachPivot((pivot, recorded) -> {
            if (pivot.everything()) {
                check.accept(pivot, recorded);
            }
        });
    }

    private static void assertSensible(PivotOutcome outcome) {
        switch (outcome) {
            case PivotOutcome.Found found -> assertThat(found.findings()).isNotEmpty();
            case PivotOutcome.NothingFound nothing ->
                assertThat(nothing.answer()).isNotNull();
            case PivotOutcome.TooMany tooMany -> assertThat(tooMany.count()).isPositive();
            case PivotOutcome.Throttled throttled ->
                assertThat(throttled.reason()).endsWith(".");
            case PivotOutcome.Unreachable unreachable ->
                assertThat(unreachable.reason()).endsWith(".");
            case PivotOutcome.Refused refused -> assertThat(refused.reason()).endsWith(".");
            case PivotOutcome.Malformed malformed ->
                assertThat(malformed.reason()).endsWith(".");
            case PivotOutcome.Cancelled cancelled -> throw new AssertionError("nobody called it off: " + cancelled);
        }
    }

    private static Set<Indicator> mentioned(List<Finding> findings) {
        Set<Indicator> mentioned = new HashSet<>();
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Related link -> mentioned.addAll(List.of(link.from(), link.to()));
                case Finding.Stated stated -> mentioned.add(stated.on());
            }
        }
        return mentioned;
    }

    private static Set<Indicator> reached(Indicator start, List<Finding> findings) {
        Set<Indicator> reached = new HashSet<>(Set.of(start));
        for (boolean grew = true; grew; ) {
            grew = false;
            for (Finding finding : findings) {
                if (finding instanceof Finding.Related link
                        && (reached.contains(link.from()) || reached.contains(link.to()))) {
                    grew |= reached.addAll(List.of(link.from(), link.to()));
                }
            }
        }
        return reached;
    }

    private static boolean isOneOf(String text, Indicator... ends) {
        return Arrays.stream(ends)
                .anyMatch(end -> Canonical.parse(end.type(), text)
                        .indicator()
                        .filter(end::equals)
                        .isPresent());
    }
}
