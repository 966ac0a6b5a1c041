package tendril.picture.ink;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import org.jspecify.annotations.Nullable;
import tendril.graph.Flag;
import tendril.picture.scene.Marks;
import tendril.picture.scene.NodeKind;

/**
 * Every icon, dot and badge of one theme, each drawn once per size when first needed. Confined to one thread. Sizes go
 * pixel by pixel while small, where half a pixel shows, and in steps above.
 */
public final class SpriteSheet {
    /** Largest icon drawn, in device pixels across; nodes that should be larger are painted at this size. */
    public static final int DIAMETER_PX_MAX = 640;

    private static final int EXACT_PX_MAX = 64;
    private static final int STEP_PX = 4;

    /** Pixels of background colour around each silhouette, so that links end before it. */
    private static final double RIM_PX = 1.3;

    private final Theme theme;
    private final @Nullable Sprite[][] icons = new Sprite[2 * NodeKind.count()][DIAMETER_PX_MAX + 1];
    private final @Nullable Sprite[][] plain = new Sprite[2 * NodeKind.count()][DIAMETER_PX_MAX + 1];
    private final @Nullable Sprite[][] dots = new Sprite[NodeKind.count()][DIAMETER_PX_MAX + 1];
    private final @Nullable Sprite[][] badges = new Sprite[Badge.values().length][DIAMETER_PX_MAX + 1];

    /** What a node can wear at its corners. */
    public enum Badge {
        QUEUED,
        RUNNING,
        FAILED,
        NOTE,
        PINNED,
        VOTE_MALICIOUS,
        VOTE_TIE,
        VOTE_HARMLESS,
        FLAG_BLUE,
        FLAG_GREEN,
        FLAG_YELLOW,
        FLAG_PURPLE,
        FLAG_RED;

        private static final Badge[] BADGES = values();

        public static Badge of(Flag flag) {
            return BADGES[FLAG_BLUE.ordinal() + flag.ordinal() - 1];
        }

        public static Badge of(Marks.Vote vote) {
            return BADGES[VOTE_MALICIOUS.ordinal() + vote.ordinal() - 1];
        }
    }

    public SpriteSheet(Theme theme) {
        this.theme = theme;
    }

    public Theme theme() {
        return theme;
    }

    /** Silhouette and glyph of a kind, in the colour of a kind; the two differ for collections only. */
    public Sprite icon(NodeKind kind, NodeKind colour, int diameterPx) {
        int size = stepped(diameterPx);
        Sprite known = icons[row(kind, colour)][size];
        if (known == null) {
            known = drawIcon(kind, theme.kind(colour), size, true);
            icons[row(kind, colour)][size] = known;
        }
        return known;
    }

    /** The silhouette alone, for sizes at which a glyph would be mud. */
    public Sprite plain(NodeKind kind, NodeKind colour, int diameterPx) {
        int size = stepped(diameterPx);
        Sprite known = plain[row(kind, colour)][size];
        if (known == null) {
            known = drawIcon(kind, theme.kind(colour), size, false);
            plain[row(kind, colour)][size] = known;
        }
        return known;
    }

    /** A disc in the kind's colour without a rim, for nodes so small that only their colour can be seen. */
    public Sprite dot(NodeKind kind, int diameterPx) {
        int size = stepped(diameterPx);
        Sprite known = dots[kind.ordinal()][size];
        if (known == null) {
            known = Sprite.drawn(size, size, graphics -> {
                graphics.setColor(new Color(theme.kind(kind)));
                graphics.fill(size <= 2 ? new Rectangle(size, size) : new Ellipse2D.Double(0, 0, size, size));
            });
            dots[kind.ordinal()][size] = known;
        }
        return known;
    }

    public Sprite badge(Badge badge, int diameterPx) {
        int size = stepped(diameterPx);
        Sprite known = badges[badge.ordinal()][size];
        if (known == null) {
            known = drawBadge(badge, size);
            badges[badge.ordinal()][size] = known;
        }
        return known;
    }

    private static int row(NodeKind kind, NodeKind colour) {
        return kind == NodeKind.COLLECTION ? NodeKind.count() + colour.ordinal() : kind.ordinal();
    }

