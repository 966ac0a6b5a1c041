package tendril;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.casefile.CaseFile;
import tendril.casefile.Opening;
import tendril.casefile.disk.CaseFileException;
import tendril.graph.Fact;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.pace.MemoryPaceLedger;
import tendril.session.CaseIndex;
import tendril.session.Limits;
import tendril.session.OpenCase;
import tendril.session.Providers;
import tendril.settings.CaseViews;
import tendril.ui.CaseDesk;

class DeskTest {
    private static final Indicator ANA = new Indicator(IndicatorType.EMAIL, "ana@mail.example");
    private static final Indicator BEA = new Indicator(IndicatorType.EMAIL, "bea@mail.example");

    private final ExecutorService background = Executors.newSingleThreadExecutor();

    @TempDir
    private Path folder;

    @Test
    void aCaseThatWasNeverNamedIsOfferedAgainAndAnEmptyOneIsForgotten() throws Exception {
        Desk first = desk();
        first.first(Optional.empty());
        first.session().orElseThrow().edits().add(List.of(ANA), List.of());
        first.close();
        Desk second = desk();
        second.first(Optional.empty());
        second.close();

        List<CaseDesk.Unnamed> unnamed = drafts().unnamed(Optional.empty());

        assertThat(unnamed).extracting(CaseDesk.Unnamed::begins).containsExactly(ANA.value());
        assertThat(files(folder.resolve("drafts")))
                .extracting(Path::getFileName)
                .containsExactly(unnamed.getFirst().file().getFileName());
    }

    @Test
    void theDraftThatIsOpenIsNotOffered() {
        Desk desk = desk();
        desk.first(Optional.empty());
        desk.session().orElseThrow().edits().add(List.of(ANA), List.of());
        try {
            assertThat(drafts().unnamed(Optional.empty())).isEmpty();
        } finally {
            desk.close();
        }
    }

    @Test
    void aCaseThatIsOpenElsewhereIsOpenedAsACopy() throws Exception {
        Path shared = folder.resolve("shared.tendril");
        Desk owner = desk();
        owner.first(Optional.of(shared));
        owner.session().orElseThrow().edits().add(List.of(ANA), List.of());
        awaitSaved(owner);
        Desk guest = desk();
        try {
            Opener.Attempt attempt = guest.first(Optional.of(shared));

            assertThat(attempt.result()).isInstanceOf(OpenCase.Result.Open.class);
            assertThat(attempt.copied())
                    .hasValueSatisfying(sentence -> assertThat(sentence)
                            .contains("shared.tendril")
                            .contains("open elsewhere")
                            .contains("copy"));
            assertThat(attempt.file(Optional.of(shared))).isEmpty();
            assertThat(guest.session().orElseThrow().graph().contains(ANA)).isTrue();
            guest.session().orElseThrow().edits().add(List.of(BEA), List.of());
            awaitSaved(guest);
        } finally {
            guest.close();
            owner.close();
        }
        assertThat(values(shared)).isEqualTo(1);
    }

    @Test
    void openingTellsHowFarItIsAndTheCaseIsShownWhereItWasLeftWithoutAFactMore() throws Exception {
        Path large = large();
        List<Fact> before = facts(large);
        var window = new FakeWindow();
        Desk desk = desk();
        desk.first(Optional.empty());
        desk.attach(window);

        desk.open(large);
        awaitShown(window, large);
        desk.newCase();
        awaitShown(window, FakeWindow.UNNAMED);
        desk.open(large);
        awaitShown(window, large);
        desk.close();

        assertThat(window.told).first().asString().startsWith("begin Opening large.tendril");
        assertThat(window.told)
                .anyMatch(words -> words.matches("[\\d,]+ of 5,002 facts"))
                .contains("Drawing 5,000 entities and 0 links", "end");
        assertThat(window.views).containsExactly(Optional.empty(), Optional.empty(), Optional.of(FakeWindow.LOOKED_AT));
        assertThat(facts(large)).isEqualTo(before);
    }

