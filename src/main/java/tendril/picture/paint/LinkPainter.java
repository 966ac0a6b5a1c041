package tendril.picture.paint;

import java.util.function.BooleanSupplier;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Raster;
import tendril.picture.ink.SpriteSheet;
import tendril.picture.scene.LinkStyle;
import tendril.picture.scene.Marks;
import tendril.picture.scene.NodeKind;
import tendril.picture.scene.Topology;

/** Paints the links of a plan: far away as a mist of thin lines, near as styled lines with arrowheads. Stateless. */
final class LinkPainter {
    private static final int CANCEL_CHECK_MASK = 0x7FF;

    /** Lines on so many square logical pixels up to which each is painted at full strength. */
    private static final double FULL_STRENGTH_LINES = 1600;

    private static final double FULL_STRENGTH_AREA_PX = 1600 * 1000;

    private static final double STRENGTH_MIN = 0.13;
    private static final double STRENGTH_MAX = 0.92;

    /** In a crowd, lines longer than this in logical pixels step back. */
    private static final double LONG_PX = 220;

    private static final double LONG_STRENGTH_MIN = 0.3;
    private static final double FADED_STRENGTH = 0.22;
    private static final double OLDEST_STRENGTH = 0.25;
    private static final double DRAWN_STRENGTH_MIN = 0.35;
    private static final double TINT = 0.42;
    /** Opacity of 256 of links that lead from what is selected to what is not. */
    private static final int SELECTED_BESIDE = 200;

    private static final double SELECTED_THICKER_PX = 0.4;
    private static final double WIDTH_PX = 1.15;
    private static final double WIDTH_PX_MAX = 4;
    private static final double ARROW_PX = 7;
    private static final double ARROW_GAP_PX = 2.5;
    private static final double DASH_PX = 7;
    private static final double DASH_GAP_PX = 4.5;
    private static final double DOT_PX = 1.6;
    private static final double DOT_GAP_PX = 3.6;

    private final PicturePlan plan;
    private final Raster raster;
    private final Pass pass;
    private final double strength;
    private final boolean crowded;
    private final Topology topology;
    private final int[] marks;
    /** Colour of a plain line by the kind of its lesser end. */
    private final int[] tinted = new int[NodeKind.count()];

    private final double[] curve = new double[LinkShape.POINTS_MAX * 2];

    LinkPainter(PicturePlan plan, Raster raster, Pass pass) {
        this.plan = plan;
        this.raster = raster;
        this.pass = pass;
        this.topology = plan.scene.topology();
        this.marks = plan.scene.nodes.marks();
        double lines = Math.max(1, plan.bundles.size);
        double area = plan.camera.width() * plan.camera.height() / FULL_STRENGTH_AREA_PX;
        double fit = FULL_STRENGTH_LINES * Math.min(1, area);
        this.strength = Math.clamp(STRENGTH_MAX * Math.sqrt(fit / lines), STRENGTH_MIN, STRENGTH_MAX);
        this.crowded = lines > fit;
        var theme = plan.look.theme();
        for (int kind = 0; kind < tinted.length; kind++) {
            tinted[kind] = SpriteSheet.mixed(theme.link(), theme.kind(NodeKind.at(kind)), TINT);
        }
    }

    /** Paints every link of the plan; false if it was cancelled on the way. */
    boolean paint(BooleanSupplier cancelled) {
        for (int i = 0; i < plan.bundles.size; i++) {
            if ((i & CANCEL_CHECK_MASK) == CANCEL_CHECK_MASK && cancelled.getAsBoolean()) {
                return false;
            }
            int bundle = plan.bundles.at[i];
            if (!isSelected(bundle) && !isBeside(bundle)) {
                bundle(bundle, color(bundle), 0);
            }
        }
        int selected = Raster.premultiplied(plan.look.theme().selection());
        int beside = Raster.scaled(selected, SELECTED_BESIDE);
        for (int i = 0; i < plan.bundles.size; i++) {
            int bundle = plan.bundles.at[i];
            if (isSelected(bundle)) {
                boolean between = (marks[topology.a[bundle]] & marks[topology.b[bundle]] & Marks.SELECTED) != 0;
                bundle(bundle, between ? selected : beside, SELECTED_THICKER_PX);
            }
        }
        return true;
    }

