package tendril.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.casefile.disk.CaseDatabase;
import tendril.casefile.disk.CaseFileException;
import tendril.casefile.disk.CaseFileException.Reason;
import tendril.casefile.disk.CaseSchema;
import tendril.casefile.disk.FileHeader;
import tendril.casefile.record.EvidenceBody;
import tendril.casefile.record.KeptBody;
import tendril.graph.CaseEvent;
import tendril.graph.Fact;

class CaseFileTest {
    @TempDir
    Path folder;

    @Test
    void factsAndEvidenceComeBackAfterClosing() throws Exception {
        Path path = folder.resolve("harbour.tendril");
        List<Fact> facts = Cases.write(path, 250);
        try (CaseFile file = Cases.opened(CaseFile.open(path))) {
            assertThat(file.facts()).isEqualTo(facts);
            assertThat(file.lastSeq()).isEqualTo(250);
            EvidenceBody body = Cases.answer(100);
            assertThat(file.evidenceBody(body.sha256())).isEqualTo(new KeptBody.Whole(body));
            assertThat(file.verify()).isEqualTo(new CheckReport(250, 2, 0, List.of()));
        }
    }

    @Test
    void aClosedCaseIsOneSingleFile() throws Exception {
        Cases.write(folder.resolve("a.tendril"), 10);
        assertThat(filesIn(folder)).containsExactly("a.tendril");
    }

    @Test
    void theFileSaysWhatItIs() throws Exception {
        Path path = folder.resolve("a.tendril");
        Cases.write(path, 1);
        assertThat(FileHeader.of(path))
                .isEqualTo(new FileHeader(true, false, CaseSchema.APPLICATION_ID, CaseSchema.VERSION));
    }

