package tendril.layout;

import java.util.Arrays;
import java.util.Optional;

/** The layouts a person can choose from. The {@link #id} is a name on the command line and must never change. */
public enum LayoutKind {
    /** Springs and repulsion: clusters, hubs and bridges show. */
    ORGANIC("organic", "Organic");

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
        };
    }

    /** The kind whose {@link #id} this is. */
    public static Optional<LayoutKind> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
