package tendril.picture.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tendril.graph.Flag;
import tendril.picture.ink.Raster;
import tendril.picture.ink.TextMask;
import tendril.picture.ink.TextMasks;
import tendril.picture.scene.Marks;
import tendril.picture.scene.NodeKind;
import tendril.picture.scene.Scene;
import tendril.picture.scene.Topology;

/**
 * Decides which labels a picture carries and where, so that no two collide: the selected first, then flagged and noted
 * nodes and hubs, each at the first of four places beside its node that is free. Confined to one thread.
 */
final class LabelPlacer {
    /** Labels in one picture of a screen's size at most. */
    static final int LABELS_MAX = 900;

    /** Without room for glyphs, one label for this many square logical pixels. */
    private static final double FAR_AREA_PX = 23_000;

    /** So few nodes in view all get their labels, however small they are drawn, as far as there is room. */
    private static final int FEW_NODES = 80;

    /** They are few, too, when each has so many square logical pixels to itself. */
    private static final double FEW_AREA_PX = 8_000;

    /** Labels on a far picture stand apart, or they would pile up to paragraphs that hide the graph. */
    private static final double FAR_CLEARANCE_PX = 9;

    private static final int PRIORITIES = 1024;
    private static final int SELECTED_PRIORITY = 512;
    private static final int MARKED_PRIORITY = 25;
    private static final int FRESH_PRIORITY = 10;
    private static final int DEGREE_PRIORITY_MAX = 127;

    /** A name says more than a hash with as many links; three times as many links make up for it. */
    private static final int HASH_PRIORITY_LESS = 14;

    /** From afar it says next to nothing. */
    private static final int FAR_HASH_PRIORITY_LESS = 42;

    /** Labels up to this rank may lie on other nodes if there is no free place: a picture names its hubs. */
    private static final int INSISTENT = 24;

    private static final int HUB_DEGREE_MIN = 4;
    private static final double SMALL_RADIUS_PX = 9;
    private static final double GAP_PX = 1;
    private static final double TIGHT = 0.9;
    private static final double LINK_LABEL_ZOOM_MIN = 0.7;
    private static final int LINK_LABEL_BUNDLES_MAX = 3000;
    /** From this zoom on every link label with room is shown; below, a hub says the same only so many times. */
    private static final double EVERY_LINK_LABEL_ZOOM = 1.6;

    private static final int SAME_LABEL_AT_HUB_MAX = 3;
    private static final double LINK_TEXT_PX = 10;
    private static final double LINK_ROOM_PX = 14;

    private final Occupancy text = new Occupancy();
    private final Occupancy icons = new Occupancy();
    private final TextMasks masks;
    private final List<Label> labels = new ArrayList<>();
    private final Map<String, Integer> saidAtHub = new HashMap<>();
    private boolean whole;
    private boolean few;
    private int[] ordered = new int[0];
    private final int[] starts = new int[PRIORITIES + 1];

    LabelPlacer(TextMasks masks) {
        this.masks = masks;
    }

    /**
     * One label in its place, in device pixels of the whole picture.
     *
     * @param x      left edge of the mask, halo included
     * @param y      top edge of the mask, halo included
     * @param color  of the ink, premultiplied
     * @param owner  node slot, or bundle of a link
     * @param onLink whether the owner is a bundle
     */
    record Label(
            String text,
            int sizePx,
            boolean bold,
            int x,
            int y,
            int width,
            int height,
            int color,
            int owner,
            boolean onLink) {

        /** Paints it over whatever is there. */
        void paint(Raster raster, TextMasks texts, double dpr, int halo) {
            var mask = texts.mask(text, sizePx, bold, dpr);
            // A link's label lies on its own line and needs a gap in it; that of a hub lies on many.
            for (int i = 0; i < (onLink || bold ? 2 : 1); i++) {
                raster.stamp(mask.halo(), mask.width(), mask.height(), x, y, halo);
            }
            raster.stamp(mask.ink(), mask.width(), mask.height(), x, y, color);
        }
    }

