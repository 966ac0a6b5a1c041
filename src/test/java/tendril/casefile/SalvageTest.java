package tendril.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.casefile.record.EvidenceBody;
import tendril.casefile.record.FactRow;
import tendril.casefile.record.KeptBody;
import tendril.graph.CaseEvent;
import tendril.graph.Fact;

/** A damaged file is never written to, and nothing comes out of it that was not put in. */
class SalvageTest {
    private static final int FACTS = 400;
    private static final int CUTS = 16;
    private static final int FLIPS = 30;

    @TempDir
    Path folder;

    @Test
    void aFileCutAnywhereOpensToFactsThatWereWrittenOrIsRefused() throws Exception {
        Path path = folder.resolve("a.tendril");
        List<Fact> facts = Cases.write(path, FACTS);
        byte[] whole = Files.readAllBytes(path);
        Random random = new Random(11);
        for (int i = 0; i < CUTS; i++) {
            int length = i % 2 == 0 ? random.nextInt(whole.length) : random.nextInt(whole.length / 4096) * 4096;
            assertNothingInvented(Arrays.copyOf(whole, length), facts);
        }
    }

    @Test
    void aFlippedBitIsNoticedOrHarmless() throws Exception {
        Path path = folder.resolve("a.tendril");
        List<Fact> facts = Cases.write(path, FACTS);
        byte[] whole = Files.readAllBytes(path);
        Random random = new Random(12);
        for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = whole.clone();
            int at = i < FLIPS / 3 ? random.nextInt(4096) : random.nextInt(whole.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            assertNothingInvented(damaged, facts);
        }
    }

    @Test
    void oneBrokenPageCostsOnlyTheFactsOnIt() throws Exception {
        Path path = folder.resolve("a.tendril");
        List<Fact> facts = Cases.write(path, FACTS);
        byte[] damaged = Files.readAllBytes(path);
        int page = pageWith(damaged, "host-150.example");
        Arrays.fill(damaged, page * 4096, (page + 1) * 4096, (byte) 0x5a);
        Files.write(path, damaged);

        Opening.Damaged opening = Cases.damaged(CaseFile.open(path));

        assertThat(Files.readAllBytes(path)).isEqualTo(damaged);
        SalvageReport report = opening.report();
        assertThat(report.factsLost()).isBetween(1L, 60L);
        assertThat(report.factsSaved() + report.factsLost()).isEqualTo(FACTS);
        assertThat(report.evidenceSaved()).isEqualTo(4);
        assertThat(opening.sentence()).contains(report.factsLost() + " facts and no answer are known to be lost");
        try (CaseFile saved = Cases.opened(CaseFile.open(report.salvaged()))) {
            assertThat(saved.verify().isSound()).isTrue();
            assertThat(saved.facts().get(149).event()).isEqualTo(new CaseEvent.NotUnderstood(FactRow.LOST, "{}"));
            assertThat(saved.facts().getLast()).isEqualTo(facts.getLast());
            saved.append(List.of(Cases.entity(FACTS + 1)), List.of());
        }
    }

    @Test
    void aLostFirstPageCostsNoFact() throws Exception {
        Path path = folder.resolve("a.tendril");
        List<Fact> facts = Cases.write(path, FACTS);
        byte[] damaged = Files.readAllBytes(path);
        Arrays.fill(damaged, 0, 4096, (byte) 0);
        Files.write(path, damaged);
        Opening.Damaged opening = Cases.damaged(CaseFile.open(path));
        try (CaseFile saved = Cases.opened(CaseFile.open(opening.report().salvaged()))) {
            assertThat(saved.facts()).isEqualTo(facts);
        }
    }

    @Test
    void lostEvidenceIsCounted() throws Exception {
        Path path = folder.resolve("a.tendril");
        Cases.write(path, FACTS);
        CaseFileTest.tamper(path, "DELETE FROM evidence", "VACUUM", "CREATE VIEW v AS SELECT 1");
        SalvageReport report = Cases.damaged(CaseFile.open(path)).report();
        assertThat(report.evidenceLost()).isEqualTo(4);
        assertThat(report.factsLost()).isZero();
    }

