package tendril.picture.export;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import tendril.picture.ink.Look;
import tendril.picture.ink.Patch;
import tendril.picture.ink.Raster;
import tendril.picture.ink.SpriteSheet;
import tendril.picture.ink.TextMasks;
import tendril.picture.ink.Theme;
import tendril.picture.scene.LinkStyle;
import tendril.picture.scene.Marks;
import tendril.picture.scene.NodeKind;
import tendril.picture.scene.Scene;

/**
 * What the icons and lines of a scene mean: the kinds of node and link that occur in it. Immutable; painting makes all
 * it needs and may be done on any thread.
 */
public final class Legend {
    private static final double ROW = 24;
    private static final double ICON = 18;
    private static final double PADDING = 10;
    private static final double GAP = 8;
    private static final double TEXT_SIZE = 12;
    private static final String FRESH = "Came last";

    private final List<NodeKind> kinds;
    private final List<LinkStyle> styles;
    private final boolean fresh;

    private Legend(List<NodeKind> kinds, List<LinkStyle> styles, boolean fresh) {
        this.kinds = List.copyOf(kinds);
        this.styles = List.copyOf(styles);
        this.fresh = fresh;
    }

    /** Of what is shown of a scene. */
    public static Legend of(Scene scene) {
        var kinds = EnumSet.noneOf(NodeKind.class);
        boolean fresh = false;
        for (int node = 0; node < scene.nodeSlots(); node++) {
            if (scene.showsNode(node)) {
                kinds.add(scene.kind(node));
                fresh |= (scene.nodes.marks()[node] & Marks.FRESH) != 0;
            }
        }
        var styles = EnumSet.noneOf(LinkStyle.class);
        for (int link = 0; link < scene.linkSlots(); link++) {
            if (scene.hasLink(link)) {
                styles.add(scene.linkStyle(link));
            }
        }
        return new Legend(new ArrayList<>(kinds), new ArrayList<>(styles), fresh);
    }

    List<NodeKind> kinds() {
        return kinds;
    }

    List<LinkStyle> styles() {
        return styles;
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** Whether it explains the same as another one. */
    public boolean saysTheSameAs(Legend other) {
        return kinds.equals(other.kinds) && styles.equals(other.styles) && fresh == other.fresh;
    }

    /** One row each, on no ground. */
    public Patch paint(Look look) {
        double scale = look.pixelScale();
        var texts = new TextMasks();
        int size = (int) Math.round(TEXT_SIZE * scale);
        double widest = 0;
        List<String> words = words();
        for (String word : words) {
            widest = Math.max(widest, texts.mask(word, size, false, scale).width());
        }
        int width = (int) Math.ceil((2 * PADDING + ICON + GAP) * scale + widest);
        int height = (int) Math.ceil((2 * PADDING + words.size() * ROW) * scale);
        var raster = new Raster(new int[width * height], width, 0, height);
        var sprites = new SpriteSheet(look.theme());
        for (int row = 0; row < words.size(); row++) {
            double x = (PADDING + ICON / 2) * scale;
            double y = (PADDING + (row + 0.5) * ROW) * scale;
            if (row < kinds.size()) {
                icon(raster, sprites, kinds.get(row), x, y, (int) Math.round(ICON * scale));
            } else if (row < kinds.size() + styles.size()) {
                sample(raster, look.theme(), styles.get(row - kinds.size()), x, y, ICON, scale);
            } else {
                int color = Raster.premultiplied(look.theme().fresh());
                raster.ring(x, y, ICON / 2 * scale - 1.6 * scale, ICON / 2 * scale, color);
            }
            var mask = texts.mask(words.get(row), size, false, scale);
            int left = (int) Math.round((PADDING + ICON + GAP) * scale);
            raster.stamp(
                    mask.ink(),
                    mask.width(),
                    mask.height(),
                    left,
                    (int) Math.round(y - mask.height() / 2.0),
                    Raster.premultiplied(look.theme().label()));
        }
        return new Patch(raster.pixels, width, height, 0, 0);
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        kinds.forEach(kind -> words.add(kind.label()));
        styles.forEach(style -> words.add(style.label()));
        if (fresh) {
            words.add(FRESH);
        }
        return words;
    }

    /** Paints the icon of a kind with its middle there, in pixels. */
    static void icon(Raster raster, SpriteSheet sprites, NodeKind kind, double x, double y, int sizePx) {
        var sprite = sprites.icon(kind, kind, sizePx);
        raster.blit(sprite, (int) Math.round(x) - sprite.width() / 2, (int) Math.round(y) - sprite.height() / 2, 256);
    }

    /** Paints a stretch of line as links of a style are drawn, with its middle there, in pixels. */
    static void sample(Raster raster, Theme theme, LinkStyle style, double x, double y, double length, double scale) {
        int color = Raster.premultiplied(
                switch (style) {
                    case RESOLVED -> theme.link();
                    case DRAWN -> theme.linkDrawn();
                    case HIDDEN_SOURCE -> theme.linkHidden();
                });
        double on = style == LinkStyle.RESOLVED ? length : style == LinkStyle.DRAWN ? 6 : 2;
        double left = x - length / 2 * scale;
        for (double at = 0; at < length; at += on * 1.7) {
            double to = Math.min(length, at + on);
            raster.smoothLine(left + at * scale, y, left + to * scale, y, 1.6 * scale, color);
        }
    }
}
