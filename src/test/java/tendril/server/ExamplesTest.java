package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import tendril.server.message.Fault;

/** The sample clients work as they are, each where its runtime is installed. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("src", "examples");
    private static final long PATIENCE_S = 120;

    /** What Mono's compiler says where only parts of Mono are installed. */
    private static final String NO_LIBRARY = "error CS0006: Metadata file";

    @TempDir
    private Path folder;

    /**
     * One sample.
     *
     * @param runtime the program that runs it
     * @param words   what it is given, before the kind and the value
     * @param build   the command that makes it ready to run, in the folder it then runs in; empty when there is none
     */
    record Example(String runtime, List<String> words, List<String> build) {
        static Example of(String runtime, String... words) {
            return new Example(runtime, List.of(words), List.of());
        }

        @Override
        public String toString() {
            return runtime;
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                Example.of("python3", path("python/threatcrowd.py")),
                Example.of("node", path("javascript/threatcrowd.mjs")),
                Example.of("dotnet", "run", "--project", path("csharp/ThreatCrowd.csproj")),
                new Example("mono", List.of("ThreatCrowd.exe"), mcs()));
    }

    private static List<String> mcs() {
        return List.of(
                "mcs",
                "-out:ThreatCrowd.exe",
                "-r:System.Net.Http,System.Runtime.Serialization,System.Xml,System.Xml.Linq",
                path("csharp/ThreatCrowd.cs"));
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

    private void assumePresent(Example example) throws Exception {
        assumeTrue(
                isInstalled(example.runtime()), example.runtime() + " is not installed here: its sample is not run.");
        if (!example.build().isEmpty()) {
            String compiler = example.build().getFirst();
            assumeTrue(isInstalled(compiler), compiler + " is not installed here: its sample is not run.");
            String said = run(example.build());
            assumeFalse(said.contains(NO_LIBRARY), compiler + " lacks libraries here: its sample is not run. " + said);
            assertThat(said).isEmpty();
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry, program))
                .anyMatch(Files::isExecutable);
    }

    private String run(Example example, CorpusServer server, String kind, String value) throws Exception {
        Stream<String> words = Stream.of(Stream.of(example.runtime()), example.words().stream(), Stream.of(kind, value))
                .flatMap(part -> part);
        return run(words.toList(), Map.entry("THREATCROWD", server.url().toString()));
    }

    @SafeVarargs
    private String run(List<String> command, Map.Entry<String, String>... environment) throws Exception {
        Path output = folder.resolve("output");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        builder.environment().putAll(Map.ofEntries(environment));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            return Files.readString(output, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } finally {
            process.destroyForcibly();
        }
    }
}
