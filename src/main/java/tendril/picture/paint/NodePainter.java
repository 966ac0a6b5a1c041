package tendril.picture.paint;

import java.util.function.BooleanSupplier;
import tendril.graph.Flag;
import tendril.picture.ink.Raster;
import tendril.picture.ink.SpriteSheet;
import tendril.picture.ink.SpriteSheet.Badge;
import tendril.picture.ink.TextMask;
import tendril.picture.ink.TextMasks;
import tendril.picture.ink.Theme;
import tendril.picture.scene.Marks;
import tendril.picture.scene.NodeKind;
import tendril.picture.scene.Slots;

/** Paints the nodes of a plan: dots, silhouettes or icons, with rings and badges. Confined to one thread. */
final class NodePainter {
    private static final int CANCEL_CHECK_MASK = 0x1FFF;
    private static final int OPAQUE = 256;
    private static final int FADED_OPACITY = 64;

    /** Radius in logical pixels from which corner badges are drawn. */
    private static final double BADGE_RADIUS_PX = 8;

    private static final double BADGE_PX_MIN = 10;
    private static final double BADGE_PX_MAX = 22;
    private static final double RING_RADIUS_PX_MIN = 4;

    /** Radius in logical pixels from which rings have their full width. */
    private static final double FULL_RING_RADIUS_PX = 8;

    private static final double SMALL_RING = 0.5;
    private static final double HUB_RIM_PX = 1.2;
    private static final double FLAG_DOT_PX = 3.6;
    private static final double COUNT_PX = 10.5;
    private static final double COUNT_RIM_PX = 1.2;

    /** Parts of the radius that a count stands below the middle, badges in either direction from it, and a pin beside it. */
    private static final double COUNT_DOWN = 0.28;

    /** Radius of a node in half heights of its count from which the count stands on it. */
    private static final double COUNT_INSIDE = 1.6;

    private static final double BADGE_AWAY = 0.78;
    private static final double PIN_AWAY = 1.1;

    /** Rings, badges and counts reach no further beyond a node than this and half its radius, in logical pixels. */
    private static final double REACH_PX = 24;

    private final PicturePlan plan;
    private final Raster raster;
    private final SpriteSheet sprites;
    private final TextMasks texts;
    private final Theme theme;
    private final Slots above = new Slots();

    NodePainter(PicturePlan plan, Raster raster, SpriteSheet sprites, TextMasks texts) {
        this.plan = plan;
        this.raster = raster;
        this.sprites = sprites;
        this.texts = texts;
        this.theme = plan.look.theme();
    }

    /** How far from its middle a node of this painted radius may be seen, with all it wears, in device pixels. */
    static double reach(double radius, double dpr) {
        return radius * 1.5 + REACH_PX * dpr;
    }

    /**
     * How far a node reaches from its middle with its badges and its count, in device pixels: where its label begins.
     *
     * @param texts to measure the count
     */
    static Extent extent(PicturePlan plan, int node, TextMasks texts) {
        double radius = plan.paintedRadius(node);
        int bits = plan.scene.nodes.marks()[node];
        int collected = plan.scene.nodes.collected()[node];
        var extent = new Extent(radius, radius, radius, radius);
        if (bits != 0 && radius >= BADGE_RADIUS_PX * plan.dpr) {
            extent = extent.withBadges(radius, badgeSize(radius, plan.dpr), bits);
        }
        if (collected > 0 && plan.hasGlyph(radius)) {
            var count = Count.of(collected, texts, plan.dpr);
            double side = count.reach() + count.half();
            extent = extent.with(side, 0, side, count.down(radius) + count.half());
        }
        return extent;
    }

    /**
     * How far something reaches from a middle, in device pixels.
     *
     * @param left  at least 0, like the others
     */
    record Extent(double left, double above, double right, double below) {
        /** What reaches as far as either. */
        Extent with(double nextLeft, double nextAbove, double nextRight, double nextBelow) {
            return new Extent(
                    Math.max(left, nextLeft),
                    Math.max(above, nextAbove),
                    Math.max(right, nextRight),
                    Math.max(below, nextBelow));
        }

