package tendril.cli.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tendril.corpus.ingest.IngestFormat;

/** A file that is to be read into a corpus, and what it is. */
sealed interface IngestInput {
    String CASE_FORMAT = "case";
    String CASE_ENDING = ".tendril";
    String BAD_ROWS_ENDING = ".bad-rows.txt";
    String MISP_MANIFEST = "manifest.json";

    Path file();

    /** A file of one of the formats a corpus can be filled from. */
    record Stream(Path file, IngestFormat format) implements IngestInput {}

    /** A case of Tendril, of which what is marked as shareable is read. */
    record Case(Path file) implements IngestInput {}

    /** The names a format can be given by. */
    final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }

        private static List<String> names() {
            List<String> names = new ArrayList<>();
            Arrays.stream(IngestFormat.values()).map(IngestFormat::id).forEach(names::add);
            names.add(CASE_FORMAT);
            return names;
        }
    }

    /**
     * What a path stands for: itself or, when it is a folder, every file in it. Of the folder of a MISP feed only the
     * events count.
     *
     * @param format what the files are, when that was said
     * @throws IOException when there is no such file or nothing says what it is; the message is a sentence for people
     */
    static List<IngestInput> of(Path path, Optional<String> format) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("There is no file " + path + ". Check the name.");
        }
        if (!Files.isDirectory(path)) {
            return List.of(one(path, format));
        }
        boolean mispFeed = Files.exists(path.resolve(MISP_MANIFEST));
        List<IngestInput> inputs = new ArrayList<>();
        for (Path file : filesIn(path)) {
            String name = String.valueOf(file.getFileName());
            boolean isMeant = !mispFeed || (name.endsWith(".json") && !name.equals(MISP_MANIFEST));
            if (isMeant && !name.endsWith(BAD_ROWS_ENDING)) {
                inputs.add(one(file, mispFeed ? format.or(() -> Optional.of(IngestFormat.MISP.id())) : format));
            }
        }
        if (inputs.isEmpty()) {
            throw new IOException("There is no file to read in the folder " + path + ".");
        }
        return inputs;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file)
                            && !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static IngestInput one(Path file, Optional<String> format) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (format.isPresent() ? format.get().equals(CASE_FORMAT) : name.endsWith(CASE_ENDING)) {
            return new Case(file);
        }
        Optional<IngestFormat> known = format.isPresent() ? IngestFormat.ofId(format.get()) : IngestFormat.detect(file);
        return new Stream(file, known.orElseThrow(() -> new IOException(unknown(file, format))));
    }

    private static String unknown(Path file, Optional<String> format) {
        String names = FormatNames.names().stream().collect(Collectors.joining(", "));
        return format.map(given -> "There is no format " + given + ". Choose one of " + names + ".")
                .orElse("Neither name nor content of " + file + " says what it is. Say it with --format: " + names
                        + ".");
    }
}
