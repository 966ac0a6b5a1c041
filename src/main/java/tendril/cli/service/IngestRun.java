package tendril.cli.service;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tendril.casefile.CaseFile;
import tendril.casefile.disk.CaseFileException;
import tendril.cli.console.Console;
import tendril.cli.console.ReadCase;
import tendril.cli.console.StopSignal;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.Merged;
import tendril.corpus.ingest.Ingest;
import tendril.corpus.ingest.IngestJob;
import tendril.corpus.ingest.rows.IngestResult;
import tools.jackson.databind.json.JsonMapper;

/** Reads files into a corpus one after the other, and says for each how far it is and what came of it. */
final class IngestRun {
    private final Console console;
    private final Corpus corpus;
    private final StopSignal stop;
    private final boolean json;
    private final InstantSource clock = InstantSource.system();

    IngestRun(Console console, Corpus corpus, StopSignal stop, boolean json) {
        this.console = console;
        this.corpus = corpus;
        this.stop = stop;
        this.json = json;
    }

    /** Reads all of them; one that cannot be read does not keep the others from being read. Returns the exit code. */
    int readAll(List<IngestInput> inputs, Function<IngestInput.Stream, IngestJob> job, Function<Path, Batch> batch)
            throws CorpusException {
        int code = Console.OK;
        for (IngestInput input : inputs) {
            int one = switch (input) {
                case IngestInput.Stream stream -> read(job.apply(stream));
                case IngestInput.Case shared -> readCase(shared.file(), batch.apply(shared.file()));
            };
            code = Math.max(code, one);
            if (stop.isGiven()) {
                break;
            }
        }
        return code;
    }

    private int read(IngestJob job) throws CorpusException {
        var progress =
                new IngestProgressLine(console, String.valueOf(job.input().getFileName()), clock, stop);
        try {
            IngestResult result = new Ingest(corpus, clock).run(job, progress);
            progress.end();
            say(job, result);
            return Console.OK;
        } catch (IngestProgressLine.Stopped e) {
            progress.end();
            return console.problem(job.input() + " is read in part, and what was read is kept. Give the same command"
                    + " again to carry on.");
        } catch (CorpusException e) {
            progress.end();
            if (progress.isSettling() && stop.isGiven()) {
                return console.problem("All of " + job.input() + " is kept. The corpus was not put in order to the end:"
                        + " it answers the same, but slower and from a larger file, until the next `tendril ingest`"
                        + " into it.");
            }
            throw e;
        } catch (IOException e) {
            progress.end();
            return console.problem(job.input() + " was not read to its end. " + sentence(e));
        }
    }

    private int readCase(Path path, Batch batch) throws CorpusException {
        return switch (ReadCase.open(path)) {
            case ReadCase.Refused refused -> console.problem(refused.sentence());
            case ReadCase.Open open -> {
                try (CaseFile file = open.file()) {
                    yield addShared(SharedFacts.of(file), path, batch);
                } catch (CaseFileException e) {
                    yield console.problem(e.sentence());
                }
            }
        };
    }

    private int addShared(SharedFacts facts, Path file, Batch batch) throws CorpusException {
        if (facts.shareable() == 0) {
            return console.problem("Nothing in " + file + " is marked as shareable. Label the case, or the entities to"
                    + " share, TLP:CLEAR or TLP:GREEN and give the command again.");
        }
        Merged merged = Merged.NOTHING;
        for (int from = 0; from < facts.observations().size(); from += Corpus.BATCH_ROWS_MAX) {
            int to = Math.min(from + Corpus.BATCH_ROWS_MAX, facts.observations().size());
            merged = merged.plus(corpus.add(batch, facts.observations().subList(from, to)));
        }
        console.err()
                .printf(
                        Locale.ROOT,
                        "%s: %s marked as shareable, %s not and stayed where %s. %s %s nothing a corpus answers from.%n",
                        file.getFileName(),
                        counted(facts.shareable(), "entity is", "entities are"),
                        counted(facts.kept(), "is", "are"),
                        facts.kept() == 1 ? "it is" : "they are",
                        changes(merged),
                        counted(
                                facts.unsaid(),
                                "link between shareable entities says",
                                "links between shareable entities say"));
        if (json) {
            print(fields(file, batch, merged));
        }
        return Console.OK;
    }

    private void say(IngestJob job, IngestResult result) {
        var said = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %s of %s read%s. %s",
                job.input().getFileName(),
                counted(result.rows(), "row", "rows"),
                job.format().id(),
                result.resumed() > 0
                        ? String.format(
                                Locale.ROOT, ", going on behind the %,d that an earlier run kept", result.resumed())
                        : "",
                changes(result.merged())));
        if (result.skipped() > 0) {
            said.append(' ').append(counted(result.skipped(), "says", "say")).append(" nothing a corpus answers from.");
        }
        if (result.bad() > 0) {
            said.append(String.format(
                    Locale.ROOT,
                    " %,d could not be understood: %s lists them by line, with the reason.",
                    result.bad(),
                    job.badRows()));
        }
        console.err().println(said);
        if (json) {
            Map<String, Object> fields = fields(job.input(), job.batch(), result.merged());
            fields.put("rows", result.rows());
            fields.put("skipped", result.skipped());
            fields.put("bad", result.bad());
            print(fields);
        }
    }

    private static String changes(Merged merged) {
        return counted(merged.added(), "fact is", "facts are")
                + " new, "
                + counted(merged.widened(), "spans", "span")
                + " more days than before, "
                + counted(merged.unchanged(), "was", "were")
                + " known.";
    }

    /** A number with the words that go with it. */
    private static String counted(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    private static Map<String, Object> fields(Path file, Batch batch, Merged merged) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file.toString());
        fields.put("batch", batch.name());
        fields.put("added", merged.added());
        fields.put("widened", merged.widened());
        fields.put("unchanged", merged.unchanged());
        return fields;
    }

    private void print(Map<String, Object> fields) {
        console.out().println(JsonMapper.shared().writeValueAsString(fields));
    }

    /** What a failure to read says to people. */
    static String sentence(IOException e) {
        return e instanceof NoSuchFileException missing
                ? "There is no file " + missing.getFile() + "."
                : String.valueOf(e.getMessage());
    }
}
