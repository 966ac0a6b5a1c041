package tendril.bench;

import java.util.List;

/**
 * What one engine made of one graph with one seed.
 *
 * @param settledWall seconds until the first mark that is as good as the last: within 5 in 100 of its stress and NP2 and
 *                    10 in 100 of its crossings
 * @param settledCpu  CPU seconds until then, compiler and collector included
 * @param score       of the last mark
 */
record LayoutResult(
        String graph, String engine, long seed, double settledWall, double settledCpu, LayoutQuality.Score score) {
    private static final double NEAR = 0.05;
    private static final double NEAR_CROSSINGS = 0.10;

    static LayoutResult of(LayoutCase graph, String engine, long seed, Trail trail, LayoutQuality quality) {
        List<Trail.Mark> marks = trail.marks();
        LayoutQuality.Score last = quality.score(marks.getLast().x(), marks.getLast().y());
        Trail.Mark settled = marks.stream()
                .filter(mark -> isAsGood(quality.score(mark.x(), mark.y()), last))
                .findFirst()
                .orElse(marks.getLast());
        return new LayoutResult(graph.name(), engine, seed, settled.wall(), settled.cpu(), last);
    }

    private static boolean isAsGood(LayoutQuality.Score score, LayoutQuality.Score last) {
        return score.stress() <= last.stress() * (1 + NEAR)
                && score.np2() >= last.np2() * (1 - NEAR)
                && score.crossings() <= last.crossings() * (1 + NEAR_CROSSINGS);
    }
}
