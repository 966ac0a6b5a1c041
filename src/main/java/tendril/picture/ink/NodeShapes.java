package tendril.picture.ink;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import tendril.picture.scene.Marks;
import tendril.picture.scene.NodeKind;

/**
 * The drawing of each kind of node on a plane of 24 by 24 units: a silhouette, told apart by outline alone, and a glyph
 * upon it. Pure functions.
 */
final class NodeShapes {
    /** Side of the design plane, in its own units. */
    static final double PLANE = 24;

    private NodeShapes() {}

    /** The outline, to be filled with the kind's colour. */
    static Area silhouette(NodeKind kind) {
        return switch (kind) {
            case DOMAIN -> new Area(disc(12, 12, 11));
            case IPV4 -> new Area(box(1.8, 1.8, 20.4, 20.4, 6));
            case IPV6 -> new Area(chamfered());
            case CIDR -> tiles();
            case EMAIL -> new Area(box(0.8, 3.6, 22.4, 16.8, 4.4));
            case URL -> new Area(box(0.3, 4.2, 23.4, 15.6, 15.6));
            case MD5, SHA1, SHA256, SHA512 -> new Area(document());
            case AS -> new Area(hexagon());
            case MALWARE -> diamond();
            case CVE -> new Area(shield());
            case PHRASE -> bubble();
            case COLLECTION -> cards();
        };
    }

    /** The drawing on the outline, to be filled in white or dark. */
    static Area glyph(NodeKind kind) {
        return switch (kind) {
            case DOMAIN -> globe();
            case IPV4 -> server(2);
            case IPV6 -> server(3);
            case CIDR -> new Area();
            case EMAIL -> flap();
            case URL -> chain();
            case MD5, SHA1, SHA256, SHA512 -> fingerprint();
            case AS -> network();
            case MALWARE -> bug();
            case CVE -> exclamation();
            case PHRASE -> quotes();
            case COLLECTION -> dots();
        };
    }

    static Area flagBadge() {
        var flag = new Path2D.Double();
        flag.moveTo(7, 4);
        flag.curveTo(10, 2.4, 13, 6.2, 18.5, 4.2);
        flag.lineTo(18.5, 13);
        flag.curveTo(13, 15, 10, 11.2, 7, 12.8);
        flag.closePath();
        var area = new Area(flag);
        area.add(new Area(box(5.2, 3, 2.4, 18, 1.2)));
        return area;
    }

    static Area noteBadge() {
        var area = new Area(box(6, 6.4, 12, 2.4, 1.2));
        area.add(new Area(box(6, 10.8, 12, 2.4, 1.2)));
        area.add(new Area(box(6, 15.2, 7, 2.4, 1.2)));
        return area;
    }

    static Area pinBadge() {
        var area = new Area(box(7.5, 4, 9, 3, 1.5));
        var body = new Path2D.Double();
        body.moveTo(9.4, 6);
        body.lineTo(14.6, 6);
        body.lineTo(15.2, 11);
        body.lineTo(17.4, 14.2);
        body.lineTo(6.6, 14.2);
        body.lineTo(8.8, 11);
        body.closePath();
        area.add(new Area(body));
        area.add(new Area(box(11.2, 13.5, 1.6, 7.2, 1.4)));
        return area;
    }

    static Area clockBadge() {
        var area = stroked(disc(12, 12, 7), 2);
        area.add(stroked(line(12, 12.4, 12, 8), 1.9));
        area.add(stroked(line(12, 12.4, 15, 13.8), 1.9));
        return area;
    }

    static Area runningBadge() {
        var area = stroked(new Arc2D.Double(5.4, 5.4, 13.2, 13.2, 60, 270, Arc2D.OPEN), 2.6);
        var head = new Path2D.Double();
        head.moveTo(13.2, 1.6);
        head.lineTo(19.6, 6.2);
        head.lineTo(12.6, 9.6);
        head.closePath();
        area.add(new Area(head));
        return area;
    }

    static Area failedBadge() {
        var area = new Area(box(10.5, 4.6, 3, 9.2, 2.2));
        area.add(new Area(disc(12, 17.6, 1.9)));
        return area;
    }

