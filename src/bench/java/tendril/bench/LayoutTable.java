package tendril.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Medians over the seeds, one row for each graph and engine, as Markdown. */
final class LayoutTable {

    /**
     * One row.
     *
     * @param stress    median; with the ratio to ForceAtlas2 on the same graph it can be judged
     * @param coldCpu   CPU seconds of a program that starts, reads, lays out once and ends; NaN if not measured
     * @param peakMb    the most memory that program held; NaN if not measured
     */
    record Row(
            String graph,
            String engine,
            int seeds,
            double wall,
            double cpu,
            double stress,
            double np2,
            double crossings,
            double coldCpu,
            double peakMb) {}

    private final List<Row> rows;

    private LayoutTable(List<Row> rows) {
        this.rows = rows;
    }

    static LayoutTable of(List<LayoutResult> results, Map<String, double[]> cold) {
        Map<String, List<LayoutResult>> groups = new LinkedHashMap<>();
        results.forEach(result -> groups.computeIfAbsent(key(result), k -> new ArrayList<>()).add(result));
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, group) -> {
            double[] program = cold.getOrDefault(key, new double[] {Double.NaN, Double.NaN});
            rows.add(new Row(
                    group.getFirst().graph(),
                    group.getFirst().engine(),
                    group.size(),
                    median(group, LayoutResult::settledWall),
                    median(group, LayoutResult::settledCpu),
                    median(group, result -> result.score().stress()),
                    median(group, result -> result.score().np2()),
                    median(group, result -> result.score().crossings()),
                    program[0],
                    program[1]));
        });
        rows.sort(Comparator.comparing(row -> firstSeen(results, row.graph())));
        return new LayoutTable(rows);
    }

    static String key(LayoutResult result) {
        return result.graph() + "|" + result.engine();
    }

    private static int firstSeen(List<LayoutResult> results, String graph) {
        return results.stream().map(LayoutResult::graph).distinct().toList().indexOf(graph);
    }

    private static double median(List<LayoutResult> group, ToDoubleFunction<LayoutResult> figure) {
        double[] sorted = group.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    List<Row> rows() {
        return rows;
    }

    String markdown() {
        StringBuilder text = new StringBuilder(
                """
                | graph | engine | seeds | settled, wall s | settled, CPU s | of FA2 | stress | of FA2 | NP2 | of FA2 \
                | crossings | of FA2 | cold program, CPU s | peak MB |
                |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (Row row : rows) {
            Row atlas = rows.stream()
                    .filter(other -> other.graph().equals(row.graph()) && other.engine().equals(GephiPeer.FORCE_ATLAS))
                    .findFirst()
                    .orElse(row);
            text.append("| %s | %s | %d | %s | %s | %s | %.3f | %s | %.3f | %s | %,.0f | %s | %s | %s |%n".formatted(
                    row.graph(),
                    row.engine(),
                    row.seeds(),
                    seconds(row.wall()),
                    seconds(row.cpu()),
                    ratio(row.cpu(), atlas.cpu()),
                    row.stress(),
                    ratio(row.stress(), atlas.stress()),
                    row.np2(),
                    ratio(row.np2(), atlas.np2()),
                    row.crossings(),
                    ratio(row.crossings(), atlas.crossings()),
                    Double.isNaN(row.coldCpu()) ? "" : seconds(row.coldCpu()),
                    Double.isNaN(row.peakMb()) ? "" : "%.0f".formatted(row.peakMb())));
        }
        return text.toString();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 1 ? "%.3f" : "%.1f", seconds);
    }

    private static String ratio(double part, double whole) {
        return String.format(Locale.ROOT, part < 0.1 * whole ? "%.3f" : "%.2f", part / whole);
    }
}