    @Test
    void largeEvidenceOverManyPagesIsSaved() throws Exception {
        Path path = folder.resolve("a.tendril");
        byte[] noise = new byte[300_000];
        new Random(13).nextBytes(noise);
        EvidenceBody body = EvidenceBody.of(noise);
        try (CaseFile file = Cases.opened(CaseFile.create(path))) {
            file.append(List.of(Cases.kept(1, body)), List.of(body));
        }
        CaseFileTest.tamper(path, "CREATE VIEW v AS SELECT 1");
        Opening.Damaged opening = Cases.damaged(CaseFile.open(path));
        try (CaseFile saved = Cases.opened(CaseFile.open(opening.report().salvaged()))) {
            assertThat(saved.evidenceBody(body.sha256())).isEqualTo(new KeptBody.Whole(body));
        }
    }

    @Test
    void whatAKilledProgramLeftIsBroughtInEvenFromACutLog() throws Exception {
        Path path = folder.resolve("a.tendril");
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (CaseFile file = Cases.opened(CaseFile.create(path))) {
            for (int seq = 1; seq <= 30; seq++) {
                file.append(List.of(Cases.entity(seq)), List.of());
            }
            for (String name : List.of("a.tendril", "a.tendril-wal")) {
                Files.copy(folder.resolve(name), killed.resolve(name));
            }
        }
        byte[] log = Files.readAllBytes(killed.resolve("a.tendril-wal"));
        Random random = new Random(14);
        for (int i = 0; i < 12; i++) {
            Path cut = Files.createDirectory(folder.resolve("cut" + i));
            Files.copy(killed.resolve("a.tendril"), cut.resolve("a.tendril"));
            int length = i == 0 ? log.length : random.nextInt(log.length);
            Files.write(cut.resolve("a.tendril-wal"), Arrays.copyOf(log, length));
            try (CaseFile file = Cases.opened(CaseFile.open(cut.resolve("a.tendril")))) {
                List<Fact> facts = file.facts();
                assertThat(facts).isEqualTo(Cases.entities(1, facts.size()));
                assertThat(i > 0 || facts.size() == 30).isTrue();
            }
            assertThat(CaseFileTest.filesIn(cut)).containsExactly("a.tendril");
        }
    }

    /** Opens the bytes as a case; whatever is in it afterwards is what was written, at the place where it was. */
    private void assertNothingInvented(byte[] bytes, List<Fact> facts) throws Exception {
        Path room = Files.createTempDirectory(folder, "room");
        Path path = Files.write(room.resolve("a.tendril"), bytes);
        switch (CaseFile.open(path)) {
            case Opening.Opened opened -> {
                try (CaseFile file = opened.file()) {
                    assertThat(file.facts()).isEqualTo(facts);
                }
            }
            case Opening.OpenedReadOnly opened -> {
                // A flip in the version number looks like a newer version.
                assertThat(opened.reason()).isEqualTo(Opening.ReadOnlyReason.NEWER_VERSION);
                try (CaseFile file = opened.file()) {
                    assertThat(file.facts()).isEqualTo(facts);
                }
            }
            case Opening.Damaged damaged -> {
                assertThat(Files.readAllBytes(path)).isEqualTo(bytes);
                try (CaseFile saved =
                        Cases.opened(CaseFile.open(damaged.report().salvaged()))) {
                    assertPartOf(facts, saved.facts());
                }
            }
            case Opening.Refused refused -> {
                assertThat(refused.sentence()).endsWith(".");
                assertThat(Files.readAllBytes(path)).isEqualTo(bytes);
            }
        }
        delete(room);
    }

    private static void assertPartOf(List<Fact> facts, List<Fact> saved) {
        assertThat(saved.size()).isLessThanOrEqualTo(facts.size());
        for (int i = 0; i < saved.size(); i++) {
            if (!saved.get(i).event().equals(new CaseEvent.NotUnderstood(FactRow.LOST, "{}"))) {
                assertThat(saved.get(i)).isEqualTo(facts.get(i));
            }
        }
    }

    private static int pageWith(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(text) / 4096;
    }

    private static void delete(Path room) throws IOException {
        try (Stream<Path> files = Files.list(room)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(room);
    }
}
