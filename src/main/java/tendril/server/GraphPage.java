package tendril.server;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import tendril.corpus.CorpusReading;

/**
 * The neighbourhood of one value, drawn as SVG on the server. The same nodes and edges stand in a script block as data,
 * where old clients read them; nothing runs. Confined to one thread.
 */
final class GraphPage {
    private static final int NEIGHBOURS_MAX = 60;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 760;
    private static final int NODE_RADIUS = 8;
    private static final int LABEL_CHARS_MAX = 34;

    private final Html html;
    private final CorpusReading corpus;

    GraphPage(Html html, CorpusReading corpus) {
        this.html = html;
        this.corpus = corpus;
    }

    void write(ReportKind kind, String key) throws IOException {
        SequencedMap<String, ReportKind> neighbours = new LinkedHashMap<>();
        var left = new long[1];
        for (EntityPage.Table table : EntityPage.tables(kind)) {
            if (table.target().isEmpty()) {
                continue;
            }
            ReportKind target = table.target().get();
            corpus.rows(table.lookup(), key, (value, last) -> {
                if (value.length() < 2 || value.equals(key)) {
                    return;
                }
                if (neighbours.size() < NEIGHBOURS_MAX) {
                    neighbours.putIfAbsent(value, target);
                } else {
                    left[0]++;
                }
            });
        }
        html.raw("<p class=\"kind\">Neighbourhood</p>\n<h1>").link(kind, key).raw("</h1>\n<section>\n");
        draw(kind, key, neighbours);
        if (left[0] > 0) {
            html.raw("<p class=\"more\">and " + left[0] + " more, which the page of the value lists.</p>");
        }
        html.raw("</section>\n");
        data(key, neighbours);
    }

    private void draw(ReportKind kind, String key, SequencedMap<String, ReportKind> neighbours) throws IOException {
        html.raw("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"Neighbours of ")
                .text(key)
                .raw("\">\n");
        int centreX = WIDTH / 2;
        int centreY = HEIGHT / 2;
        var nodes = new StringBuilder();
        int index = 0;
        for (var neighbour : neighbours.entrySet()) {
            double angle = 2 * Math.PI * index / neighbours.size();
            double stretch = neighbours.size() > 24 && index % 2 == 1 ? 0.7 : 1;
            int x = (int) (centreX + Math.cos(angle) * stretch * WIDTH * 0.30);
            int y = (int) (centreY + Math.sin(angle) * stretch * HEIGHT * 0.42);
            html.raw("<line x1=\"" + centreX + "\" y1=\"" + centreY + "\" x2=\"" + x + "\" y2=\"" + y + "\"/>\n");
            nodes.append(node(neighbour.getValue(), neighbour.getKey(), x, y, x >= centreX));
            index++;
        }
        html.raw(nodes.toString()).raw(node(kind, key, centreX, centreY, true)).raw("</svg>\n");
    }

    private static String node(ReportKind kind, String value, int x, int y, boolean labelRight) {
        String label = value.length() > LABEL_CHARS_MAX ? value.substring(0, LABEL_CHARS_MAX - 1) + "\u2026" : value;
        int labelX = labelRight ? x + NODE_RADIUS + 4 : x - NODE_RADIUS - 4;
        return String.format(
                Locale.ROOT,
                "<a href=\"%s\"><circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"><title>%s</title></circle>"
                        + "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text></a>\n",
                Html.href(kind, value),
                x,
                y,
                NODE_RADIUS,
                colour(kind),
                plain(value),
                labelX,
                y + 4,
                labelRight ? "start" : "end",
                plain(label));
    }

    /** Escaped text without the markup that pages use for unseen characters, as SVG text has none. */
    private static String plain(String value) {
        return Html.escape(value).replaceAll("<span class=\"odd\">(U\\+[0-9A-F]+)</span>", "\\\\{$1}");
    }

    private static String colour(ReportKind kind) {
        return switch (kind) {
            case DOMAIN -> "#2f7dd1";
            case IP -> "#d1862f";
            case EMAIL -> "#7a4fc9";
            case FILE -> "#c23b3b";
            case ANTIVIRUS -> "#8a5a44";
        };
    }

    private void data(String key, SequencedMap<String, ReportKind> neighbours) throws IOException {
        html.raw("<script type=\"text/plain\">\nelements: {\n nodes: [\n  { data: { id: '" + quoted(key) + "' } }");
        for (String neighbour : neighbours.keySet()) {
            html.raw(",\n  { data: { id: '" + quoted(neighbour) + "' } }");
        }
        html.raw("\n ],\n edges: [");
        String comma = "\n";
        for (String neighbour : neighbours.keySet()) {
            html.raw(comma + "  { data: { source: '" + quoted(key) + "', target: '" + quoted(neighbour) + "' } }");
            comma = ",\n";
        }
        html.raw("\n ]\n}\n</script>\n");
    }

    /** A value inside single quotes inside a script block: nothing in it may end either. */
    private static String quoted(String value) {
        var quoted = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean safe = c >= ' ' && c < 0x7F && c != '\'' && c != '\\' && c != '<' && c != '>' && c != '&';
            if (safe) {
                quoted.append(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return quoted.toString();
    }
}