    @Test
    void anOpeningThatIsCalledOffLeavesTheCaseThatIsOpenAndTheFileAlone() throws Exception {
        Path large = large();
        List<Fact> before = facts(large);
        var window = new FakeWindow();
        window.callsOff = true;
        Desk desk = desk();
        desk.first(Optional.empty());
        desk.session().orElseThrow().edits().add(List.of(ANA), List.of());
        desk.attach(window);

        desk.open(large);
        org.testfx.util.WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> window.told.contains("end"));
        org.testfx.util.WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> !window.told.getLast().equals("end"));

        assertThat(window.told.getLast()).isEqualTo("Opening was called off.");
        assertThat(desk.session().orElseThrow().graph().contains(ANA)).isTrue();
        desk.close();
        assertThat(facts(large)).isEqualTo(before);
        Desk next = desk();
        assertThat(next.first(Optional.of(large)).copied()).isEmpty();
        next.close();
    }

    @Test
    void whatCouldBeSavedOfADamagedCaseIsOneClickAway() throws Exception {
        Path large = large();
        byte[] whole = Files.readAllBytes(large);
        Files.write(large, java.util.Arrays.copyOf(whole, whole.length * 2 / 3));
        var window = new FakeWindow();
        Desk desk = desk();
        desk.first(Optional.empty());
        desk.attach(window);

        desk.open(large);
        org.testfx.util.WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> window.offered.isPresent());
        assertThat(window.told.getLast()).contains("large.tendril", "damaged");
        window.offered.orElseThrow().run();

        awaitShown(window, folder.resolve("large.salvaged.tendril"));
        assertThat(desk.session().orElseThrow().graph().entityCount()).isGreaterThan(1_000);
        desk.close();
    }

    private Path large() throws Exception {
        Path large = folder.resolve("large.tendril");
        Desk desk = desk();
        desk.first(Optional.of(large));
        desk.session()
                .orElseThrow()
                .edits()
                .add(
                        java.util.stream.IntStream.range(0, 5_000)
                                .mapToObj(i -> new Indicator(IndicatorType.DOMAIN, "n" + i + ".example"))
                                .toList(),
                        List.of());
        awaitSaved(desk);
        desk.close();
        return large;
    }

    /** The window shows this file, and the desk has done what belongs to it. */
    private void awaitShown(FakeWindow window, Path file) throws Exception {
        org.testfx.util.WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> window.shown.filter(file::equals).isPresent());
        background.submit(() -> {}).get(20, TimeUnit.SECONDS);
    }

    private static long values(Path file) throws CaseFileException {
        return facts(file).stream()
                .filter(fact -> fact.event() instanceof tendril.graph.CaseEvent.EntityAdded)
                .count();
    }

    private static List<Fact> facts(Path file) throws CaseFileException {
        Opening opening = CaseFile.openReadOnly(file);
        assertThat(opening).isInstanceOf(Opening.OpenedReadOnly.class);
        try (CaseFile read = ((Opening.OpenedReadOnly) opening).file()) {
            return read.facts();
        }
    }

    private static void awaitSaved(Desk desk) throws Exception {
        org.testfx.util.WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> desk.session().orElseThrow().isSaved());
    }

    private static List<Path> files(Path in) throws IOException {
        try (var files = Files.list(in)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tendril"))
                    .toList();
        }
    }

    private Drafts drafts() {
        return new Drafts(folder.resolve("drafts"));
    }

    private Desk desk() {
        var setting = new OpenCase.Setting(
                new Providers(List.of()),
                graph -> added ->
                        added.stream().map(each -> new Placement(each, 0, 0)).toList(),
                Runnable::run,
                MemoryPaceLedger::new,
                "ana",
                Limits.USUAL);
        return new Desk(
                setting,
                drafts(),
                new CaseViews(folder),
                new Remembering(new CaseIndex(folder.resolve("cases")), Runnable::run, () -> false),
                background,
                file -> {},
                () -> {});
    }
}
