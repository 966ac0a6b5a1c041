package tendril.session;

import static org.assertj.core.api.Assertions.assertThat;
import static tendril.graph.Journal.domain;
import static tendril.graph.Journal.ip;
import static tendril.session.ScriptedProvider.ADDRESSES;
import static tendril.session.ScriptedProvider.EVERYTHING;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tendril.graph.Handling;
import tendril.indicator.Indicator;
import tendril.pivot.Audience;
import tendril.pivot.Pace;

class DryRunTest {
    private final Bench bench = new Bench();
    private final Indicator a = domain("a.example");
    private final Indicator b = domain("b.example");

    private DryRun dryRun(Ask.About... abouts) {
        return bench.session().dryRun(new Ask(List.of(abouts), "Dry", true, 0, false));
    }

    @Test
    void listsExactlyWhatWouldLeaveAndWhoWouldSeeIt() {
        DryRun run = dryRun(new Ask.About(EVERYTHING, a), new Ask.About(EVERYTHING, b));

        assertThat(run.lines())
                .first()
                .isEqualTo(new DryRun.Line(
                        EVERYTHING,
                        a,
                        "GET https://scripted.test/a.example",
                        "Scripted",
                        Audience.THIRD_PARTY.words(),
                        new DryRun.Fate.Leaves()));
        assertThat(run.leaving()).isEqualTo(2);
        assertThat(run.summary()).isEqualTo("2 requests would leave this machine.");
        assertThat(bench.sent).isEmpty();
        assertThat(bench.graph().requests()).isEmpty();
        assertThat(bench.journal.facts).isEmpty();
    }

    @Test
    void equalQuestionsLeaveOnce() {
        DryRun run = dryRun(new Ask.About(ADDRESSES, a), new Ask.About(EVERYTHING, a));

        assertThat(run.leaving()).isEqualTo(1);
        assertThat(run.lines().get(1).fate().words()).isEqualTo("joins “To IP addresses [Scripted]”");
    }

    @Test
    void whatIsInTheQueueIsJoined() {
        bench.provider.paced(Pace.every(Duration.ofSeconds(10), 1));
        bench.reopened();
        bench.session().expand(List.of(b));
        bench.session().expand(List.of(a));

        assertThat(dryRun(new Ask.About(ADDRESSES, a)).summary()).isEqualTo("Nothing would leave this machine.");
    }

    @Test
    void whatTheCaseKnowsIsMarkedWithItsDate() {
        bench.provider.says(a, ip("198.51.100.1"));
        bench.session().expand(List.of(a));
        bench.answerAll();

        DryRun run = dryRun(new Ask.About(EVERYTHING, a));

        assertThat(run.leaving()).isZero();
        assertThat(run.lines().getFirst().fate().words())
                .isEqualTo("answered from evidence of 2026-03-02; nothing leaves");
        assertThat(bench.session()
                        .dryRun(new Ask(List.of(new Ask.About(EVERYTHING, a)), "Again", true, 0, true))
                        .leaving())
                .isEqualTo(1);
    }

    @Test
    void aRedEntityIsHeldWithTheReason() {
        bench.session().edits().add(List.of(a), List.of());
        bench.session().edits().handle(Optional.of(a), new Handling(Handling.Tlp.RED, Handling.Pap.UNSET));

        DryRun run = dryRun(new Ask.About(EVERYTHING, a), new Ask.About(EVERYTHING, b));

        assertThat(run.held()).isEqualTo(1);
        assertThat(run.leaving()).isEqualTo(1);
        assertThat(run.lines().getFirst().fate().words()).startsWith("Held: it is TLP:RED");
    }

    @Test
    void aServerOnThisMachineIsAskedWithoutAnythingLeaving() {
        bench.provider.seenBy(Audience.THIS_MACHINE);

        DryRun run = dryRun(new Ask.About(EVERYTHING, a));

        assertThat(run.summary()).isEqualTo("Nothing would leave this machine.");
        assertThat(run.lines().getFirst().fate().words()).isEqualTo("asked on this machine; nothing leaves it");
    }

    @Test
    void offlineItSaysThatNothingLeavesYet() {
        bench.session().offline(true);

        assertThat(dryRun(new Ask.About(EVERYTHING, a)).summary())
                .isEqualTo("One request would leave this machine. The case is offline, so they wait until it is online"
                        + " again.");
    }
}
