package tendril.picture.scene;

import java.util.Optional;

/**
 * One state of what is to be painted: nodes and links by slot, in columns. Immutable, free to share between threads;
 * successive scenes share every column that did not change. A {@link LiveScene} publishes them.
 *
 * <p>Slots are stable: a node keeps its slot while it lives. A slot without a node answers {@code false} to
 * {@link #hasNode}. Positions and radii are in world units.
 */
public final class Scene {
    /** The day of a link without a date. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    public final NodeColumns nodes;
    public final LinkColumns links;
    final Versions versions;
    public final Ghosts ghosts;
    private final Memo<Topology> topology;
    private final Memo<NodeGrid.Extent> extent;
    private final Memo<NodeGrid> nodeGrid;
    private final Memo<LinkGrid> linkGrid;

    /** A scene that shares with the one before it all that is derived and still true. */
    Scene(NodeColumns nodes, LinkColumns links, Ghosts ghosts, Versions versions, Optional<Scene> before) {
        this.nodes = nodes;
        this.ghosts = ghosts;
        this.links = links;
        this.versions = versions;
        boolean sameLinks = before.isPresent() && before.get().versions.topology() == versions.topology();
        boolean samePlaces = before.isPresent() && before.get().versions.geometry() == versions.geometry();
        this.topology = sameLinks ? before.get().topology : new Memo<>(() -> Topology.of(nodes.size(), links));
        this.extent = samePlaces ? before.get().extent : new Memo<>(() -> NodeGrid.Extent.of(nodes));
        var reach = this.extent;
        this.nodeGrid = samePlaces ? before.get().nodeGrid : new Memo<>(() -> NodeGrid.of(nodes, reach.get()));
        var bundles = this.topology;
        var grid = this.nodeGrid;
        this.linkGrid = samePlaces && sameLinks
                ? before.get().linkGrid
                : new Memo<>(() -> LinkGrid.of(nodes, bundles.get(), grid.get().bounds()));
    }

    /** The scene with nothing in it. */
    public static Scene empty() {
        return new LiveScene().publish();
    }

    /** One more than the greatest slot in use. */
    public int nodeSlots() {
        return nodes.size();
    }

    /** One more than the greatest link slot in use. */
    public int linkSlots() {
        return links.size();
    }

    public boolean hasNode(int slot) {
        return slot >= 0 && slot < nodes.size() && nodes.kind()[slot] >= 0;
    }

    /** Whether a node is there and not hidden. */
    public boolean showsNode(int slot) {
        return hasNode(slot) && (nodes.marks()[slot] & Marks.HIDDEN) == 0;
    }

    public boolean hasLink(int slot) {
        return slot >= 0 && slot < links.size() && links.from()[slot] >= 0;
    }

    public NodeKind kind(int slot) {
        return NodeKind.at(nodes.kind()[slot]);
    }

    /** The whole label as it was given, unescaped and unclipped. */
    public String label(int slot) {
        return nodes.label()[slot];
    }

    public double x(int slot) {
        return nodes.x()[slot];
    }

    public double y(int slot) {
        return nodes.y()[slot];
    }

    public double radius(int slot) {
        return nodes.radius()[slot];
    }

    /** The radius a node is painted with, in logical pixels: small ones are a little larger than true. */
    public double paintedRadius(int slot, Camera camera) {
        return PaintedSize.of(camera, nodeSlots()).radius(nodes.radius()[slot]);
    }

    public Marks marks(int slot) {
        return new Marks(nodes.marks()[slot]);
    }

    /** How many a collection node stands for; 0 for others. */
    public int collected(int slot) {
        return nodes.collected()[slot];
    }

    public int linkFrom(int slot) {
        return links.from()[slot];
    }

    public int linkTo(int slot) {
        return links.to()[slot];
    }

    public String linkLabel(int slot) {
        return links.label()[slot];
    }

    public LinkStyle linkStyle(int slot) {
        return LinkStyle.at(links.style()[slot]);
    }

    /** How many different neighbours a node has. */
    public int degree(int slot) {
        return topology.get().degree[slot];
    }

    /** The rectangle all shown nodes lie in, radius included; empty when nothing is shown. */
    public Optional<Bounds> bounds() {
        return extent.get().bounds();
    }

    /** Whether it is the other one with nodes that wear something else, and nothing more. */
    public boolean differsInLooksOnlyFrom(Scene other) {
        return this != other
                && nodeGrid == other.nodeGrid
                && topology == other.topology
                && ghosts == other.ghosts
                && nodes.size() == other.nodes.size();
    }

    public Topology topology() {
        return topology.get();
    }

    public NodeGrid nodeGrid() {
        return nodeGrid.get();
    }

    public LinkGrid linkGrid() {
        return linkGrid.get();
    }

    public Optional<NodeGrid> nodeGridIfReady() {
        return nodeGrid.ifReady();
    }

    public Optional<LinkGrid> linkGridIfReady() {
        return linkGrid.ifReady();
    }

    /**
     * The nodes, one column a property; index is the slot. Never written after publishing.
     *
     * @param size  slots in use, the arrays may be longer
     * @param kind  ordinal of {@link NodeKind}, -1 for a free slot
     * @param shown the label as painted: escaped and clipped
     */
    public record NodeColumns(
            int size,
            byte[] kind,
            float[] x,
            float[] y,
            float[] radius,
            int[] marks,
            int[] collected,
            String[] label,
            String[] shown) {}

    /**
     * The links, one column a property; index is the link slot. Never written after publishing.
     *
     * @param size slots in use, the arrays may be longer
     * @param from node slot, -1 for a free link slot
     * @param day  day last seen, in days since 1970-01-01, or {@link #NO_DAY}
     */
    public record LinkColumns(
            int size, int[] from, int[] to, byte[] style, byte[] fanned, int[] day, String[] label, String[] shown) {}

    /**
     * Counters that tell what changed between two scenes of one live scene.
     *
     * @param geometry places, radii, which nodes are shown
     * @param topology which links there are, their style, date and bundling
     * @param look     marks, labels and ghosts
     */
    record Versions(long geometry, long topology, long look) {}
}
