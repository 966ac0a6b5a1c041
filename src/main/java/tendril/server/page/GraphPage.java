package tendril.server.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;
import tendril.server.api.ReportKind;

/**
 * The neighbourhood of one value, drawn as SVG on the server: the value in the middle, its neighbours in a column on
 * either side, so that no label covers another. The same nodes and edges stand in a script block as data, where old
 * clients read them, and as a list for those who do not see the drawing; nothing runs. Confined to one thread.
 */
final class GraphPage {
    /** Neighbours beyond this are counted; the page of the value and the API have them. */
    private static final int NEIGHBOURS_MAX = 1000;

    private static final int DRAWN_MAX = 60;
    private static final int WIDTH = 1000;
    private static final int ROW_HEIGHT = 24;
    private static final int MARGIN = 30;
    private static final int ROWS_MIN = 8;
    private static final int LEFT_X = 300;
    private static final int RIGHT_X = 700;
    private static final int NODE_RADIUS = 7;
    private static final int LABEL_CHARS_MAX = 40;

    private final Html html;
    private final CorpusReading corpus;

    GraphPage(Html html, CorpusReading corpus) {
        this.html = html;
        this.corpus = corpus;
    }

    /**
     * One neighbour.
     *
     * @param inward whether what holds between the two points from the neighbour to the value
     */
    private record Neighbour(ReportKind kind, boolean inward) {}

    void write(ReportKind kind, String key) throws IOException {
        SequencedMap<String, Neighbour> neighbours = new LinkedHashMap<>();
        long left = collect(kind, key, neighbours);
        html.raw("<p class=\"kind\">Neighbourhood of</p>\n<h1>").link(kind, key).raw("</h1>\n<section>\n");
        if (neighbours.isEmpty()) {
            html.raw("<p class=\"none\">This corpus knows no neighbours of it.</p></section>\n");
            data(key, neighbours);
            return;
        }
        legend(kind, neighbours);
        draw(kind, key, neighbours);
        if (neighbours.size() > DRAWN_MAX) {
            html.raw("<p class=\"more\">" + DRAWN_MAX + " of " + (neighbours.size() + left) + " are drawn.</p>");
        }
        html.raw("</section>\n");
        list(neighbours, left);
        data(key, neighbours);
    }

    /** Gathers the neighbours, a part of each kind before more of any; returns how many are left out. */
    private long collect(ReportKind kind, String key, SequencedMap<String, Neighbour> neighbours) throws IOException {
        List<EntityPage.Table> tables = EntityPage.tables(kind).stream()
                .filter(table -> table.target().isPresent())
                .toList();
        int share = NEIGHBOURS_MAX / tables.size();
        var left = new long[1];
        for (EntityPage.Table table : tables) {
            boolean inward = table.lookup().side() == Lookup.Side.OBJECT;
            var neighbour = new Neighbour(table.target().orElseThrow(), inward);
            int full = neighbours.size() + share;
            corpus.rows(table.lookup(), key, (value, last) -> {
                if (value.length() < 2 || value.equals(key) || value.equals("0.0.0.0")) {
                    return;
                }
                if (neighbours.size() < full) {
                    neighbours.putIfAbsent(value, neighbour);
                } else if (!neighbours.containsKey(value)) {
                    left[0]++;
                }
            });
        }
        return left[0];
    }

    /** Those that are drawn: all, or as many of each kind as there is room for, those of a kind beside each other. */
    private static List<Map.Entry<String, Neighbour>> drawn(SequencedMap<String, Neighbour> neighbours) {
        Map<ReportKind, Integer> room = new EnumMap<>(ReportKind.class);
        Map<ReportKind, Integer> wanted = new EnumMap<>(ReportKind.class);
        neighbours.values().forEach(neighbour -> wanted.merge(neighbour.kind(), 1, Integer::sum));
        int left = Math.min(DRAWN_MAX, neighbours.size());
        while (left > 0) {
            for (var kind : wanted.entrySet()) {
                if (left > 0 && room.getOrDefault(kind.getKey(), 0) < kind.getValue()) {
                    room.merge(kind.getKey(), 1, Integer::sum);
                    left--;
                }
            }
        }
        List<Map.Entry<String, Neighbour>> drawn = new ArrayList<>();
        for (var neighbour : neighbours.entrySet()) {
            if (room.merge(neighbour.getValue().kind(), -1, Integer::sum) >= 0) {
                drawn.add(neighbour);
            }
        }
        return drawn;
    }

    private void legend(ReportKind kind, SequencedMap<String, Neighbour> neighbours) throws IOException {
        Map<ReportKind, Integer> counts = new TreeMap<>();
        neighbours.values().forEach(neighbour -> counts.merge(neighbour.kind(), 1, Integer::sum));
        counts.putIfAbsent(kind, 0);
        html.raw("<ul class=\"legend\">\n");
        for (ReportKind shown : counts.keySet()) {
            html.raw("<li><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\"><circle class=\"" + style(shown)
                    + "\" cx=\"8\" cy=\"8\" r=\"7\"/></svg> " + EntityPage.label(shown) + "</li>\n");
        }
        html.raw("</ul>\n");
    }