    /**
     * The labels of a plan; the list is used again by the next call.
     *
     * @param wholeOnly no label may reach over the edge of the picture: for one that is kept, not scrolled
     */
    List<Label> place(PicturePlan plan, boolean wholeOnly) {
        labels.clear();
        whole = wholeOnly;
        if (!plan.look.labels()) {
            return labels;
        }
        text.begin(plan.width, plan.height);
        icons.begin(plan.width, plan.height);
        takeIcons(plan);
        double area = plan.width * (double) plan.height / (plan.dpr * plan.dpr);
        double room = area / FAR_AREA_PX;
        few = plan.nodes.size <= Math.max(FEW_NODES, area / FEW_AREA_PX);
        int candidates = order(plan);
        int farBudget = (int) Math.max(few ? plan.nodes.size : 12, room);
        int budget = (int) Math.max(LABELS_MAX, 4 * room);
        int far = 0;
        for (int i = 0; i < candidates && labels.size() < budget; i++) {
            int node = ordered[i];
            boolean near = plan.hasGlyph(plan.paintedRadius(node));
            if (near || far < farBudget) {
                boolean placed = placeNode(plan, node, i < INSISTENT, !near && !few);
                far += placed && !near ? 1 : 0;
            }
        }
        if (plan.look.linkLabels()
                && plan.camera.zoom() >= LINK_LABEL_ZOOM_MIN
                && plan.bundles.size <= Math.max(LINK_LABEL_BUNDLES_MAX, budget)) {
            placeLinks(plan, budget);
        }
        return labels;
    }

    private void takeIcons(PicturePlan plan) {
        for (int i = 0; i < plan.nodes.size; i++) {
            int node = plan.nodes.at[i];
            double radius = plan.paintedRadius(node);
            if (plan.hasShape(radius)) {
                int x = (int) Math.round(plan.x(node));
                int y = (int) Math.round(plan.y(node));
                var extent = NodePainter.extent(plan, node, masks);
                // A little less than that, so that a label may sit close to a neighbour.
                icons.take(
                        x - (int) (extent.left() * TIGHT),
                        y - (int) (extent.above() * TIGHT),
                        x + (int) (extent.right() * TIGHT),
                        y + (int) (extent.below() * TIGHT));
            }
        }
    }

    /** Sorts what may be labelled by priority, the greatest first, by counting; returns how many. */
    private int order(PicturePlan plan) {
        int n = plan.nodes.size;
        if (ordered.length < n) {
            ordered = new int[Math.max(n, ordered.length * 2)];
        }
        Arrays.fill(starts, 0);
        for (int i = 0; i < n; i++) {
            starts[PRIORITIES - 1 - priority(plan, plan.nodes.at[i])]++;
        }
        int sum = 0;
        for (int p = 0; p < PRIORITIES; p++) {
            int count = starts[p];
            starts[p] = sum;
            sum += count;
        }
        int unlabelled = 0;
        for (int i = 0; i < n; i++) {
            int node = plan.nodes.at[i];
            int priority = priority(plan, node);
            unlabelled += priority == 0 ? 1 : 0;
            ordered[starts[PRIORITIES - 1 - priority]++] = node;
        }
        return n - unlabelled;
    }

    /** 0 for a node that gets no label here. */
    private int priority(PicturePlan plan, int node) {
        int bits = plan.scene.nodes.marks()[node];
        int degree = plan.scene.topology().degree[node];
        boolean near = plan.hasGlyph(plan.radius(node));
        boolean marked = (bits & (Marks.SELECTED | Marks.NOTE)) != 0 || Marks.flagOf(bits) != Flag.NONE;
        boolean minor = degree < HUB_DEGREE_MIN && !few;
        if ((!near && !marked && minor) || (bits & (Marks.FADED | Marks.SELECTED)) == Marks.FADED) {
            return 0;
        }
        int priority = 1 + Math.min(DEGREE_PRIORITY_MAX - 1, (int) (13 * Math.log1p(degree)));
        boolean hash = NodeKind.at(plan.scene.nodes.kind()[node]).isHash();
        priority = hash ? Math.max(1, priority - (near ? HASH_PRIORITY_LESS : FAR_HASH_PRIORITY_LESS)) : priority;
        priority += (bits & Marks.SELECTED) != 0 ? SELECTED_PRIORITY : 0;
        priority += marked && (bits & Marks.SELECTED) == 0 ? MARKED_PRIORITY : 0;
        priority += (bits & Marks.FRESH) != 0 ? FRESH_PRIORITY : 0;
        return Math.min(PRIORITIES - 1, priority);
    }

