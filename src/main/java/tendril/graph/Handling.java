package tendril.graph;

/**
 * How a case or an entity may be shared (TLP 2.0) and what may be done with it (PAP). Immutable.
 *
 * @param tlp Traffic Light Protocol label
 * @param pap Permissible Actions Protocol label
 */
public record Handling(Tlp tlp, Pap pap) {
    /** Nothing was said: shared and used without limit. */
    public static final Handling UNSET = new Handling(Tlp.UNSET, Pap.UNSET);

    /** FIRST's Traffic Light Protocol 2.0, from the widest to the narrowest. */
    public enum Tlp {
        UNSET(""),
        CLEAR("TLP:CLEAR"),
        GREEN("TLP:GREEN"),
        AMBER("TLP:AMBER"),
        AMBER_STRICT("TLP:AMBER+STRICT"),
        RED("TLP:RED");

        private final String label;

        Tlp(String label) {
            this.label = label;
        }

        /** The label exactly as the standard writes it. */
        public String label() {
            return label;
        }
    }

    /** Permissible Actions Protocol, from the widest to the narrowest. */
    public enum Pap {
        UNSET(""),
        CLEAR("PAP:CLEAR"),
        GREEN("PAP:GREEN"),
        AMBER("PAP:AMBER"),
        RED("PAP:RED");

        private final String label;

        Pap(String label) {
            this.label = label;
        }

        /** The label as it is written. */
        public String label() {
            return label;
        }
    }

    /** The narrower of both in each respect: an entity is at least as protected as its case. */
    public Handling strictest(Handling other) {
        return new Handling(
                tlp.compareTo(other.tlp) >= 0 ? tlp : other.tlp, pap.compareTo(other.pap) >= 0 ? pap : other.pap);
    }
}
