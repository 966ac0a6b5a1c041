package tendril.cli.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tendril.cli.console.Console;
import tendril.cli.console.StopSignal;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.ingest.IngestJob;
import tendril.corpus.sqlite.SqliteCorpus;
import tools.jackson.databind.json.JsonMapper;

/** {@code tendril ingest}: fills a corpus that {@code tendril serve} answers from, lists its batches, removes them. */
@Command(
        name = "ingest",
        description = {
            "Fill a corpus that `tendril serve` answers from.",
            "Reading the same file again changes nothing; a run that was cut short carries on where it stopped."
        },
        mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Files or folders to read, plain or gzip. Without --corpus the first one is the corpus.")
    private List<Path> named = List.of();

    @Option(names = "--corpus", paramLabel = "CORPUS", description = "Corpus to fill; made where there is none.")
    private Optional<Path> corpus = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What the files are: ${COMPLETION-CANDIDATES}. Default: told by name and content.",
            completionCandidates = IngestInput.FormatNames.class)
    private Optional<String> format = Optional.empty();

    @Option(names = "--source", paramLabel = "TEXT", description = "Who made the data. Default: the name of the file.")
    private Optional<String> source = Optional.empty();

    @Option(
            names = {"--licence", "--license"},
            paramLabel = "TEXT",
            description = "Under what terms it may be passed on, kept with the batch.")
    private String licence = "";

    @Option(
            names = "--batch",
            paramLabel = "NAME",
            description = "What the rows are filed under, to be removed again. Default: the name of the file.")
    private Optional<String> batch = Optional.empty();

    @Option(
            names = "--columns",
            paramLabel = "HEADING=COLUMN",
            split = ",",
            description = "For tables: what a column holds, by its heading or, in a table without headings, its number"
                    + " from 1. Columns are domain, ip, email, subdomain, md5, sha1, sha256, scan, reference,"
                    + " first_seen, last_seen.")
    private Map<String, String> columns = Map.of();

    @Option(
            names = "--bad-rows",
            paramLabel = "FOLDER",
            description = "Where lists of rows go that could not be understood. Default: beside each file.")
    private Optional<Path> badRows = Optional.empty();

    @Option(names = "--list", description = "List the batches of the corpus: rows, name, source, licence.")
    private boolean list;

    @Option(names = "--remove", paramLabel = "BATCH", description = "Take a batch, and what it alone says, out again.")
    private Optional<String> remove = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object for each file or batch on standard output.")
    private boolean json;

    public IngestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Path> files = new ArrayList<>(named);
        if (corpus.isEmpty() && files.isEmpty()) {
            return console.problem("Name the corpus: tendril ingest --corpus mine.corpus feed.ndjson");
        }
        Path target = corpus.orElseGet(files::removeFirst);
        if (list || remove.isPresent()) {
            return files.isEmpty()
                    ? inCorpus(target)
                    : console.problem("--list and --remove read no files. Leave out " + files.getFirst() + ".");
        }
        if (files.isEmpty()) {
            return console.problem("Name the files to read into " + target + ".");
        }
        Optional<String> problem = IngestJob.problem(columns);
        return problem.isPresent() ? console.problem(problem.get()) : fill(target, files);
    }

    private int inCorpus(Path target) {
        try (var stop = new StopSignal();
                Corpus opened = SqliteCorpus.open(target)) {
            return remove.isPresent() ? remove(opened, target, remove.get(), stop) : list(opened);
        } catch (CorpusException e) {
            return console.problem(e.sentence());
        }
    }

    private int remove(Corpus opened, Path target, String name, StopSignal stop) throws CorpusException {
        var progress = new IngestProgressLine(console, name, InstantSource.system(), stop);
        Corpus.Removal removal;
        try {
            removal = opened.remove(name, progress::removing);
        } catch (CorpusException e) {
            progress.end();
            if (!stop.isGiven()) {
                throw e;
            }
            return console.problem("The batch " + name + " counts no more, but still takes its room in " + target
                    + ". Give the same command again to have it cleared away.");
        }
        progress.end();
        return switch (removal) {
            case NOT_THERE ->
                console.problem("There is no batch " + name + " in " + target + ". --list shows which there are.");
            case REMOVED -> {
                console.err().println("The batch " + name + " is out of " + target + ".");
                yield Console.OK;
            }
            case TAKES_ROOM ->
                console.problem("The batch " + name + " counts no more, but still takes its room in " + target
                        + ": another program is putting that in order, or was ended within the last half minute while it"
                        + " did. Give the same command again when it is done.");
        };
    }

    private int list(Corpus opened) throws CorpusException {
        var batches = opened.batches();
        for (var entry : batches.entrySet()) {
            Batch known = entry.getKey();
            if (json) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("batch", known.name());
                fields.put("rows", entry.getValue());
                fields.put("source", known.source());
                fields.put("licence", known.licence());
                console.out().println(JsonMapper.shared().writeValueAsString(fields));
            } else {
                console.out()
                        .println(entry.getValue() + "\t" + known.name() + "\t" + known.source() + "\t"
                                + known.licence());
            }
        }
        if (batches.isEmpty()) {
            console.err().println("This corpus has no batches yet.");
        }
        return Console.OK;
    }

    private int fill(Path target, List<Path> files) {
        try {
            List<IngestInput> inputs = new ArrayList<>();
            for (Path file : files) {
                inputs.addAll(IngestInput.of(file, format));
            }
            for (IngestInput input : inputs) {
                if (Files.exists(target) && Files.isSameFile(target, input.file())) {
                    return console.problem(target + " cannot be read into itself. Name another corpus.");
                }
            }
            try (var stop = new StopSignal();
                    Corpus opened = SqliteCorpus.openOrCreate(target)) {
                return new IngestRun(console, opened, stop, json).readAll(inputs, this::job, this::batch);
            }
        } catch (CorpusException e) {
            return console.problem(e.sentence());
        } catch (IOException e) {
            return console.problem(IngestRun.sentence(e));
        }
    }

    private Batch batch(Path file) {
        String name = String.valueOf(file.getFileName());
        return new Batch(batch.orElse(name), source.orElse(name), licence);
    }

    private IngestJob job(IngestInput.Stream input) {
        Path file = input.file();
        String name = String.valueOf(file.getFileName());
        IngestJob job =
                IngestJob.of(file, input.format()).withBatch(batch(file)).withColumns(columns);
        return badRows.map(folder -> job.withBadRows(folder.resolve(name + ".bad-rows.txt")))
                .orElse(job);
    }
}