    @Test
    void equalBytesAreKeptOnceAndCompressed() throws Exception {
        Path path = folder.resolve("a.tendril");
        EvidenceBody large = EvidenceBody.of("same ".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        try (CaseFile file = Cases.opened(CaseFile.create(path))) {
            for (int seq = 1; seq <= 5; seq++) {
                file.append(List.of(Cases.kept(seq, large)), List.of(large));
            }
            assertThat(file.verify().evidence()).isEqualTo(1);
            assertThat(file.evidenceBody(large.sha256())).isEqualTo(new KeptBody.Whole(large));
        }
        assertThat(Files.size(path)).isLessThan(60_000);
    }

    @Test
    void anAppendIsAllOrNothing() throws Exception {
        try (CaseFile file = Cases.opened(CaseFile.create(folder.resolve("a.tendril")))) {
            file.append(Cases.entities(1, 3), List.of());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> file.append(List.of(Cases.entity(4), Cases.entity(6)), List.of()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> file.append(List.of(Cases.kept(4, Cases.answer(1))), List.of()));
            assertThat(file.facts()).isEqualTo(Cases.entities(1, 3));
            file.append(Cases.entities(4, 5), List.of());
            assertThat(file.facts()).isEqualTo(Cases.entities(1, 5));
        }
    }

    @Test
    void aFactThatIsNotUnderstoodStaysInTheFileAsItIs() throws Exception {
        Path path = folder.resolve("a.tendril");
        Fact strange = Cases.fact(1, new CaseEvent.NotUnderstood("annotation-drawn", "{ \"x\": 01 }"));
        try (CaseFile file = Cases.opened(CaseFile.create(path))) {
            file.append(List.of(strange), List.of());
        }
        try (CaseFile file = Cases.opened(CaseFile.open(path))) {
            assertThat(file.facts()).containsExactly(strange);
            assertThat(file.verify().notUnderstood()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.tendril",
                "with space.tendril",
                "a?mode=memory&cache=shared.tendril",
                "a#b.tendril",
                "100%41.tendril",
                "file:x.tendril",
                ":memory:",
                ":resource:x",
                "quote'\"`;--.tendril",
                "ünï-事件-😀.tendril",
                "no-extension"
            })
    void aNameIsOnlyAName(String name) throws Exception {
        Path path = folder.resolve(name);
        List<Fact> facts = Cases.write(path, 3);
        assertThat(filesIn(folder)).containsExactly(name);
        try (CaseFile file = Cases.opened(CaseFile.open(path))) {
            assertThat(file.facts()).isEqualTo(facts);
            file.saveCopy(folder.resolve("copy of " + name));
        }
        assertThat(filesIn(folder)).containsExactlyInAnyOrder(name, "copy of " + name);
    }

    @Test
    void aNameLongerThanTheDiskTakesIsRefusedWithASentence() {
        Opening.Refused refused = Cases.refused(CaseFile.create(folder.resolve("n".repeat(253))));
        assertThat(refused.reason()).isEqualTo(Opening.RefusalReason.NOT_WRITABLE);
        assertThat(refused.sentence()).contains("too long");
    }

    @Test
    void aSecondOpeningReadsAndSeesEveryWholeTransaction() throws Exception {
        Path path = folder.resolve("a.tendril");
        try (CaseFile writer = Cases.opened(CaseFile.create(path))) {
            writer.append(Cases.entities(1, 3), List.of());
            Opening.OpenedReadOnly second = Cases.readOnly(CaseFile.open(path));
            try (CaseFile reader = second.file()) {
                assertThat(second.reason()).isEqualTo(Opening.ReadOnlyReason.IN_USE);
                assertThat(second.sentence())
                        .contains(
                                "a.tendril",
                                "process " + ProcessHandle.current().pid());
                writer.append(Cases.entities(4, 6), List.of());
                assertThat(reader.facts()).isEqualTo(Cases.entities(1, 6));
                assertThatExceptionOfType(CaseFileException.class)
                        .isThrownBy(() -> reader.append(Cases.entities(7, 7), List.of()))
                        .returns(Reason.READ_ONLY, CaseFileException::reason);
            }
        }
        Cases.opened(CaseFile.open(path)).close();
        assertThat(filesIn(folder)).containsExactly("a.tendril");
    }

    @Test
    void aReaderElsewhereDoesNotKeepTheWriterFromClosing() throws Exception {
        Path path = folder.resolve("a.tendril");
        CaseFile writer = Cases.opened(CaseFile.create(path));
        writer.append(Cases.entities(1, 3), List.of());
        try (CaseFile reader = Cases.readOnly(CaseFile.open(path)).file()) {
            assertThat(reader.facts()).hasSize(3);
            writer.close();
            assertThat(reader.facts()).hasSize(3);
        }
        try (CaseFile again = Cases.opened(CaseFile.open(path))) {
            assertThat(again.facts()).isEqualTo(Cases.entities(1, 3));
        }
        assertThat(filesIn(folder)).containsExactly("a.tendril");
    }

    @Test
    void openingToReadLeavesTheFileAndTheFolderAlone() throws Exception {
        Path path = folder.resolve("a.tendril");
        Cases.write(path, 3);
        byte[] before = Files.readAllBytes(path);
        try (CaseFile file = Cases.readOnly(CaseFile.openReadOnly(path)).file()) {
            assertThat(file.facts()).hasSize(3);
            assertThatExceptionOfType(CaseFileException.class).isThrownBy(() -> file.putMeta("camera", "0 0 1"));
        }
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
        assertThat(filesIn(folder)).containsExactly("a.tendril");
    }

    @Test
    void aFileThatIsReplacedWhileOpenIsNotWrittenTo() throws Exception {
        Path path = folder.resolve("a.tendril");
        Path other = folder.resolve("b.tendril");
        Cases.write(other, 9);
        try (CaseFile file = Cases.opened(CaseFile.create(path))) {
            file.append(Cases.entities(1, 3), List.of());
            Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
            assertThatExceptionOfType(CaseFileException.class)
                    .isThrownBy(() -> file.append(Cases.entities(4, 4), List.of()))
                    .returns(Reason.REPLACED, CaseFileException::reason)
                    .withMessageContaining("Save the case in another place");
            file.saveCopy(folder.resolve("rescued.tendril"));
        }
        try (CaseFile rescued = Cases.opened(CaseFile.open(folder.resolve("rescued.tendril")))) {
            assertThat(rescued.facts()).isEqualTo(Cases.entities(1, 3));
        }
    }

    @Test
    void aFullDiskLosesNothingAndTheSameAppendWorksLater() throws Exception {
        try (CaseFile file = Cases.opened(CaseFile.create(folder.resolve("a.tendril")))) {
            file.append(Cases.entities(1, 3), List.of());
            file.limitPages(10);
            assertThatExceptionOfType(CaseFileException.class)
                    .isThrownBy(() -> file.append(Cases.entities(4, 2000), List.of()))
                    .returns(Reason.DISK_FULL, CaseFileException::reason)
                    .withMessageContaining("the disk is full");
            assertThat(file.facts()).isEqualTo(Cases.entities(1, 3));
            file.limitPages(1_000_000);
            file.append(Cases.entities(4, 2000), List.of());
            assertThat(file.facts()).isEqualTo(Cases.entities(1, 2000));
        }
    }

    @Test
    void aCopyIsWholeAndReplacesInOneStep() throws Exception {
        Path target = folder.resolve("copy.tendril");
        Files.writeString(target, "something else");
        try (CaseFile file = CaseFile.inMemory()) {
            file.append(Cases.entities(1, 50), List.of());
            file.saveCopy(target);
            file.append(Cases.entities(51, 60), List.of());
        }
        try (CaseFile copy = Cases.opened(CaseFile.open(target))) {
            assertThat(copy.facts()).isEqualTo(Cases.entities(1, 50));
            assertThat(copy.verify().isSound()).isTrue();
        }
        assertThat(filesIn(folder)).containsExactly("copy.tendril");
    }

    @Test
    void aCopyThatFailsLeavesTheOldFileAsItWas() throws Exception {
        Path busy = folder.resolve("busy.tendril");
        Path inFolder = Files.createDirectory(folder.resolve("sub"));
        try (CaseFile file = CaseFile.inMemory();
                CaseFile other = Cases.opened(CaseFile.create(busy))) {
            other.append(Cases.entities(1, 2), List.of());
            assertThatExceptionOfType(CaseFileException.class)
                    .isThrownBy(() -> file.saveCopy(busy))
                    .returns(Reason.IN_USE, CaseFileException::reason);
            assertThatExceptionOfType(CaseFileException.class)
                    .isThrownBy(() -> other.saveCopy(busy))
                    .returns(Reason.IN_USE, CaseFileException::reason);
            assertThatExceptionOfType(CaseFileException.class).isThrownBy(() -> file.saveCopy(inFolder));
            assertThatExceptionOfType(CaseFileException.class)
                    .isThrownBy(() -> file.saveCopy(folder.resolve("missing/copy.tendril")));
            assertThat(other.facts()).isEqualTo(Cases.entities(1, 2));
        }
        assertThat(filesIn(folder)).containsExactlyInAnyOrder("busy.tendril", "sub");
    }

    @Test
    void rememberedSettingsComeBack() throws Exception {
        Path path = folder.resolve("a.tendril");
        try (CaseFile file = Cases.opened(CaseFile.create(path))) {
            file.putMeta("camera", "1 2 3");
            file.putMeta("camera", "4 5 6");
            assertThat(file.meta("none")).isEmpty();
        }
        try (CaseFile file = Cases.opened(CaseFile.open(path))) {
            assertThat(file.meta("camera")).contains("4 5 6");
        }
    }

    @Test
    void aClosedFileSaysThatItIsClosed() throws Exception {
        CaseFile file = CaseFile.inMemory();
        file.close();
        file.close();
        assertThatExceptionOfType(CaseFileException.class)
                .isThrownBy(file::facts)
                .returns(Reason.CLOSED, CaseFileException::reason);
    }

    @Test
    void evidenceThatWasChangedIsNotGivenOut() throws Exception {
        Path path = folder.resolve("a.tendril");
        Cases.write(path, 100);
        String sha256 = Cases.answer(100).sha256();
        tamper(path, "UPDATE evidence SET body = x'00', encoding = 'raw', size = 1");
        try (CaseFile file = Cases.opened(CaseFile.open(path))) {
            assertThat(file.evidenceBody(sha256)).isInstanceOf(KeptBody.Damaged.class);
            assertThat(file.evidenceBody("0".repeat(64))).isInstanceOf(KeptBody.Missing.class);
            assertThat(file.verify().problems()).containsExactly("evidence " + sha256 + " is damaged");
        }
    }

    static void tamper(Path path, String... statements) throws SQLException {
        try (Connection connection = CaseDatabase.readWrite(path)) {
            for (String statement : statements) {
                CaseDatabase.execute(connection, statement);
            }
        }
    }

    static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
