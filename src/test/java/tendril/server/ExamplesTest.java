package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.Day;
import tendril.corpus.MemoryCorpus;
import tendril.corpus.Observation;
import tendril.corpus.Relation;

/** The sample clients work as they are, each where its runtime is installed. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("src", "examples");
    private static final long PATIENCE_S = 120;

    @TempDir
    private Path folder;

    /**
     * One sample.
     *
     * @param runtime the program that runs it
     * @param words   what it is given, before the kind and the value
     */
    record Example(String runtime, List<String> words) {
        @Override
        public String toString() {
            return runtime;
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                new Example("python3", List.of(path("python/threatcrowd.py"))),
                new Example("node", List.of(path("javascript/threatcrowd.mjs"))),
                new Example("dotnet", List.of("run", "--project", path("csharp/ThreatCrowd.csproj"))));
    }

    private static String path(String example) {
        return EXAMPLES.resolve(example).toAbsolutePath().toString();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void showsWhatAReportHolds(Example example) throws Exception {
        assumePresent(example);
        try (var server = start(new FaultScript())) {
            assertThat(run(example, server, "domain", "evil.example"))
                    .isEqualTo("2015-01-02\t192.0.2.1\nemails\twho@example.com\npage\t" + server.url()
                            + "domain.php?domain=evil.example\n");
            assertThat(run(example, server, "email", "who@example.com")).contains("domains\tevil.example\n");
            assertThat(run(example, server, "ip", "192.0.2.99")).contains("Nothing is known about 192.0.2.99.");
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void waitsWhenItAsksTooOften(Example example) throws Exception {
        assumePresent(example);
        try (var server = start(new FaultScript().then(Fault.Status.tooMany("0")))) {
            assertThat(run(example, server, "ip", "192.0.2.1")).contains("2015-01-02\tevil.example\n");
        }
    }

    private static CorpusServer start(FaultScript faults) throws IOException {
        Corpus corpus = new MemoryCorpus();
        corpus.add(
                new Batch("b", "test", ""),
                List.of(
                        Observation.on(new Day(2015_01_02), Relation.RESOLVES, "evil.example", "192.0.2.1"),
                        Observation.undated(Relation.REGISTERED, "who@example.com", "evil.example")));
        return CorpusServer.start(corpus, ServerOptions.loopback(0).withFaults(faults));
    }

    private static void assumePresent(Example example) {
        Optional<Path> found = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry, example.runtime()))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), example.runtime() + " is not installed here, so its sample is not run.");
    }

    private String run(Example example, CorpusServer server, String kind, String value) throws Exception {
        Path output = folder.resolve("output");
        Stream<String> words = Stream.of(Stream.of(example.runtime()), example.words().stream(), Stream.of(kind, value))
                .flatMap(part -> part);
        var builder =
                new ProcessBuilder(words.toList()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("THREATCROWD", server.url().toString());
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            return Files.readString(output, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } finally {
            process.destroyForcibly();
        }
    }
}