    /**
     * @param insist whether it may lie on other nodes
     * @param far    whether it names a place on a map rather than a node, and keeps away from the next one
     */
    private boolean placeNode(PicturePlan plan, int node, boolean insist, boolean far) {
        String shown = plan.scene.nodes.shown()[node];
        if (shown.isEmpty()) {
            return false;
        }
        double radius = plan.paintedRadius(node);
        boolean selected = (plan.scene.nodes.marks()[node] & Marks.SELECTED) != 0;
        boolean ringed = (plan.scene.nodes.marks()[node] & (Marks.SELECTED | Marks.FRESH)) != 0;
        boolean bold = selected || (insist && (far || plan.isHub(node)));
        int clear = far && !selected ? (int) (FAR_CLEARANCE_PX * plan.dpr) : 0;
        int size = sizePx(plan, radius);
        var mask = masks.mask(shown, size, bold, plan.dpr);
        double x = plan.x(node);
        double y = plan.y(node);
        int margin = mask.margin();
        int gap = (int) Math.round(GAP_PX * plan.dpr) + (ringed ? (int) (4 * plan.dpr) : 0);
        var extent = NodePainter.extent(plan, node, masks);
        int centerX = (int) Math.round(x - mask.width() / 2.0);
        int centerY = (int) Math.round(y - mask.height() / 2.0);
        int[] xs = {
            centerX,
            (int) x + (int) Math.ceil(extent.right()) + gap,
            (int) x - (int) Math.ceil(extent.left()) - gap - mask.width(),
            centerX
        };
        int[] ys = {
            (int) Math.round(y) + (int) Math.ceil(extent.below()) + gap - margin,
            centerY,
            centerY,
            (int) Math.round(y) - (int) Math.ceil(extent.above()) - gap - mask.height() + margin
        };
        boolean inside = x >= 0 && y >= 0 && x < plan.width && y < plan.height;
        for (Place wanted : Place.of(insist, inside)) {
            for (int place = 0; place < 4; place++) {
                if (takes(xs[place], ys[place], mask, wanted, clear)) {
                    int color = Raster.premultiplied(plan.look.theme().label());
                    labels.add(new Label(
                            shown, size, bold, xs[place], ys[place], mask.width(), mask.height(), color, node, false));
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * What a label puts up with, the better first.
     *
     * @param overIcons whether it may lie on other nodes
     * @param cutOff    whether it may reach over the edge of the picture
     */
    private record Place(boolean overIcons, boolean cutOff) {
        static final Place ANYWHERE_FREE = new Place(false, true);

        /** Of a node in view: half a name says less than none. */
        private static final List<Place> IN_VIEW = List.of(new Place(false, false));

        private static final List<Place> HUB_IN_VIEW = List.of(new Place(false, false), new Place(true, false));
        private static final List<Place> ENTERING = List.of(ANYWHERE_FREE);
        private static final List<Place> HUB_ENTERING = List.of(ANYWHERE_FREE, new Place(true, true));

        static List<Place> of(boolean insistent, boolean inView) {
            if (inView) {
                return insistent ? HUB_IN_VIEW : IN_VIEW;
            }
            return insistent ? HUB_ENTERING : ENTERING;
        }
    }

    /** Takes the place if it is free and at least partly inside the picture. */
    private boolean takes(int x, int y, TextMask mask, Place wanted, int clear) {
        int left = x + mask.margin() - 1;
        int top = y + mask.margin();
        int right = x + mask.width() - mask.margin() + 1;
        int bottom = y + mask.height() - mask.margin();
        if ((whole || !wanted.cutOff()) && (left < 0 || top < 0 || right > text.width() || bottom > text.height())) {
            return false;
        }
        if (right <= 0 || bottom <= 0 || left >= text.width() || top >= text.height()) {
            return false;
        }
        return (wanted.overIcons() || icons.isFree(left, top, right, bottom))
                && (clear == 0 || text.isFree(left - clear, top - clear, right + clear, bottom + clear))
                && text.takeIfFree(left, top, right, bottom);
    }

    /** Size of type for a node of this radius: it grows a little with the icon. */
    private static int sizePx(PicturePlan plan, double radius) {
        double logical = radius / plan.dpr;
        double size = logical < SMALL_RADIUS_PX ? 11 : logical < 18 ? 12 : logical < 30 ? 13 : logical < 50 ? 15 : 18;
        return (int) Math.round(size * plan.dpr);
    }

    private void placeLinks(PicturePlan plan, int budget) {
        var topology = plan.scene.topology();
        int size = (int) Math.round(LINK_TEXT_PX * plan.dpr);
        saidAtHub.clear();
        for (int i = 0; i < plan.bundles.size && labels.size() < budget; i++) {
            int bundle = plan.bundles.at[i];
            int a = topology.a[bundle];
            int b = topology.b[bundle];
            double dx = plan.x(b) - plan.x(a);
            double dy = plan.y(b) - plan.y(a);
            double room = Math.hypot(dx, dy) - plan.paintedRadius(a) - plan.paintedRadius(b) - LINK_ROOM_PX * plan.dpr;
            int bits = plan.scene.nodes.marks()[a] | plan.scene.nodes.marks()[b];
            String shown = a == b || room < size * 3 || (bits & Marks.FADED) != 0
                    ? ""
                    : linkText(plan.scene, topology, bundle);
            if (!shown.isEmpty()) {
                placeLink(plan, bundle, shown, size, room, dx, dy);
            }
        }
    }

    private void placeLink(PicturePlan plan, int bundle, String shown, int size, double room, double dx, double dy) {
        var mask = masks.mask(shown, size, false, plan.dpr);
        var topology = plan.scene.topology();
        int a = topology.a[bundle];
        int b = topology.b[bundle];
        // The stretch of line that a level text of this size covers.
        double across = Math.abs(dx) / Math.max(1e-6, Math.hypot(dx, dy));
        if (room < Math.max(mask.height(), mask.width() * across)) {
            return;
        }
        double radiusA = plan.paintedRadius(a);
        double radiusB = plan.paintedRadius(b);
        double middle = (1 + (radiusA - radiusB) / Math.max(1, Math.hypot(dx, dy))) / 2;
        int x = (int) Math.round(plan.x(a) + dx * middle - mask.width() / 2.0);
        int y = (int) Math.round(plan.y(a) + dy * middle - mask.height() / 2.0);
        boolean every = plan.camera.zoom() >= EVERY_LINK_LABEL_ZOOM;
        String said = every ? "" : (topology.degree[a] > topology.degree[b] ? a : b) + " " + shown;
        if (!every && saidAtHub.getOrDefault(said, 0) >= SAME_LABEL_AT_HUB_MAX) {
            return;
        }
        if (takes(x, y, mask, Place.ANYWHERE_FREE, 0)) {
            saidAtHub.merge(said, 1, Integer::sum);
            int color = Raster.premultiplied(plan.look.theme().labelMuted());
            labels.add(new Label(shown, size, false, x, y, mask.width(), mask.height(), color, bundle, true));
        }
    }

    /** What a bundle says: its label, and how many links it stands for. */
    static String linkText(Scene scene, Topology topology, int bundle) {
        int first = topology.first[bundle];
        String shown = scene.links.shown()[first];
        int count = topology.count[bundle];
        if (count == 1) {
            return shown;
        }
        for (int link = topology.next[first]; link >= 0; link = topology.next[link]) {
            if (!scene.links.shown()[link].equals(shown)) {
                return shown + " +" + (count - 1);
            }
        }
        return shown + " \u00d7" + count;
    }
}