    /** Paints one bundle in a colour of the caller's choice, thicker by so many logical pixels. */
    void bundle(int bundle, int color, double thicker) {
        int a = topology.a[bundle];
        int b = topology.b[bundle];
        double x0 = plan.x(a);
        double y0 = plan.y(a);
        double x1 = plan.x(b);
        double y1 = plan.y(b);
        double width = width(bundle, thicker);
        if (a == b) {
            loop(x0, y0, plan.paintedRadius(a), width, color);
        } else if (LinkShape.isFanned(topology, bundle)) {
            fan(bundle, width, color);
        } else {
            straight(bundle, x0, y0, x1, y1, width, color);
        }
    }

    /** Paints the links of a bundle side by side, whether or not the scene has them so. */
    void fanned(int bundle, int color, double thicker) {
        if (topology.count[bundle] > 1 && topology.a[bundle] != topology.b[bundle]) {
            fan(bundle, width(bundle, thicker), color);
        } else {
            bundle(bundle, color, thicker);
        }
    }

    /** How far from its middle line a straight link may be seen, arrowheads included, in device pixels. */
    static double reach(double dpr) {
        return (ARROW_PX + 2 * WIDTH_PX_MAX) * dpr;
    }

    /** Whether a straight line lies above or below the rows that are painted, arrowheads included. */
    private boolean isBeside(int bundle) {
        double y0 = plan.y(topology.a[bundle]);
        double y1 = plan.y(topology.b[bundle]);
        double reach = reach(plan.dpr);
        boolean beside = Math.max(y0, y1) < raster.top - reach || Math.min(y0, y1) > raster.bottom + reach;
        return beside && topology.a[bundle] != topology.b[bundle] && !LinkShape.isFanned(topology, bundle);
    }

    private boolean isSelected(int bundle) {
        return ((marks[topology.a[bundle]] | marks[topology.b[bundle]]) & Marks.SELECTED) != 0;
    }

    private double width(int bundle, double thicker) {
        int count = topology.count[bundle];
        double more = count > 1 ? 0.45 * (31 - Integer.numberOfLeadingZeros(count)) : 0;
        double drawn = topology.style[bundle] == LinkStyle.DRAWN.ordinal() ? 0.5 : 0;
        return Math.min(WIDTH_PX_MAX, WIDTH_PX + more + drawn + thicker) * plan.dpr;
    }

    private int color(int bundle) {
        var theme = plan.look.theme();
        int a = topology.a[bundle];
        int b = topology.b[bundle];
        int style = topology.style[bundle];
        double part = strength;
        int base;
        if (style == LinkStyle.DRAWN.ordinal()) {
            base = theme.linkDrawn();
            part = Math.clamp(part * 2, DRAWN_STRENGTH_MIN, STRENGTH_MAX);
        } else if (style == LinkStyle.HIDDEN_SOURCE.ordinal()) {
            base = theme.linkHidden();
        } else {
            // A line takes some of the colour of its lesser end, so that a burst of one type reads from afar.
            int lesser = topology.degree[a] < topology.degree[b] ? a : b;
            base = tinted[Marks.colourOf(marks[lesser], plan.scene.nodes.kind()[lesser])];
        }
        if (crowded) {
            double length = Math.hypot(plan.x(a) - plan.x(b), plan.y(a) - plan.y(b)) / plan.dpr;
            part *= length > LONG_PX ? Math.max(LONG_STRENGTH_MIN, LONG_PX / length) : 1;
        }
        if (((marks[a] | marks[b]) & Marks.FADED) != 0) {
            part *= FADED_STRENGTH;
        }
        part *= plan.look.fadeByDate() ? topology.freshness(bundle, OLDEST_STRENGTH) : 1;
        return Raster.scaled(Raster.premultiplied(base), (int) Math.max(12, part * 256));
    }

