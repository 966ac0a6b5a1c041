package tendril.layout;

import java.util.Arrays;
import java.util.Optional;

/** The layouts a person can choose from. The {@link #id} is a name on the command line and must never change. */
public enum LayoutKind {
    /** Springs and repulsion: clusters, hubs and bridges show. */
    ORGANIC("organic", "Organic"),
    /** Layers from top to bottom along the links. */
    HIERARCHICAL("hierarchical", "Hierarchical"),
    /** Rings around one node by distance. */
    RADIAL("radial", "Radial"),
    /** A ring for each type. */
    CIRCULAR("circular", "Circular by type"),
    /** A block of rows for each type. */
    GRID("grid", "Grid by type"),
    /** GraphStream's own springs; up to {@link SpringBoxLayout#NODES_MAX} nodes. */
    SPRING_BOX("springbox", "SpringBox (GraphStream)");

    private final String id;
    private final String label;

    LayoutKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name on the command line and in settings. */
    public String id() {
        return id;
    }

    /** The name a person reads. */
    public String label() {
        return label;
    }

    /** An engine of this kind. Engines keep nothing between runs, so one may serve many. */
    public LayoutEngine engine() {
        return switch (this) {
            case ORGANIC -> new OrganicLayout();
            case HIERARCHICAL -> new HierarchicalLayout();
            case RADIAL -> RadialLayout.aroundMostLinked();
            case CIRCULAR -> new CircularLayout();
            case GRID -> new GridLayout();
            case SPRING_BOX -> new SpringBoxLayout();
        };
    }

    /** An engine of this kind around a node, if this kind has a middle; otherwise the usual one. */
    public LayoutEngine engineAround(int node) {
        return this == RADIAL ? RadialLayout.around(node) : engine();
    }

    /** The largest graph this kind takes, in nodes. */
    public int nodesMax() {
        return this == SPRING_BOX ? SpringBoxLayout.NODES_MAX : Integer.MAX_VALUE;
    }

    /** The kind whose {@link #id} this is. */
    public static Optional<LayoutKind> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
