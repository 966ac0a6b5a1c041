package tendril.exchange.graphml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, name);
        } catch (NoSuchFileException missing) {
            return new Importing.Refused("\"" + name + "\" does not exist.");
        } catch (IOException failed) {
            return new Importing.Refused("\"" + name + "\" cannot be read: " + failed.getMessage() + ".");
        }
    }

    /** Reads a stream, which stays the caller's to close; the name is for sentences. */
    public Importing read(InputStream in, String name) {
        try (XmlCursor xml = XmlCursor.of(in)) {
            return new Importing.Read(new GraphmlMeaning(new GraphmlParser(xml).parse()).graph());
        } catch (XmlTrouble trouble) {
            return new Importing.Refused("\"" + name + "\" was not imported. " + trouble.sentence());
        }
    }
}
