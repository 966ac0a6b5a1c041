package tendril.cli.cases;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tendril.exchange.ExchangeLink;
import tendril.exchange.ExchangeNode;
import tendril.exchange.Exporting;
import tendril.exchange.FileReplacement;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Importing;
import tendril.exchange.Stated;
import tendril.exchange.csv.CsvExport;
import tendril.exchange.graphml.GraphmlExport;
import tendril.exchange.graphml.GraphmlImport;
import tendril.exchange.graphml.GraphmlProfile;
import tendril.exchange.mtgx.MtgxImport;
import tendril.exchange.text.TextImport;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Entity;
import tendril.graph.Evidence;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.graph.Link;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.picture.export.PictureExport;
import tendril.picture.ink.Theme;
import tendril.picture.scene.CaseScene;
import tendril.picture.scene.NodeKind;
import tendril.picture.scene.Scene;
import tendril.session.CaseSession;

/** Files of other programs, in and out, by the ending of their names. */
public final class Exchange {
    /** The largest file that is read, in bytes. */
    private static final long FILE_BYTES_MAX = 512L << 20;

    private Exchange() {}

    /**
     * What of a case goes into files, taken on the case thread; immutable afterwards.
     *
     * @param name     of the case
     * @param entities all of them
     * @param links    all of them
     * @param evidence by its id
     * @param scene    what is drawn
     * @param handling what holds for the case
     */
    public record Contents(
            String name,
            List<Entity> entities,
            List<Link> links,
            Map<Long, Evidence> evidence,
            Scene scene,
            Handling handling) {
        public static Contents of(CaseGraph graph) {
            return new Contents(
                    graph.name(),
                    graph.entities().toList(),
                    graph.links().toList(),
                    graph.evidence().stream().collect(Collectors.toMap(Evidence::id, Function.identity())),
                    new CaseScene(graph).publish(),
                    graph.handling());
        }
    }

    /**
     * How a file is to be written.
     *
     * @param widthPx pixels across, for pictures; none lets the number of nodes decide
     * @param dpi     pixels an inch, for pictures
     * @param profile {@code yed} for a dialect of the format, none for the usual one
     */
    public record Wishes(Optional<Integer> widthPx, Optional<Double> dpi, Optional<String> profile) {
        public static final Wishes USUAL = new Wishes(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Writes a file; returns why it could not be, in one sentence. */
    public static Optional<String> write(Contents contents, Path file, Wishes wishes) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return png(contents, file, wishes);
        }
        if (name.endsWith(".graphml")) {
            return graphml(contents, file, wishes);
        }
        if (name.endsWith(".csv")) {
            return switch (new CsvExport().write(file, contents.entities(), contents.links())) {
                case Exporting.Written written -> Optional.empty();
                case Exporting.Failed failed -> Optional.of(failed.sentence());
            };
        }
        return Optional.of("Tendril cannot write " + file.getFileName()
                + ": the ending says no format it knows. Use .png, .graphml, .yed.graphml, .csv or .links.csv.");
    }

    private static Optional<String> graphml(Contents contents, Path file, Wishes wishes) {
        GraphmlProfile profile =
                wishes.profile().filter("yed"::equals).isPresent() ? GraphmlProfile.YED : GraphmlProfile.of(file);
        var sources = new tendril.exchange.Sources(
                id -> Optional.ofNullable(contents.evidence().get(id)));
        return trouble(exportAs(profile).write(file, contents.name(), contents.entities(), contents.links(), sources));
    }

    /** Writes the graph of a file, as it is, into a GraphML file; returns why that could not be, in one sentence. */
    static Optional<String> write(ImportedGraph graph, Path file) {
        return trouble(exportAs(GraphmlProfile.of(file)).write(file, graph));
    }

    private static GraphmlExport exportAs(GraphmlProfile profile) {
        return new GraphmlExport(profile, type -> Theme.ofLight().kind(NodeKind.of(type)) & 0xFFFFFF);
    }

    private static Optional<String> trouble(Exporting done) {
        return switch (done) {
            case Exporting.Written written -> Optional.empty();
            case Exporting.Failed failed -> Optional.of(failed.sentence());
        };
    }

    private static Optional<String> png(Contents contents, Path file, Wishes wishes) {
        if (contents.entities().stream().noneMatch(Entity::isDrawn)) {
            return Optional.of("There is nothing to draw yet, so " + file.getFileName() + " was not written.");
        }
        int width =
                wishes.widthPx().orElseGet(() -> usualWidth(contents.entities().size()));
        if (width < PictureExport.WIDTH_PX_MIN || width > PictureExport.WIDTH_PX_MAX) {
            return Optional.of("A picture can be " + PictureExport.WIDTH_PX_MIN + " to " + PictureExport.WIDTH_PX_MAX
                    + " pixels wide, not " + width + ".");
        }
        PictureExport.Order usual = PictureExport.Order.of(Theme.ofLight(), width)
                .withHandling(contents.handling())
                .withTitle(contents.name(), "")
                .withLegend(true);
        PictureExport.Order order = wishes.dpi().map(usual::withDpi).orElse(usual);
        try {
            FileReplacement.write(file, out -> {
                var buffered = new BufferedOutputStream(out, 1 << 16);
                PictureExport.write(contents.scene(), order, buffered, PictureExport.Progress.NONE);
                buffered.flush();
            });
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(FileReplacement.sentence(file, e));
        }
    }