    private static int stepped(int diameterPx) {
        int bounded = Math.clamp(diameterPx, 1, DIAMETER_PX_MAX);
        return bounded <= EXACT_PX_MAX ? bounded : bounded / STEP_PX * STEP_PX;
    }

    private Sprite drawIcon(NodeKind kind, int base, int diameter, boolean withGlyph) {
        int margin = (int) Math.ceil(RIM_PX);
        int side = diameter + 2 * margin;
        var plane = AffineTransform.getTranslateInstance(margin, margin);
        plane.scale(diameter / NodeShapes.PLANE, diameter / NodeShapes.PLANE);
        Area silhouette = NodeShapes.silhouette(kind).createTransformedArea(plane);
        return Sprite.drawn(side, side, graphics -> {
            graphics.setColor(new Color(theme.background(), true));
            graphics.setStroke(new BasicStroke((float) (2 * RIM_PX), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(silhouette);
            graphics.setPaint(new GradientPaint(
                    0,
                    margin,
                    new Color(mixed(base, 0xFFFFFFFF, 0.12)),
                    0,
                    side - margin,
                    new Color(mixed(base, 0xFF000000, 0.10))));
            graphics.fill(silhouette);
            if (withGlyph) {
                graphics.setColor(new Color(ink(base)));
                graphics.fill(NodeShapes.glyph(kind).createTransformedArea(plane));
            }
        });
    }

    private Sprite drawBadge(Badge badge, int diameter) {
        var plane = AffineTransform.getScaleInstance(diameter / NodeShapes.PLANE, diameter / NodeShapes.PLANE);
        var ground = new Ellipse2D.Double(0, 0, diameter, diameter);
        double rim = Math.max(1, diameter / 12.0);
        var inner = new Ellipse2D.Double(rim, rim, diameter - 2 * rim, diameter - 2 * rim);
        int color = ground(badge);
        return Sprite.drawn(diameter, diameter, graphics -> {
            graphics.setColor(new Color(theme.background()));
            graphics.fill(ground);
            graphics.setColor(new Color(color));
            graphics.fill(inner);
            graphics.setColor(new Color(ink(color)));
            graphics.fill(drawing(badge).createTransformedArea(plane));
        });
    }

    private int ground(Badge badge) {
        return switch (badge) {
            case RUNNING -> theme.running();
            case FAILED -> theme.failed();
            case QUEUED, NOTE, PINNED, VOTE_MALICIOUS, VOTE_TIE, VOTE_HARMLESS -> theme.badge();
            case FLAG_BLUE, FLAG_GREEN, FLAG_YELLOW, FLAG_PURPLE, FLAG_RED ->
                theme.flags().get(badge.ordinal() - Badge.FLAG_BLUE.ordinal());
        };
    }

    private static Area drawing(Badge badge) {
        return switch (badge) {
            case QUEUED -> NodeShapes.clockBadge();
            case RUNNING -> NodeShapes.runningBadge();
            case FAILED -> NodeShapes.failedBadge();
            case NOTE -> NodeShapes.noteBadge();
            case PINNED -> NodeShapes.pinBadge();
            case VOTE_MALICIOUS -> NodeShapes.voteBadge(Marks.Vote.MALICIOUS);
            case VOTE_TIE -> NodeShapes.voteBadge(Marks.Vote.TIE);
            case VOTE_HARMLESS -> NodeShapes.voteBadge(Marks.Vote.HARMLESS);
            case FLAG_BLUE, FLAG_GREEN, FLAG_YELLOW, FLAG_PURPLE, FLAG_RED -> NodeShapes.flagBadge();
        };
    }

    /** White, or near black where the ground is so light that white would not stand out. */
    static int ink(int ground) {
        return Theme.contrast(ground, 0xFFFFFFFF) >= 2.4 ? 0xFFFFFFFF : 0xFF1A2230;
    }

    public static int mixed(int argb, int other, double part) {
        int out = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = argb >> shift & 0xFF;
            int b = other >> shift & 0xFF;
            out = out << 8 | (int) Math.round(a + (b - a) * part);
        }
        return out;
    }
}