        private Extent withBadges(double radius, int size, int bits) {
            double corner = radius * BADGE_AWAY + size / 2.0;
            var extent = this;
            extent = Marks.queueOf(bits) == Marks.Queue.NONE ? extent : extent.with(0, corner, corner, 0);
            extent = Marks.flagOf(bits) == Flag.NONE ? extent : extent.with(corner, corner, 0, 0);
            extent = Marks.voteOf(bits) == Marks.Vote.NONE ? extent : extent.with(corner, 0, 0, corner);
            extent = (bits & Marks.NOTE) == 0 ? extent : extent.with(0, 0, corner, corner);
            return (bits & Marks.PINNED) == 0 ? extent : extent.with(0, 0, radius * PIN_AWAY + size / 2.0, 0);
        }
    }

    /**
     * The count on a collection: a capsule around a number.
     *
     * @param reach from the middle to the middle of either round end, device pixels
     * @param half  of the height, rim included, device pixels
     */
    private record Count(TextMask text, double reach, double half) {
        static Count of(int collected, TextMasks texts, double dpr) {
            var text = texts.mask(Integer.toString(collected), (int) Math.round(COUNT_PX * dpr), true, dpr);
            int inkWidth = text.width() - 2 * text.margin();
            double half = text.height() / 2.0 - text.margin() + (0.5 + COUNT_RIM_PX) * dpr;
            return new Count(text, Math.max(0, inkWidth / 2.0 - half * 0.35), half);
        }

        /** How far below the middle of a node it stands: on a large one, at the foot of one that it would cover. */
        double down(double radius) {
            return radius < COUNT_INSIDE * half ? radius : radius * COUNT_DOWN;
        }
    }

    /** Paints every node of the plan, hubs above the others and the selected on top; false if it was cancelled on the way. */
    boolean paint(BooleanSupplier cancelled) {
        int[] marks = plan.scene.nodes.marks();
        above.clear();
        for (int i = 0; i < plan.nodes.size; i++) {
            if ((i & CANCEL_CHECK_MASK) == CANCEL_CHECK_MASK && cancelled.getAsBoolean()) {
                return false;
            }
            int node = plan.nodes.at[i];
            if ((marks[node] & Marks.SELECTED) != 0 || plan.isHub(node)) {
                above.add(node);
            } else {
                node(node);
            }
        }
        for (int selected = 0; selected <= Marks.SELECTED; selected += Marks.SELECTED) {
            for (int i = 0; i < above.size; i++) {
                if ((marks[above.at[i]] & Marks.SELECTED) == selected) {
                    node(above.at[i]);
                }
            }
        }
        return true;
    }

    /** Paints one node with all it wears. */
    void node(int node) {
        double y = plan.y(node);
        double radius = plan.paintedRadius(node);
        double reach = reach(radius, plan.dpr);
        if (y < raster.top - reach || y > raster.bottom + reach) {
            return;
        }
        double x = plan.x(node);
        int bits = plan.scene.nodes.marks()[node];
        int opacity = (bits & Marks.FADED) != 0 ? FADED_OPACITY : OPAQUE;
        if (bits != 0) {
            rings(x, y, radius, bits, opacity);
        }
        if (plan.hasShape(radius) && !plan.hasGlyph(radius) && plan.isHub(node)) {
            raster.ring(x, y, 0, radius + HUB_RIM_PX * plan.dpr, Raster.premultiplied(theme.background()));
        }
        int diameter = (int) Math.round(2 * radius);
        var kind = plan.scene.kind(node);
        var colour = NodeKind.at(Marks.colourOf(bits, kind.ordinal()));
        int collected = plan.scene.nodes.collected()[node];
        var sprite = plan.hasGlyph(radius) && collected == 0
                ? sprites.icon(kind, colour, diameter)
                : plan.hasShape(radius) ? sprites.plain(kind, colour, diameter) : sprites.dot(colour, diameter);
        if (Marks.flagOf(bits) == Flag.NONE || plan.hasShape(radius)) {
            int left = (int) Math.round(x - sprite.width() / 2.0);
            raster.blit(sprite, left, (int) Math.round(y - sprite.height() / 2.0), opacity);
        }
        if (collected > 0 && plan.hasGlyph(radius)) {
            var count = Count.of(collected, texts, plan.dpr);
            count(x, y + count.down(radius), count);
        }
        if (bits != 0 && radius >= BADGE_RADIUS_PX * plan.dpr) {
            badges(x, y, radius, bits, opacity);
        }
    }

