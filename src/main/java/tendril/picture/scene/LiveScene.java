package tendril.picture.scene;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tendril.picture.scene.Scene.NodeColumns;
import tendril.picture.scene.Scene.Versions;

/**
 * The scene while it is edited. Confined to one thread (in the app: the one that applies graph deltas);
 * {@link #publish} hands out immutable {@link Scene}s for any thread. A column is copied on its first edit after it
 * was published, so an edit costs at most one array copy a column and publishing costs nothing.
 */
public final class LiveScene {
    /** Radius of a node of ordinary weight, in world units: a 32 pixel icon at zoom 1. */
    public static final double RADIUS = 16;

    private static final int FIRST_CAPACITY = 64;

    private static final int KIND = 1;
    private static final int X = 1 << 1;
    private static final int Y = 1 << 2;
    private static final int RADII = 1 << 3;
    private static final int MARKS = 1 << 4;
    private static final int COLLECTED = 1 << 5;
    private static final int LABEL = 1 << 6;
    private static final int LINKS = 1 << 7;

    private int nodeSlots;
    private byte[] kind = new byte[FIRST_CAPACITY];
    private float[] x = new float[FIRST_CAPACITY];
    private float[] y = new float[FIRST_CAPACITY];
    private float[] radius = new float[FIRST_CAPACITY];
    private int[] marks = new int[FIRST_CAPACITY];
    private int[] collected = new int[FIRST_CAPACITY];
    private String[] label = new String[FIRST_CAPACITY];
    private String[] shown = new String[FIRST_CAPACITY];
    private final FreeSlots freeNodes = new FreeSlots();

    private final LiveLinks links = new LiveLinks();
    private Ghosts ghosts = Ghosts.NONE;

    /** The columns that a published scene also holds, as bits. */
    private int shared;

    private long geometry;
    private long topology;
    private long look;
    private @Nullable Scene published;

    /** Adds a node of ordinary radius without marks; returns its slot. */
    public int addNode(NodeKind kindOfNode, String text, double atX, double atY) {
        int slot = freeNodes.takeOr(nodeSlots);
        if (slot == nodeSlots) {
            growNodes();
            nodeSlots++;
        }
        own(KIND | X | Y | RADII | MARKS | COLLECTED | LABEL);
        kind[slot] = (byte) kindOfNode.ordinal();
        x[slot] = (float) atX;
        y[slot] = (float) atY;
        radius[slot] = (float) RADIUS;
        marks[slot] = 0;
        collected[slot] = 0;
        label[slot] = text;
        shown[slot] = LabelText.shown(kindOfNode, text);
        // The number of node slots is part of what is known about links.
        changed(true, true, true);
        return slot;
    }

    /** Removes a node and every link at it; the slot may be given to a later node. */
    public void removeNode(int slot) {
        requireNode(slot);
        own(KIND | LABEL | LINKS);
        links.removeAllAt(slot);
        kind[slot] = -1;
        label[slot] = "";
        shown[slot] = "";
        freeNodes.add(slot);
        changed(true, true, true);
    }

    public void moveNode(int slot, double toX, double toY) {
        requireNode(slot);
        own(X | Y);
        x[slot] = (float) toX;
        y[slot] = (float) toY;
        changed(true, false, false);
    }

    /** Sets the radius in world units. */
    public void setRadius(int slot, double worldUnits) {
        requireNode(slot);
        if (radius[slot] == (float) worldUnits) {
            return;
        }
        own(RADII);
        radius[slot] = (float) worldUnits;
        changed(true, false, false);
    }

    public void setLabel(int slot, String text) {
        requireNode(slot);
        own(LABEL);
        label[slot] = text;
        shown[slot] = LabelText.shown(NodeKind.at(kind[slot]), text);
        changed(false, false, true);
    }

    public void setMarks(int slot, Marks next) {
        requireNode(slot);
        if (marks[slot] == next.bits()) {
            return;
        }
        own(MARKS);
        boolean hiding = ((marks[slot] ^ next.bits()) & Marks.HIDDEN) != 0;
        marks[slot] = next.bits();
        changed(hiding, false, true);
    }

    public Marks marks(int slot) {
        requireNode(slot);
        return new Marks(marks[slot]);
    }

    /** Sets how many a collection node stands for. */
    public void setCollected(int slot, int count) {
        requireNode(slot);
        own(COLLECTED);
        collected[slot] = count;
        changed(false, false, true);
    }

    /** Adds a link between two nodes, or from a node to itself; returns the link's slot. */
    public int addLink(int from, int to, String text, LinkStyle style) {
        requireNode(from);
        requireNode(to);
        own(LINKS);
        changed(false, true, false);
        return links.add(from, to, text, style);
    }

    public void removeLink(int slot) {
        requireLink(slot);
        own(LINKS);
        links.remove(slot);
        changed(false, true, false);
    }

    public void setLinkStyle(int slot, LinkStyle style) {
        requireLink(slot);
        own(LINKS);
        links.style[slot] = (byte) style.ordinal();
        changed(false, true, false);
    }

