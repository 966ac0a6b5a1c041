package tendril.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.casefile.Opening.RefusalReason;
import tendril.casefile.disk.CaseDatabase;
import tendril.graph.Fact;

class CaseOpenerTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNoCaseIsRefusedWithOneSentenceAndLeftAlone() throws Exception {
        Path jpeg = Files.write(folder.resolve("cat.tendril"), new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3});
        Path text = Files.writeString(folder.resolve("notes.tendril"), "evil.example\n".repeat(1000));
        Path empty = Files.createFile(folder.resolve("empty.tendril"));
        Path foreign = folder.resolve("foreign.tendril");
        try (Connection connection = CaseDatabase.readWrite(foreign)) {
            CaseDatabase.execute(connection, "CREATE TABLE fact(seq, at, action, kind, body, sum)");
        }
        List<String> before = CaseFileTest.filesIn(folder);

        assertRefused(jpeg, RefusalReason.NOT_A_CASE);
        assertRefused(text, RefusalReason.NOT_A_CASE);
        assertRefused(foreign, RefusalReason.NOT_A_CASE);
        assertRefused(empty, RefusalReason.EMPTY);
        assertRefused(folder, RefusalReason.NOT_A_FILE);
        assertRefused(folder.resolve("gone.tendril"), RefusalReason.MISSING);
        assertThat(CaseFileTest.filesIn(folder)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void whatIsThereIsNotMadeAnew() throws Exception {
        Path path = Files.writeString(folder.resolve("a.tendril"), "mine");
        assertThat(Cases.refused(CaseFile.create(path)).reason()).isEqualTo(RefusalReason.ALREADY_THERE);
        assertThat(Files.readString(path)).isEqualTo("mine");
        assertThat(Cases.refused(CaseFile.create(folder.resolve("no/such/a.tendril")))
                        .reason())
                .isEqualTo(RefusalReason.MISSING);
    }

    @Test
    void aNewerVersionIsOpenedToBeReadOnly() throws Exception {
        Path path = folder.resolve("a.tendril");
        List<Fact> facts = Cases.write(path, 3);
        CaseFileTest.tamper(path, "PRAGMA user_version = 7", "CREATE TABLE drawing(id INTEGER)");
        byte[] before = Files.readAllBytes(path);
        Opening.OpenedReadOnly opening = Cases.readOnly(CaseFile.open(path));
        try (CaseFile file = opening.file()) {
            assertThat(opening.reason()).isEqualTo(Opening.ReadOnlyReason.NEWER_VERSION);
            assertThat(opening.sentence()).contains("newer Tendril");
            assertThat(file.facts()).isEqualTo(facts);
        }
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER INSERT ON fact BEGIN DELETE FROM evidence; END",
                "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n",
                "CREATE TABLE extra(x DEFAULT (randomblob(1000000000)))",
                "CREATE INDEX i ON fact(length(body))",
                "DROP TABLE meta"
            })
    void foreignThingsInACaseAreNeverRunAndTheFactsAreSavedOut(String statement) throws Exception {
        Path path = folder.resolve("gift.tendril");
        List<Fact> facts = Cases.write(path, 100);
        CaseFileTest.tamper(path, statement);
        byte[] before = Files.readAllBytes(path);

        Opening.Damaged damaged = Cases.damaged(CaseFile.open(path));

        assertThat(damaged.sentence()).contains("gift.tendril", "gift.salvaged.tendril");
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
        try (CaseFile saved = Cases.opened(CaseFile.open(damaged.report().salvaged()))) {
            assertThat(saved.facts()).isEqualTo(facts);
            assertThat(saved.verify().isSound()).isTrue();
        }
    }

    @Test
    void aViewInTheGuiseOfATableOfANewerVersionIsRefused() throws Exception {
        Path path = folder.resolve("a.tendril");
        Cases.write(path, 3);
        CaseFileTest.tamper(
                path,
                "PRAGMA user_version = 7",
                "DROP TABLE fact",
                "CREATE VIEW fact AS SELECT 1 AS seq, 1 AS at, 1 AS action, 'x' AS kind, 'y' AS body, 1 AS sum");
        assertThat(Cases.refused(CaseFile.open(path)).reason()).isEqualTo(RefusalReason.DAMAGED);
    }

    @Test
    void aWriteProtectedFileCanBeRead() throws Exception {
        Path path = folder.resolve("a.tendril");
        Cases.write(path, 3);
        Opening.OpenedReadOnly opening = Cases.readOnly(new CaseOpener(file -> false).open(path));
        try (CaseFile file = opening.file()) {
            assertThat(opening.reason()).isEqualTo(Opening.ReadOnlyReason.NOT_WRITABLE);
            assertThat(file.facts()).hasSize(3);
        }
        assertThat(CaseFileTest.filesIn(folder)).containsExactly("a.tendril");
    }

    @Test
    void theLockOfAKilledProgramIsTakenOver() throws Exception {
        Path path = folder.resolve("a.tendril");
        Cases.write(path, 3);
        Files.write(folder.resolve("a.tendril-lock"), "half a lock".getBytes(StandardCharsets.UTF_8));
        Cases.opened(CaseFile.open(path)).close();
        assertThat(CaseFileTest.filesIn(folder)).containsExactly("a.tendril");
    }

    @Test
    void aLockThatCannotBeMadeLeavesTheCaseReadable() throws Exception {
        Path path = folder.resolve("a.tendril");
        Cases.write(path, 3);
        Files.createDirectory(folder.resolve("a.tendril-lock"));
        Opening.OpenedReadOnly opening = Cases.readOnly(CaseFile.open(path));
        assertThat(opening.reason()).isEqualTo(Opening.ReadOnlyReason.NOT_WRITABLE);
        opening.file().close();
    }

    private static void assertRefused(Path path, RefusalReason reason) {
        for (Opening opening : List.of(CaseFile.open(path), CaseFile.openReadOnly(path))) {
            Opening.Refused refused = Cases.refused(opening);
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.sentence())
                    .startsWith("\"" + path.getFileName() + "\" ")
                    .endsWith(".");
        }
    }
}