    private void rings(double x, double y, double radius, int bits, int opacity) {
        // Around a dot a ring is thin and close, or a hundred of them would hide the graph.
        double dpr = plan.dpr * Math.clamp(radius / (FULL_RING_RADIUS_PX * plan.dpr), SMALL_RING, 1);
        double base = Math.max(radius, RING_RADIUS_PX_MIN * dpr);
        if ((bits & Marks.FRESH) != 0) {
            int color = Raster.scaled(Raster.premultiplied(theme.fresh()), opacity);
            raster.ring(x, y, 0, base + 6 * dpr, Raster.scaled(color, 38));
            raster.ring(x, y, base + 4.6 * dpr, base + 6 * dpr, Raster.scaled(color, 190));
        }
        var flag = Marks.flagOf(bits);
        if (flag != Flag.NONE && !plan.hasShape(radius)) {
            // A flagged dot is all flag: from afar that says more than its type.
            raster.ring(x, y, 0, FLAG_DOT_PX * dpr, Raster.premultiplied(theme.background()));
            raster.ring(x, y, 0, (FLAG_DOT_PX - 1) * dpr, Raster.premultiplied(theme.flag(flag)));
        } else if (flag != Flag.NONE && radius < BADGE_RADIUS_PX * dpr) {
            int color = Raster.scaled(Raster.premultiplied(theme.flag(flag)), opacity);
            raster.ring(x, y, base + 0.8 * dpr, base + 2.8 * dpr, color);
        }
        if ((bits & Marks.SELECTED) != 0) {
            raster.ring(x, y, 0, base + 3 * dpr, Raster.premultiplied(theme.background()));
            raster.ring(x, y, base + 2.4 * dpr, base + 4.8 * dpr, Raster.premultiplied(theme.selection()));
        }
    }

    private void badges(double x, double y, double radius, int bits, int opacity) {
        int size = badgeSize(radius, plan.dpr);
        double away = radius * BADGE_AWAY;
        switch (Marks.queueOf(bits)) {
            case NONE -> {}
            case QUEUED -> badge(Badge.QUEUED, x + away, y - away, size, opacity);
            case RUNNING -> badge(Badge.RUNNING, x + away, y - away, size, opacity);
            case FAILED -> badge(Badge.FAILED, x + away, y - away, size, opacity);
        }
        var flag = Marks.flagOf(bits);
        if (flag != Flag.NONE) {
            badge(Badge.of(flag), x - away, y - away, size, opacity);
        }
        var vote = Marks.voteOf(bits);
        if (vote != Marks.Vote.NONE) {
            badge(Badge.of(vote), x - away, y + away, size, opacity);
        }
        if ((bits & Marks.NOTE) != 0) {
            badge(Badge.NOTE, x + away, y + away, size, opacity);
        }
        if ((bits & Marks.PINNED) != 0) {
            badge(Badge.PINNED, x + radius * PIN_AWAY, y, size, opacity);
        }
    }

    private void badge(Badge badge, double x, double y, int size, int opacity) {
        raster.blit(
                sprites.badge(badge, size),
                (int) Math.round(x - size / 2.0),
                (int) Math.round(y - size / 2.0),
                opacity);
    }

    private static int badgeSize(double radius, double dpr) {
        return (int) Math.round(Math.clamp(radius * 0.86, BADGE_PX_MIN * dpr, BADGE_PX_MAX * dpr));
    }

    private void count(double x, double y, Count count) {
        var text = count.text();
        capsule(x, y, count.reach(), count.half(), Raster.premultiplied(theme.background()));
        capsule(x, y, count.reach(), count.half() - COUNT_RIM_PX * plan.dpr, Raster.premultiplied(theme.badge()));
        raster.stamp(
                text.ink(),
                text.width(),
                text.height(),
                (int) Math.round(x - text.width() / 2.0),
                (int) Math.round(y - text.height() / 2.0),
                Raster.premultiplied(theme.badgeInk()));
    }

    private void capsule(double x, double y, double reach, double half, int color) {
        raster.smoothLine(x - reach, y, x + reach, y, 2 * half, color);
        raster.ring(x - reach, y, 0, half, color);
        raster.ring(x + reach, y, 0, half, color);
    }
}
