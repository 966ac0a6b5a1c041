package tendril.exchange.graphml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Importing;
import tendril.exchange.xml.XmlCursor;
import tendril.exchange.xml.XmlTrouble;

/**
 * Reads GraphML: ours back without loss, and that of networkx, igraph, Gephi, yEd, Cytoscape, TinkerPop, Neo4j and
 * Maltego as far as they say what a node is. Immutable, thread-safe. Nothing outside the file is looked at.
 */
public final class GraphmlImport {
    /** Reads a file. */
    public Importing read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            return new Importing.Refused("\"" + name + "\" is a folder. Choose a file inside it.");
        }
        try {
            return read(() -> Files.newInputStream(file), name);
        } catch (NoSuchFileException missing) {
            return new Importing.Refused("\"" + name + "\" does not exist.");
        } catch (IOException failed) {
            return new Importing.Refused("\"" + name + "\" cannot be read: " + failed.getMessage() + ".");
        }
    }

    /** Reads the bytes of a file; the name is for sentences. */
    public Importing read(byte[] raw, String name) {
        try {
            return read(() -> new ByteArrayInputStream(raw), name);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads a stream, which stays the caller's to close; the name is for sentences. Keeps all of it until the end. */
    public Importing read(InputStream in, String name) {
        RawGraph kept = new RawGraph();
        return parse(in, kept, name)
                .<Importing>map(Importing.Refused::new)
                .orElseGet(() -> new Importing.Read(GraphmlMeaning.of(kept)));
    }

    /** Reads what can be opened again, should it turn out that it cannot be understood in passing. */
    private Importing read(Opening file, String name) throws IOException {
        PassingGraph passing = new PassingGraph();
        try (InputStream in = file.open()) {
            Optional<String> refused = parse(in, passing, name);
            if (refused.isPresent()) {
                return new Importing.Refused(refused.get());
            }
        }
        Optional<ImportedGraph> understood = passing.meaning();
        if (understood.isPresent()) {
            return new Importing.Read(understood.get());
        }
        try (InputStream in = file.open()) {
            return read(in, name);
        }
    }

    /** Reads all of a stream into a graph; returns why that failed, in one sentence. */
    private static Optional<String> parse(InputStream in, RawGraph into, String name) {
        try (XmlCursor xml = XmlCursor.of(in)) {
            new GraphmlParser(xml, into).parse();
            return Optional.empty();
        } catch (XmlTrouble trouble) {
            return Optional.of("\"" + name + "\" was not imported. " + trouble.sentence());
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }
}
