package tendril.exchange.mtgx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Importing;
import tendril.exchange.graphml.GraphmlImport;

/**
 * Reads a Maltego graph ({@code .mtgx}): the first {@code Graphs/*.graphml} of the archive. Nothing is unpacked to disk,
 * nothing else in the archive is used, and sizes are counted, never believed. Immutable, thread-safe.
 */
public final class MtgxImport {
    private static final int ENTRIES_MAX = 10_000;

    /** The most that is unpacked of one archive, in bytes. */
    private static final long UNPACKED_BYTES_MAX = 256L << 20;

    private static final String GRAPHS = "graphs/";
    private static final String GRAPHML = ".graphml";
    private static final int CHUNK = 1 << 16;

    /** Reads an archive; the name is for sentences. */
    public Importing read(byte[] raw, String name) {
        try {
            Unpacked unpacked = unpack(raw);
            if (unpacked.graph().isEmpty()) {
                return refused(name, "it holds no Graphs/….graphml, so it is no Maltego graph");
            }
            Importing read = new GraphmlImport()
                    .read(new ByteArrayInputStream(unpacked.graph().get()), name);
            return unpacked.graphs() > 1 && read instanceof Importing.Read one
                    ? ofSeveral(one.graph(), unpacked)
                    : read;
        } catch (TooLarge large) {
            return refused(name, large.why);
        } catch (ZipException broken) {
            return refused(name, "the archive is damaged or encrypted. Save it again in Maltego, without a password");
        } catch (EOFException cut) {
            return refused(name, "it ends in the middle. Copy it again");
        } catch (IOException failed) {
            return refused(name, "it could not be unpacked: " + failed.getMessage());
        }
    }

    private record Unpacked(Optional<byte[]> graph, int graphs) {}

    private static Unpacked unpack(byte[] raw) throws IOException {
        Optional<byte[]> graph = Optional.empty();
        int graphs = 0;
        int entries = 0;
        long left = UNPACKED_BYTES_MAX;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(raw))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > ENTRIES_MAX) {
                    throw new TooLarge("it has more than " + ENTRIES_MAX + " parts");
                }
                boolean wanted = isGraph(entry.getName()) && graph.isEmpty();
                graphs += isGraph(entry.getName()) ? 1 : 0;
                var kept = new ByteArrayOutputStream();
                left -= read(zip, kept, wanted, left);
                graph = wanted ? Optional.of(kept.toByteArray()) : graph;
            }
        }
        return new Unpacked(graph, graphs);
    }

    private static long read(ZipInputStream zip, ByteArrayOutputStream into, boolean wanted, long most)
            throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int count = zip.read(chunk); count >= 0; count = zip.read(chunk)) {
            size += count;
            if (size > most) {
                throw new TooLarge("unpacked it is larger than " + (UNPACKED_BYTES_MAX >> 20) + " MB");
            }
            if (wanted) {
                into.write(chunk, 0, count);
            }
        }
        return size;
    }

    private static boolean isGraph(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return name.startsWith(GRAPHS) && name.endsWith(GRAPHML);
    }

    private static Importing ofSeveral(ImportedGraph graph, Unpacked unpacked) {
        List<String> warnings = new ArrayList<>(graph.warnings());
        warnings.add("The file holds " + unpacked.graphs() + " graphs; the first one was read.");
        return new Importing.Read(new ImportedGraph(graph.name(), graph.nodes(), graph.links(), warnings));
    }

    private static Importing refused(String name, String why) {
        return new Importing.Refused("\"" + name + "\" was not imported: " + why + ".");
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
        private final String why;

        TooLarge(String why) {
            super(why);
            this.why = why;
        }
    }
}