    public LinkStyle linkStyle(int slot) {
        requireLink(slot);
        return LinkStyle.at(links.style[slot]);
    }

    public void setLinkLabel(int slot, String text) {
        requireLink(slot);
        own(LINKS);
        links.setLabel(slot, text);
        changed(false, true, false);
    }

    /** Sets the day a link was last seen, in days since 1970-01-01, or {@link Scene#NO_DAY}. */
    public void setLinkDay(int slot, int epochDay) {
        requireLink(slot);
        own(LINKS);
        links.day[slot] = epochDay;
        changed(false, true, false);
    }

    /** Draws the links between this link's ends side by side instead of as one bundle. Set it on each of them. */
    public void setFanned(int slot, boolean on) {
        requireLink(slot);
        own(LINKS);
        links.fanned[slot] = (byte) (on ? 1 : 0);
        changed(false, true, false);
    }

    /**
     * Shows where nodes were before they moved, until it is told otherwise; none to show nothing.
     *
     * @param node slots
     * @param xs   where each was, world units
     * @param ys   likewise
     */
    public void setGhosts(int[] node, double[] xs, double[] ys) {
        var x0 = new float[node.length];
        var y0 = new float[node.length];
        for (int i = 0; i < node.length; i++) {
            x0[i] = (float) xs[i];
            y0[i] = (float) ys[i];
        }
        ghosts = new Ghosts(node.clone(), x0, y0);
        changed(false, false, true);
    }

    public boolean hasNode(int slot) {
        return slot >= 0 && slot < nodeSlots && kind[slot] >= 0;
    }

    public double x(int slot) {
        requireNode(slot);
        return x[slot];
    }

    public double y(int slot) {
        requireNode(slot);
        return y[slot];
    }

    /** Whether a node has coordinates; one without is neither painted nor hit. */
    public boolean isPlaced(int slot) {
        requireNode(slot);
        return Float.isFinite(x[slot]) && Float.isFinite(y[slot]);
    }

    /** Whether any link starts or ends at a node. */
    public boolean isLinked(int node) {
        requireNode(node);
        return links.isLinked(node);
    }

    /** The links that start or end at a node. Takes time in the number of all links. */
    IntStream linksAt(int node) {
        requireNode(node);
        return links.at(node);
    }

    /** Whether a link starts or ends at a node. */
    public boolean touches(int link, int node) {
        return links.has(link) && links.touches(link, node);
    }

    public boolean hasLink(int slot) {
        return links.has(slot);
    }

    /** The scene as it is now; the same object as before if nothing changed. */
    public Scene publish() {
        var versions = new Versions(geometry, topology, look);
        if (published != null && published.versions.equals(versions)) {
            return published;
        }
        var nodes = new NodeColumns(nodeSlots, kind, x, y, radius, marks, collected, label, shown);
        shared = KIND | X | Y | RADII | MARKS | COLLECTED | LABEL | LINKS;
        published = new Scene(nodes, links.columns(), ghosts, versions, Optional.ofNullable(published));
        return published;
    }

    private void changed(boolean places, boolean linking, boolean looks) {
        geometry += places ? 1 : 0;
        topology += linking ? 1 : 0;
        look += looks ? 1 : 0;
    }

    /** Makes the named columns ours alone before they are written. */
    private void own(int columns) {
        int copy = columns & shared;
        if (copy == 0) {
            return;
        }
        kind = (copy & KIND) != 0 ? kind.clone() : kind;
        x = (copy & X) != 0 ? x.clone() : x;
        y = (copy & Y) != 0 ? y.clone() : y;
        radius = (copy & RADII) != 0 ? radius.clone() : radius;
        marks = (copy & MARKS) != 0 ? marks.clone() : marks;
        collected = (copy & COLLECTED) != 0 ? collected.clone() : collected;
        if ((copy & LABEL) != 0) {
            label = label.clone();
            shown = shown.clone();
        }
        if ((copy & LINKS) != 0) {
            links.copyColumns();
        }
        shared &= ~copy;
    }

    private void growNodes() {
        if (nodeSlots < kind.length) {
            return;
        }
        int capacity = kind.length * 2;
        kind = Arrays.copyOf(kind, capacity);
        x = Arrays.copyOf(x, capacity);
        y = Arrays.copyOf(y, capacity);
        radius = Arrays.copyOf(radius, capacity);
        marks = Arrays.copyOf(marks, capacity);
        collected = Arrays.copyOf(collected, capacity);
        label = Arrays.copyOf(label, capacity);
        shown = Arrays.copyOf(shown, capacity);
        shared &= LINKS;
    }

    private void requireNode(int slot) {
        if (!hasNode(slot)) {
            throw new IllegalArgumentException("no node in slot " + slot);
        }
    }

    private void requireLink(int slot) {
        if (!links.has(slot)) {
            throw new IllegalArgumentException("no link in slot " + slot);
        }
    }
}
