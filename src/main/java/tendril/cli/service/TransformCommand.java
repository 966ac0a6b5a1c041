package tendril.cli.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tendril.cli.console.Console;
import tendril.cli.console.Launcher;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.demo.DemoCorpus;
import tendril.corpus.sqlite.SqliteCorpus;
import tendril.server.api.SpelledCorpus;
import tendril.server.maltego.LocalCommand;
import tendril.server.maltego.MaltegoArchive;
import tendril.server.maltego.Transform;
import tendril.server.maltego.TransformRun;
import tendril.server.maltego.TrxAnswer;

/** {@code tendril transform}: runs one Maltego transform on this machine, or writes the archive that Maltego imports. */
@Command(
        name = "transform",
        description = {
            "Run a Maltego transform over a corpus; its answer is the XML on standard output.",
            "With --mtz, write the archive by which Maltego learns to run them all; with --list, name them."
        },
        mixinStandardHelpOptions = true)
public final class TransformCommand implements Callable<Integer> {
    private static final int ENTITIES_MAX = 10_000;

    private final Console console;

    @Option(names = "--corpus", paramLabel = "FILE", description = "Corpus to ask. Default: the demo corpus.")
    private Optional<Path> corpus = Optional.empty();

    @Option(names = "--mtz", paramLabel = "FILE", description = "Write the archive for Maltego's Import Config here.")
    private Optional<Path> archive = Optional.empty();

    @Option(
            names = "--program",
            paramLabel = "PATH",
            description = "The program the archive starts. Default: this one.")
    private Optional<String> program = Optional.empty();

    @Option(names = "--list", description = "List the transforms: name, input, title.")
    private boolean list;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Transform to run.")
    private Optional<String> name = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "Value of the entity to start from.")
    private Optional<String> value = Optional.empty();

    @Parameters(
            index = "2..*",
            paramLabel = "FIELDS",
            description = "Further fields of the entity, as Maltego adds them: a=b#c=d. No transform needs them.")
    private String[] fields = {};

    public TransformCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (list) {
            for (Transform transform : Transform.values()) {
                console.out().println(transform.id() + "\t" + transform.input() + "\t" + transform.title());
            }
            return Console.OK;
        }
        if (archive.isPresent()) {
            return write(archive.get());
        }
        if (name.isEmpty() || value.isEmpty()) {
            return console.problem(
                    "Name the transform and the value: tendril transform tendril.DomainToIp evil.example."
                            + " --list names them all, --mtz writes the archive for Maltego.");
        }
        Optional<Transform> transform = Transform.ofId(name.get());
        return transform.isPresent()
                ? run(transform.get(), value.get())
                : refuse("There is no transform " + name.get() + ". tendril transform --list names them.");
    }

    private int run(Transform transform, String asked) {
        try (Corpus data = corpus.isPresent() ? SqliteCorpus.open(corpus.get()) : DemoCorpus.open()) {
            console.out().println(new TransformRun(new SpelledCorpus(data)).answer(transform, asked, ENTITIES_MAX));
            console.out().flush();
            return Console.OK;
        } catch (CorpusException e) {
            return refuse(e.sentence());
        } catch (IOException e) {
            return refuse("The corpus could not be read: " + e.getMessage() + ".");
        }
    }

    /** Says what is wrong where Maltego shows it, and where a person at a terminal reads it. */
    private int refuse(String sentence) {
        console.out().println(TrxAnswer.exception(sentence));
        console.out().flush();
        return console.problem(sentence);
    }

    private int write(Path file) {
        var command = new LocalCommand(program.orElseGet(Launcher::path), corpus);
        try (OutputStream out = Files.newOutputStream(file)) {
            new MaltegoArchive(InstantSource.system().instant()).writeLocal(out, command);
        } catch (IOException e) {
            return console.problem("The archive " + file + " could not be written: " + e.getMessage() + ".");
        }
        console.err()
                .println(file + " holds " + Transform.values().length + " transforms that start " + command.program()
                        + ". In Maltego: Import | Export, Import Config.");
        return Console.OK;
    }
}