    private void straight(int bundle, double x0, double y0, double x1, double y1, double width, int color) {
        double radiusA = plan.paintedRadius(topology.a[bundle]);
        double radiusB = plan.paintedRadius(topology.b[bundle]);
        boolean near = plan.hasGlyph(Math.max(radiusA, radiusB));
        if (!near) {
            line(x0, y0, x1, y1, Math.min(width, 1.6 * plan.dpr), color);
            return;
        }
        double length = Math.hypot(x1 - x0, y1 - y0);
        double gap = ARROW_GAP_PX * plan.dpr;
        double room = length - radiusA - radiusB - 2 * gap;
        if (room <= 0) {
            return;
        }
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        double arrow = Math.min(ARROW_PX * plan.dpr + width, room / 2);
        boolean forth = (topology.ways[bundle] & Topology.FORTH) != 0 && plan.hasGlyph(radiusB);
        boolean back = (topology.ways[bundle] & Topology.BACK) != 0 && plan.hasGlyph(radiusA);
        double from = back ? radiusA + gap + arrow * 0.8 : radiusA;
        double to = length - (forth ? radiusB + gap + arrow * 0.8 : radiusB);
        styled(topology.style[bundle], x0 + ux * from, y0 + uy * from, x0 + ux * to, y0 + uy * to, width, color);
        if (forth) {
            arrow(x1 - ux * (radiusB + gap), y1 - uy * (radiusB + gap), ux, uy, arrow, color);
        }
        if (back) {
            arrow(x0 + ux * (radiusA + gap), y0 + uy * (radiusA + gap), -ux, -uy, arrow, color);
        }
    }

    private void styled(int style, double x0, double y0, double x1, double y1, double width, int color) {
        if (style == LinkStyle.DRAWN.ordinal()) {
            dashes(x0, y0, x1, y1, DASH_PX * plan.dpr, DASH_GAP_PX * plan.dpr, width, color);
        } else if (style == LinkStyle.HIDDEN_SOURCE.ordinal()) {
            dashes(x0, y0, x1, y1, DOT_PX * plan.dpr, DOT_GAP_PX * plan.dpr, width, color);
        } else {
            line(x0, y0, x1, y1, width, color);
        }
    }

    private void dashes(double x0, double y0, double x1, double y1, double on, double off, double width, int color) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        for (double at = 0; at < length; at += on + off) {
            double end = Math.min(length, at + on);
            line(x0 + ux * at, y0 + uy * at, x0 + ux * end, y0 + uy * end, width, color);
        }
    }

    private void line(double x0, double y0, double x1, double y1, double width, int color) {
        if (pass == Pass.FAST && width < 2) {
            raster.line(x0, y0, x1, y1, color);
        } else {
            raster.smoothLine(x0, y0, x1, y1, width, color);
        }
    }

    private void arrow(double tipX, double tipY, double ux, double uy, double size, int color) {
        double baseX = tipX - ux * size;
        double baseY = tipY - uy * size;
        double half = size * 0.42;
        raster.triangle(tipX, tipY, baseX - uy * half, baseY + ux * half, baseX + uy * half, baseY - ux * half, color);
    }

    private void loop(double x, double y, double radius, double width, int color) {
        double size = LinkShape.loopRadius(plan, radius);
        double centerX = x + LinkShape.loopShift(radius);
        double centerY = y - LinkShape.loopShift(radius);
        double half = Math.max(width, 1.5 * plan.dpr) / 2;
        raster.ring(centerX, centerY, Math.max(0.1, size - half), size + half, color);
    }

    private void fan(int bundle, double width, int color) {
        int index = 0;
        double thin = Math.min(width, (WIDTH_PX + 0.3) * plan.dpr);
        for (int link = topology.first[bundle]; link >= 0; link = topology.next[link]) {
            boolean turned = plan.scene.links.from()[link] != topology.a[bundle];
            int points = LinkShape.curve(plan, topology, bundle, index++, curve);
            for (int p = 0; p + 1 < points; p++) {
                line(curve[2 * p], curve[2 * p + 1], curve[2 * p + 2], curve[2 * p + 3], thin, color);
            }
            curveArrow(points, turned, turned ? topology.a[bundle] : topology.b[bundle], color);
        }
    }

    private void curveArrow(int points, boolean atStart, int target, int color) {
        double radius = plan.paintedRadius(target);
        if (!plan.hasGlyph(radius)) {
            return;
        }
        double reach = radius + ARROW_GAP_PX * plan.dpr;
        double centerX = plan.x(target);
        double centerY = plan.y(target);
        for (int k = 1; k < points; k++) {
            int p = atStart ? k : points - 1 - k;
            double dx = centerX - curve[2 * p];
            double dy = centerY - curve[2 * p + 1];
            double away = Math.hypot(dx, dy);
            if (away >= reach) {
                double tip = (away - reach) / away;
                arrow(
                        curve[2 * p] + dx * tip,
                        curve[2 * p + 1] + dy * tip,
                        dx / away,
                        dy / away, //
                        ARROW_PX * plan.dpr,
                        color);
                return;
            }
        }
    }
}
