package tendril.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.cli.CommandRun;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.corpus.sqlite.SqliteCorpus;

/** Transforms as Maltego starts them on its own machine. */
class TransformCommandTest {
    @TempDir
    private Path folder;

    private Path corpus;

    @BeforeEach
    void fill() throws IOException {
        corpus = folder.resolve("my data.corpus");
        try (Corpus opened = SqliteCorpus.openOrCreate(corpus)) {
            opened.add(
                    new Batch("b", "test", ""),
                    List.of(
                            Observation.undated(Relation.REGISTERED, "who@example.com", "evil.example"),
                            Observation.undated(Relation.REGISTERED, "-dash@example.com", "dash.example")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "email=who@example.com", "a=b=c#d\\=e#", "#"})
    void answerAloneIsOnStandardOutput(String fields) {
        CommandRun run =
                CommandRun.of("transform", "--corpus", corpus, "threatcrowd.email", "--", "who@example.com", fields);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("<MaltegoMessage><MaltegoTransformResponseMessage>")
                .contains("<Entity Type=\"maltego.Domain\"><Value>evil.example</Value>")
                .endsWith("</MaltegoMessage>" + System.lineSeparator());
    }

    @Test
    void valueThatLooksLikeAnOptionIsAValue() {
        assertThat(CommandRun.of("transform", "--corpus", corpus, "tendril.EmailToDomain", "--", "-dash@example.com")
                        .out())
                .contains("dash.example");
    }

    @Test
    void troubleIsAnExceptionForMaltegoAndASentenceForPeople() {
        CommandRun unknown = CommandRun.of("transform", "--corpus", corpus, "nothing", "x");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out()).contains("<Exception>There is no transform nothing.");
        assertThat(unknown.err()).startsWith("There is no transform nothing.");

        CommandRun missing = CommandRun.of("transform", "--corpus", folder.resolve("none"), "threatcrowd.ip", "x");
        assertThat(missing.out()).contains("<Exception>There is no file");
        assertThat(CommandRun.of("transform").err()).contains("Name the transform and the value");
    }

    @Test
    void everyTransformIsListed() {
        assertThat(CommandRun.of("transform", "--list").out().lines())
                .hasSize(16)
                .contains("tendril.DomainToIp\tmaltego.Domain\tTo IP addresses [Tendril]");
    }

    @Test
    void archiveStartsThisProgramOverThisCorpus() throws IOException {
        Path archive = folder.resolve("tendril.mtz");
        CommandRun run =
                CommandRun.of("transform", "--mtz", archive, "--corpus", corpus, "--program", "/opt/my tools/tendril");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("holds 16 transforms that start /opt/my tools/tendril");
        try (var zip = new ZipFile(archive.toFile())) {
            var entry = zip.getEntry("TransformRepositories/Local/threatcrowd.ip.transformsettings");
            assertThat(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                    .contains(">/opt/my tools/tendril</Property>")
                    .contains(">transform --corpus &quot;" + corpus + "&quot; threatcrowd.ip --</Property>");
        }
        assertThat(CommandRun.of("transform", "--mtz", folder).err()).contains("could not be written");
    }
}