    static Area voteBadge(Marks.Vote vote) {
        return switch (vote) {
            case NONE -> new Area();
            case MALICIOUS -> triangle(5.6, 8.4, 18.4, 8.4, 12, 18);
            case TIE -> {
                var area = new Area(box(6, 7.6, 12, 2.8, 1));
                area.add(new Area(box(6, 13.4, 12, 2.8, 1)));
                yield area;
            }
            case HARMLESS -> triangle(5.6, 15.8, 18.4, 15.8, 12, 6.2);
        };
    }

    private static Area tiles() {
        var area = new Area(box(1.4, 1.4, 10, 10, 4));
        area.add(new Area(box(12.6, 1.4, 10, 10, 4)));
        area.add(new Area(box(1.4, 12.6, 10, 10, 4)));
        area.add(new Area(box(12.6, 12.6, 10, 10, 4)));
        return area;
    }

    private static Shape chamfered() {
        return polygon(7, 1.4, 17, 1.4, 22.6, 7, 22.6, 17, 17, 22.6, 7, 22.6, 1.4, 17, 1.4, 7);
    }

    private static Shape hexagon() {
        return polygon(6.4, 2, 17.6, 2, 23.4, 12, 17.6, 22, 6.4, 22, 0.6, 12);
    }

    private static Area diamond() {
        var area = new Area(polygon(12, 1.6, 22.4, 12, 12, 22.4, 1.6, 12));
        area.add(new Area(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(polygon(12, 1.6, 22.4, 12, 12, 22.4, 1.6, 12))));
        return area;
    }

    private static Shape document() {
        var path = new Path2D.Double();
        path.moveTo(5.6, 0.6);
        path.lineTo(15, 0.6);
        path.lineTo(21.2, 6.8);
        path.lineTo(21.2, 21);
        path.quadTo(21.2, 23.4, 18.8, 23.4);
        path.lineTo(5.6, 23.4);
        path.quadTo(3.2, 23.4, 3.2, 21);
        path.lineTo(3.2, 3);
        path.quadTo(3.2, 0.6, 5.6, 0.6);
        path.closePath();
        return path;
    }

    private static Shape shield() {
        var path = new Path2D.Double();
        path.moveTo(12, 0.4);
        path.curveTo(14.6, 2.4, 18, 3.6, 21.8, 3.8);
        path.lineTo(21.8, 11.4);
        path.curveTo(21.8, 17.4, 17.6, 21.4, 12, 23.8);
        path.curveTo(6.4, 21.4, 2.2, 17.4, 2.2, 11.4);
        path.lineTo(2.2, 3.8);
        path.curveTo(6, 3.6, 9.4, 2.4, 12, 0.4);
        path.closePath();
        return path;
    }

    private static Area bubble() {
        var area = new Area(box(1, 2, 22, 16.4, 7));
        area.add(new Area(polygon(5.4, 16, 12.4, 17.6, 5.6, 23.2)));
        return area;
    }

    private static Area cards() {
        var area = new Area(box(5.6, 0.6, 12.8, 4, 2.4));
        area.add(new Area(box(3.4, 3.4, 17.2, 4.4, 2.6)));
        area.subtract(new Area(box(3.2, 3.1, 17.6, 0.9, 0)));
        area.subtract(new Area(box(1, 6.3, 22, 1.1, 0)));
        area.add(new Area(box(1.2, 7.2, 21.6, 16, 5)));
        return area;
    }

    private static Area globe() {
        var area = stroked(disc(12, 12, 6.8), 1.7);
        area.add(stroked(new Ellipse2D.Double(9, 5.2, 6, 13.6), 1.5));
        area.add(new Area(new Rectangle2D.Double(5.4, 11.2, 13.2, 1.6)));
        return area;
    }

    private static Area server(int units) {
        var area = new Area();
        double height = units == 2 ? 5 : 3.6;
        double gap = units == 2 ? 1.5 : 1.3;
        double y = 12 - (units * height + (units - 1) * gap) / 2;
        for (int i = 0; i < units; i++) {
            var unit = new Area(box(5.8, y, 12.4, height, 1.8));
            unit.subtract(new Area(disc(15.4, y + height / 2, units == 2 ? 1.15 : 0.95)));
            area.add(unit);
            y += height + gap;
        }
        return area;
    }