    private void draw(ReportKind kind, String key, SequencedMap<String, Neighbour> neighbours) throws IOException {
        List<Map.Entry<String, Neighbour>> all = drawn(neighbours);
        int rows = Math.max(ROWS_MIN, (all.size() + 1) / 2);
        int height = rows * ROW_HEIGHT + 2 * MARGIN;
        int centreX = WIDTH / 2;
        int centreY = height / 2;
        html.raw("<svg class=\"graph\" viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\" aria-label=\"")
                .text(neighbours.size() + " neighbours of " + key + ", listed below")
                .raw("\">\n");
        var nodes = new StringBuilder();
        int rightCount = (all.size() + 1) / 2;
        for (int i = 0; i < all.size(); i++) {
            boolean right = i < rightCount;
            int x = right ? RIGHT_X : LEFT_X;
            int inColumn = right ? rightCount : all.size() - rightCount;
            int row = right ? i : i - rightCount;
            int y = centreY + (int) ((row - (inColumn - 1) / 2.0) * ROW_HEIGHT);
            int bend = (centreX + x) / 2;
            html.raw("<path d=\"M" + centreX + " " + centreY + "C" + bend + " " + centreY + " " + bend + " " + y + " "
                    + x + " " + y + "\"/>\n");
            nodes.append(node(all.get(i).getValue().kind(), all.get(i).getKey(), x, y, right));
        }
        html.raw(nodes.toString()).raw(centre(kind, key, centreX, centreY)).raw("</svg>\n");
    }

    private static String node(ReportKind kind, String value, int x, int y, boolean labelRight) {
        int labelX = labelRight ? x + NODE_RADIUS + 6 : x - NODE_RADIUS - 6;
        return String.format(
                Locale.ROOT,
                "<a href=\"%s\"><circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%d\"><title>%s</title></circle>"
                        + "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text></a>\n",
                Html.href(kind, value),
                style(kind),
                x,
                y,
                NODE_RADIUS,
                plain(value),
                labelX,
                y + 4,
                labelRight ? "start" : "end",
                plain(shortened(value)));
    }

    private static String centre(ReportKind kind, String value, int x, int y) {
        return String.format(
                Locale.ROOT,
                "<circle class=\"%s centre\" cx=\"%d\" cy=\"%d\" r=\"%d\"><title>%s</title></circle>"
                        + "<text class=\"centre\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
                style(kind),
                x,
                y,
                NODE_RADIUS * 2,
                plain(value),
                x,
                y - NODE_RADIUS * 3,
                plain(shortened(value)));
    }

    private static String shortened(String value) {
        return value.length() > LABEL_CHARS_MAX ? value.substring(0, LABEL_CHARS_MAX - 1) + "\u2026" : value;
    }

    /** Escaped text without the markup that pages use for unseen characters, as SVG text has none. */
    private static String plain(String value) {
        return Html.escape(value).replaceAll("<span class=\"odd\">(U\\+[0-9A-F]+)</span>", "{$1}");
    }

    private static String style(ReportKind kind) {
        return "kind-" + kind.path();
    }

    /** The neighbours as links. Old clients look for links in single quotes here. */
    private void list(SequencedMap<String, Neighbour> neighbours, long left) throws IOException {
        html.raw("<section><h2>Neighbours</h2>\n<ul class=\"columns\">\n");
        for (var neighbour : neighbours.entrySet()) {
            html.raw("<li><a href='" + Html.href(neighbour.getValue().kind(), neighbour.getKey()) + "'>")
                    .text(neighbour.getKey())
                    .raw("</a></li>\n");
        }
        html.raw("</ul>\n");
        if (left > 0) {
            html.raw("<p class=\"more\">and " + left + " more; the API gives all of them.</p>");
        }
        html.raw("</section>\n");
    }

    private void data(String key, SequencedMap<String, Neighbour> neighbours) throws IOException {
        html.raw("<script type=\"text/plain\">\nelements: {\n nodes: [\n  { data: { id: '" + quoted(key) + "' } }");
        for (String neighbour : neighbours.keySet()) {
            html.raw(",\n  { data: { id: '" + quoted(neighbour) + "' } }");
        }
        html.raw("\n ],\n edges: [");
        String comma = "\n";
        for (var neighbour : neighbours.entrySet()) {
            String other = quoted(neighbour.getKey());
            boolean inward = neighbour.getValue().inward();
            html.raw(comma + "  { data: { source: '" + (inward ? other : quoted(key)) + "', target: '"
                    + (inward ? quoted(key) : other) + "' } }");
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
