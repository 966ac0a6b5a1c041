package tendril.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;

/** The layout table as bars: a row for each graph, a column for each figure, a bar for each engine. */
final class LayoutPlot {
    private static final int NAME_PX = 170;
    private static final int COLUMN_PX = 300;
    private static final int BAR_PX = 20;
    private static final int GAP_PX = 26;
    private static final int TOP_PX = 60;
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x22, 0x2A, 0x35);
    private static final Color OURS = new Color(0x1D, 0x6F, 0xB8);
    private static final Color PEER = new Color(0xB9, 0xC3, 0xCF);

    private record Column(String title, ToDoubleFunction<LayoutTable.Row> figure, String format, boolean logarithmic) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("CPU seconds until settled (log)", LayoutTable.Row::cpu, "%.2f", true),
            new Column("stress, lower is better", LayoutTable.Row::stress, "%.3f", false),
            new Column("NP2, higher is better", LayoutTable.Row::np2, "%.3f", false),
            new Column("crossings, lower is better", LayoutTable.Row::crossings, "%.0f", false));

    private LayoutPlot() {}

    static void write(List<LayoutTable.Row> rows, Path file) throws IOException {
        List<String> graphs = rows.stream().map(LayoutTable.Row::graph).distinct().toList();
        int height = TOP_PX + rows.size() * BAR_PX + graphs.size() * (GAP_PX + 10);
        BufferedImage image =
                new BufferedImage(NAME_PX + COLUMNS.size() * COLUMN_PX, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D ink = image.createGraphics();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        ink.setColor(PAPER);
        ink.fillRect(0, 0, image.getWidth(), height);
        ink.setColor(INK);
        for (int c = 0; c < COLUMNS.size(); c++) {
            ink.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
            ink.drawString(COLUMNS.get(c).title(), NAME_PX + c * COLUMN_PX, 30);
        }
        int y = TOP_PX;
        for (String graph : graphs) {
            y = graph(ink, graph, rows.stream().filter(row -> row.graph().equals(graph)).toList(), y);
        }
        ink.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static int graph(Graphics2D ink, String graph, List<LayoutTable.Row> rows, int top) {
        ink.setColor(INK);
        ink.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
        ink.drawString(graph, 12, top);
        int y = top + 10;
        for (LayoutTable.Row row : rows) {
            ink.setColor(INK);
            ink.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            ink.drawString(row.engine(), 12, y + 14);
            for (int c = 0; c < COLUMNS.size(); c++) {
                bar(ink, COLUMNS.get(c), rows, row, NAME_PX + c * COLUMN_PX, y);
            }
            y += BAR_PX;
        }
        return y + GAP_PX;
    }

    private static void bar(Graphics2D ink, Column column, List<LayoutTable.Row> all, LayoutTable.Row row, int x, int y) {
        double most = all.stream().mapToDouble(column.figure()).max().orElse(1);
        double value = column.figure().applyAsDouble(row);
        double part = column.logarithmic() ? Math.log1p(value * 100) / Math.log1p(most * 100) : value / most;
        int length = (int) Math.max(1, part * (COLUMN_PX - 80));
        ink.setColor(row.engine().equals(LayoutPeers.OURS) ? OURS : PEER);
        ink.setStroke(new BasicStroke(1));
        ink.fillRect(x, y + 3, length, BAR_PX - 6);
        ink.setColor(INK);
        ink.drawString(String.format(Locale.ROOT, column.format(), value), x + length + 5, y + 14);
    }
}
