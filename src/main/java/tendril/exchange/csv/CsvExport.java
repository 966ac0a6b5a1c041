package tendril.exchange.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tendril.exchange.Exporting;
import tendril.exchange.FileReplacement;
import tendril.graph.Entity;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.graph.Link;
import tendril.indicator.Indicator;

/**
 * Writes a table of the entities, or of the links, in UTF-8 with a byte order mark, because spreadsheets ask for one. A
 * cell that a spreadsheet would take for a formula gets an apostrophe in front. Immutable, thread-safe.
 */
public final class CsvExport {
    /** What a file name ends with that is to hold the links. */
    public static final String LINKS_ENDING = ".links.csv";

    private static final char MARK = '\uFEFF';
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    /** Writes the entities, or the links where the name ends with {@link #LINKS_ENDING}. */
    public Exporting write(Path file, List<Entity> entities, List<Link> links) {
        boolean ofLinks =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(LINKS_ENDING);
        try {
            FileReplacement.write(file, out -> {
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                writer.write(MARK);
                if (ofLinks) {
                    writeLinks(writer, links);
                } else {
                    writeEntities(writer, entities, links);
                }
                writer.flush();
            });
            return new Exporting.Written(ofLinks ? 0 : entities.size(), ofLinks ? links.size() : 0, 0);
        } catch (IOException e) {
            return new Exporting.Failed(FileReplacement.sentence(file, e));
        }
    }

    private static void writeEntities(Writer out, List<Entity> entities, List<Link> links) throws IOException {
        Map<Indicator, Integer> degrees = new HashMap<>();
        for (Link link : links) {
            degrees.merge(link.key().from(), 1, Integer::sum);
            degrees.merge(link.key().to(), 1, Integer::sum);
        }
        line(out, "type", "value", "flag", "tags", "note", "links", "tlp", "pap", "hidden", "properties");
        for (Entity entity : entities) {
            line(
                    out,
                    entity.indicator().type().id(),
                    entity.indicator().value(),
                    entity.flag() == Flag.NONE ? "" : entity.flag().name().toLowerCase(Locale.ROOT),
                    String.join("; ", entity.tags()),
                    entity.note(),
                    String.valueOf(degrees.getOrDefault(entity.indicator(), 0)),
                    entity.handling().tlp() == Handling.Tlp.UNSET
                            ? ""
                            : entity.handling().tlp().label(),
                    entity.handling().pap() == Handling.Pap.UNSET
                            ? ""
                            : entity.handling().pap().label(),
                    entity.hidden() ? "yes" : "",
                    entity.properties().stream()
                            .map(property -> property.name() + "=" + property.value())
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }
    }

    private static void writeLinks(Writer out, List<Link> links) throws IOException {
        line(out, "from_type", "from", "relation", "to_type", "to", "first_seen", "last_seen", "drawn_by_analyst");
        for (Link link : links) {
            line(
                    out,
                    link.key().from().type().id(),
                    link.key().from().value(),
                    link.key().label(),
                    link.key().to().type().id(),
                    link.key().to().value(),
                    day(link.seen().first()),
                    day(link.seen().last()),
                    link.isDrawnByAnalyst() ? "yes" : "");
        }
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static void line(Writer out, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(cell(cells[i]));
        }
        out.write("\r\n");
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