    private static Area flap() {
        var path = new Path2D.Double();
        path.moveTo(4.4, 7.6);
        path.lineTo(12, 13.4);
        path.lineTo(19.6, 7.6);
        return stroked(path, 2.1);
    }

    private static Area chain() {
        var area = stroked(box(4.4, 9.2, 8.6, 5.6, 5.6), 1.9);
        area.subtract(new Area(new Rectangle2D.Double(10.9, 10.2, 3.4, 3.6)));
        var right = stroked(box(11, 9.2, 8.6, 5.6, 5.6), 1.9);
        right.subtract(new Area(new Rectangle2D.Double(9.7, 10.2, 3.4, 3.6)));
        area.add(right);
        area.add(new Area(box(8.8, 11.1, 6.4, 1.8, 1.8)));
        return area;
    }

    private static Area fingerprint() {
        var area = new Area();
        for (int i = 0; i < 3; i++) {
            double r = 1.9 + i * 2.5;
            var arch = new Path2D.Double();
            arch.append(new Arc2D.Double(12 - r, 13 - r, 2 * r, 2 * r, 0, 180, Arc2D.OPEN), false);
            arch.lineTo(12 - r, 13 + 5.4 - i * 1.1);
            arch.moveTo(12 + r, 13);
            arch.lineTo(12 + r, 13 + 5.9 - i * 1.5);
            area.add(stroked(arch, 1.45));
        }
        return area;
    }

    private static Area network() {
        var area = stroked(polygon(12, 7, 7.2, 15.6, 16.8, 15.6), 1.5);
        area.add(new Area(disc(12, 7, 2.6)));
        area.add(new Area(disc(7, 15.8, 2.6)));
        area.add(new Area(disc(17, 15.8, 2.6)));
        return area;
    }

    private static Area bug() {
        var area = new Area(new Ellipse2D.Double(8.5, 8.4, 7, 9.6));
        area.subtract(new Area(new Rectangle2D.Double(11.5, 11, 1, 8)));
        area.add(new Area(disc(12, 7.4, 2.3)));
        for (int side = -1; side <= 1; side += 2) {
            area.add(stroked(line(12 + side * 3, 10.6, 12 + side * 5.8, 8.8), 1.4));
            area.add(stroked(line(12 + side * 3.2, 13.2, 12 + side * 6.4, 13.2), 1.4));
            area.add(stroked(line(12 + side * 3, 15.6, 12 + side * 5.6, 17.6), 1.4));
        }
        return area;
    }

    private static Area exclamation() {
        var path = new Path2D.Double();
        path.moveTo(10.3, 6.2);
        path.lineTo(13.7, 6.2);
        path.lineTo(13.1, 14);
        path.lineTo(10.9, 14);
        path.closePath();
        var area = new Area(path);
        area.add(new Area(disc(12, 17, 1.7)));
        return area;
    }

    private static Area quotes() {
        var area = new Area();
        for (double x : new double[] {8.3, 15.3}) {
            area.add(new Area(disc(x, 11.4, 2.4)));
            var tail = new Path2D.Double();
            tail.moveTo(x - 2.4, 11.4);
            tail.curveTo(x - 2.4, 8.4, x - 0.8, 6.6, x + 1.8, 6);
            tail.lineTo(x + 1.8, 7.7);
            tail.curveTo(x + 0.4, 8.2, x - 0.2, 9.4, x, 10.6);
            tail.closePath();
            area.add(new Area(tail));
        }
        return area;
    }

    private static Area dots() {
        var area = new Area(disc(6.8, 15.2, 1.9));
        area.add(new Area(disc(12, 15.2, 1.9)));
        area.add(new Area(disc(17.2, 15.2, 1.9)));
        return area;
    }

    private static Shape disc(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    private static Shape box(double x, double y, double width, double height, double arc) {
        return new RoundRectangle2D.Double(x, y, width, height, arc, arc);
    }

    private static Shape line(double x0, double y0, double x1, double y1) {
        return new Line2D.Double(x0, y0, x1, y1);
    }

    private static Area triangle(double x0, double y0, double x1, double y1, double x2, double y2) {
        return new Area(polygon(x0, y0, x1, y1, x2, y2));
    }

    private static Path2D polygon(double... xy) {
        var path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Area stroked(Shape shape, double width) {
        Stroke pen = new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        return new Area(pen.createStrokedShape(shape));
    }
}
