package tendril.picture.export;

import java.util.ArrayList;
import java.util.List;
import tendril.graph.Handling;
import tendril.picture.ink.Raster;
import tendril.picture.ink.SpriteSheet;
import tendril.picture.ink.TextMasks;
import tendril.picture.scene.LabelText;
import tendril.picture.scene.LinkStyle;
import tendril.picture.scene.NodeKind;
import tendril.picture.scene.Scene;

/**
 * What is printed around an exported graph: title and date, how it may be shared, and a legend of the kinds that occur.
 * Sizes are logical pixels. Confined to one thread.
 */
final class SheetTrim {
    private static final double MARGIN = 20;
    private static final double TITLE_SIZE = 20;
    private static final double SMALL_SIZE = 12;
    /** TLP 2.0 asks for 12 points or more; that is 16 pixels at 96 dpi. */
    private static final double HANDLING_SIZE = 16;

    private static final double TITLE_BAND = 52;
    private static final double ROW = 30;
    private static final double ICON = 20;
    private static final double ITEM_GAP = 26;
    private static final int HANDLING_GROUND = 0xFF000000;

    private final PictureExport.Order order;
    private final double scale;
    private final double width;
    private final SpriteSheet sprites;
    private final TextMasks texts = new TextMasks();
    private final List<Item> legend = new ArrayList<>();
    private final String handling;
    private int legendRows;

    /** One entry of the legend; a negative kind is a style of link, counted down from -1. */
    private record Item(int kind, String text, int row, double x) {}

    SheetTrim(PictureExport.Order order, Scene scene, double scale, double width) {
        this.order = order;
        this.scale = scale;
        this.width = width;
        this.sprites = new SpriteSheet(order.theme());
        this.handling =
                (order.handling().tlp().label() + "  " + order.handling().pap().label()).strip();
        if (order.legend()) {
            explain(scene);
        }
    }

    /** Room above the graph. */
    double top() {
        return order.title().isEmpty() && order.date().isEmpty() && handling.isEmpty() ? 0 : TITLE_BAND;
    }

    /** Room below the graph. */
    double bottom() {
        double rows = legendRows * ROW + (legendRows > 0 ? MARGIN : 0);
        return rows + (handling.isEmpty() ? 0 : ROW + MARGIN / 2);
    }

    double height() {
        return top() + bottom();
    }

    /** Paints what falls on these rows of a sheet of so many rows. */
    void paint(Raster raster, int sheetHeight) {
        var theme = order.theme();
        double end = sheetHeight / scale;
        double x = MARGIN;
        if (!order.title().isEmpty()) {
            x += text(
                            raster,
                            LabelText.clipped(order.title(), 120, 0),
                            TITLE_SIZE,
                            true,
                            x,
                            TITLE_BAND / 2,
                            theme.label())
                    + MARGIN;
        }
        text(
                raster,
                LabelText.clipped(order.date(), 60, 0),
                SMALL_SIZE,
                false,
                x,
                TITLE_BAND / 2 + 2,
                theme.labelMuted());
        if (!handling.isEmpty()) {
            handling(raster, TITLE_BAND / 2);
            handling(raster, end - ROW / 2 - MARGIN / 4);
        }
        double first = end - bottom() + MARGIN / 2 + ROW / 2;
        for (Item item : legend) {
            item(raster, item, first + item.row() * ROW);
        }
    }

    private void explain(Scene scene) {
        var explained = Legend.of(scene);
        double x = MARGIN;
        for (NodeKind kind : explained.kinds()) {
            x = add(kind.ordinal(), kind.label(), x);
        }
        for (LinkStyle style : explained.styles()) {
            x = add(-1 - style.ordinal(), style.label(), x);
        }
        legendRows = legend.isEmpty() ? 0 : legend.getLast().row() + 1;
    }

    private double add(int kind, String label, double x) {
        var mask = texts.mask(label, size(SMALL_SIZE), false, scale);
        double needed = ICON + 6 + mask.width() / scale + ITEM_GAP;
        int row = legend.isEmpty() ? 0 : legend.getLast().row();
        boolean wraps = x > MARGIN && x + needed > width - MARGIN;
        legend.add(new Item(kind, label, wraps ? row + 1 : row, wraps ? MARGIN : x));
        return (wraps ? MARGIN : x) + needed;
    }

    private void item(Raster raster, Item item, double y) {
        if (item.kind() >= 0) {
            Legend.icon(
                    raster, sprites, NodeKind.at(item.kind()), (item.x() + ICON / 2) * scale, y * scale, size(ICON));
        } else {
            LinkStyle style = LinkStyle.at(-1 - item.kind());
            Legend.sample(raster, order.theme(), style, (item.x() + ICON / 2) * scale, y * scale, ICON, scale);
        }
        text(
                raster,
                item.text(),
                SMALL_SIZE,
                false,
                item.x() + ICON + 6,
                y,
                order.theme().label());
    }

    private void handling(Raster raster, double y) {
        var mask = texts.mask(handling, size(HANDLING_SIZE), true, scale);
        double textWidth = mask.width() / scale;
        double right = width - MARGIN;
        double half = mask.height() / scale / 2 + 2;
        raster.smoothLine(
                (right - textWidth - 8) * scale,
                y * scale,
                right * scale,
                y * scale,
                2 * half * scale,
                Raster.premultiplied(HANDLING_GROUND));
        text(
                raster,
                handling,
                HANDLING_SIZE,
                true,
                right - textWidth - 4,
                y,
                handlingColour(order.handling().tlp()));
    }

    /** FIRST's colours for text on black. */
    private static int handlingColour(Handling.Tlp tlp) {
        return switch (tlp) {
            case RED -> 0xFFFF2B2B;
            case AMBER, AMBER_STRICT -> 0xFFFFC000;
            case GREEN -> 0xFF33FF00;
            case CLEAR, UNSET -> 0xFFFFFFFF;
        };
    }

    /** Paints a line of text with its middle at this height; returns its width. */
    private double text(Raster raster, String text, double size, boolean bold, double x, double y, int argb) {
        if (text.isEmpty()) {
            return 0;
        }
        var mask = texts.mask(text, size(size), bold, scale);
        raster.stamp(
                mask.ink(), mask.width(), mask.height(), px(x), px(y) - mask.height() / 2, Raster.premultiplied(argb));
        return mask.width() / scale;
    }

    private int size(double logical) {
        return (int) Math.round(logical * scale);
    }

    private int px(double logical) {
        return (int) Math.round(logical * scale);
    }
}