    /** Wide enough that labels can be read. */
    private static int usualWidth(int nodes) {
        return (int) Math.clamp(Math.round(400 * Math.sqrt(nodes)), 1600, 12_000);
    }

    /** What came of reading a file. */
    public sealed interface Read {
        /** It can be taken into a case. */
        record Taken(Path file, byte[] raw, ImportedGraph graph, ImportedPlaces places) implements Read {
            /** Puts it into a case as one action. */
            public void into(CaseSession session) {
                session.edits()
                        .take(
                                ActionKind.IMPORT,
                                "Imported " + file.getFileName(),
                                String.valueOf(file.getFileName()),
                                raw,
                                evidence -> events(graph, places.in(session.graph()), evidence));
            }

            /** What it holds, for a person. */
            public String sentence() {
                String warned = graph.warnings().isEmpty()
                        ? ""
                        : " "
                                + String.join(
                                        " ",
                                        graph.warnings()
                                                .subList(
                                                        0,
                                                        Math.min(
                                                                3,
                                                                graph.warnings().size())));
                return "Imported " + graph.nodes().size() + " entities and "
                        + graph.links().size() + " links from " + file.getFileName() + "." + warned;
            }
        }

        /** It cannot be read, for this reason, in one sentence. */
        record Refused(String sentence) implements Read {}
    }

    /** Reads a file of another program, and arranges what it says no place of. Slow with large files: any thread. */
    public static Read read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            requireReadable(file);
            byte[] raw = Files.readAllBytes(file);
            return switch (read(raw, name)) {
                case Importing.Read read -> new Read.Taken(file, raw, read.graph(), ImportedPlaces.of(read.graph()));
                case Importing.Refused refused -> new Read.Refused(refused.sentence());
            };
        } catch (IOException e) {
            return new Read.Refused(sentence(file, e));
        }
    }

    /** Reads a GraphML file for its graph alone: its bytes are not kept, and nothing is arranged. */
    static Importing graphOf(Path file) {
        try {
            requireReadable(file);
            return new GraphmlImport().read(file);
        } catch (IOException e) {
            return new Importing.Refused(sentence(file, e));
        }
    }

    private static void requireReadable(Path file) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new FileTooLargeException();
        }
    }

    private static final class FileTooLargeException extends IOException {}

    private static String sentence(Path file, IOException failed) {
        return switch (failed) {
            case NoSuchFileException gone -> "There is no file " + file + ". Check the name.";
            case FileTooLargeException large ->
                file.getFileName() + " is larger than " + (FILE_BYTES_MAX >> 20)
                        + " MB, which is more than is read. Split it, or take out what is not needed.";
            default -> file.getFileName() + " could not be read: " + failed.getMessage() + ".";
        };
    }

    /** By the ending; whatever else is text is searched for indicators. */
    private static Importing read(byte[] raw, String name) {
        String ending = name.toLowerCase(Locale.ROOT);
        if (ending.endsWith(".graphml") || ending.endsWith(".xml")) {
            return new GraphmlImport().read(raw, name);
        }
        return ending.endsWith(".mtgx") ? new MtgxImport().read(raw, name) : new TextImport().read(raw, name);
    }

    /** What an imported graph states, as facts that stand on the given evidence. */
    static List<CaseEvent> events(ImportedGraph graph, List<Placement> places, long evidence) {
        var citation = new Citation(evidence, "");
        List<CaseEvent> events = new ArrayList<>();
        for (ExchangeNode node : graph.nodes()) {
            Indicator indicator = node.indicator();
            events.add(new CaseEvent.EntityAdded(indicator, citation));
            for (Stated stated : node.properties()) {
                events.add(new CaseEvent.PropertyStated(indicator, stated.name(), stated.value(), citation));
            }
            events.addAll(markings(node));
        }
        for (ExchangeLink link : graph.links()) {
            events.add(new CaseEvent.LinkAdded(link.key(), link.seen(), properties(link), citation));
        }
        if (!places.isEmpty()) {
            events.add(new CaseEvent.EntitiesPlaced(places, PlacedBy.LAYOUT));
        }
        return events;
    }

    private static TreeMap<String, String> properties(ExchangeLink link) {
        var properties = new TreeMap<String, String>();
        link.properties().forEach(stated -> properties.merge(stated.name(), stated.value(), (a, b) -> a + ", " + b));
        return properties;
    }

    private static List<CaseEvent> markings(ExchangeNode node) {
        Indicator on = node.indicator();
        List<CaseEvent> events = new ArrayList<>();
        if (!node.note().isEmpty()) {
            events.add(new CaseEvent.NoteWritten(on, node.note()));
        }
        if (node.flag() != Flag.NONE) {
            events.add(new CaseEvent.EntitiesFlagged(List.of(on), node.flag()));
        }
        if (!node.tags().isEmpty()) {
            events.add(new CaseEvent.EntityTagged(on, node.tags()));
        }
        if (node.pinned()) {
            events.add(new CaseEvent.EntitiesPinned(List.of(on), true));
        }
        if (node.hidden()) {
            events.add(new CaseEvent.EntitiesHidden(List.of(on), true));
        }
        if (!node.handling().equals(Handling.UNSET)) {
            events.add(new CaseEvent.HandlingSet(Optional.of(on), node.handling()));
        }
        return events;
    }
}
