package tendril.corpus;

import static tendril.corpus.Lookup.Order.AS_SEEN;
import static tendril.corpus.Lookup.Order.BY_VALUE;
import static tendril.corpus.Lookup.Side.OBJECT;
import static tendril.corpus.Lookup.Side.SUBJECT;

/** A question one key can be asked: which rows come out, and in which order. */
public enum Lookup {
    ADDRESSES_OF_DOMAIN(Relation.RESOLVES, SUBJECT, AS_SEEN),
    DOMAINS_OF_ADDRESS(Relation.RESOLVES, OBJECT, AS_SEEN),
    DOMAINS_OF_EMAIL(Relation.REGISTERED, SUBJECT, BY_VALUE),
    EMAILS_OF_DOMAIN(Relation.REGISTERED, OBJECT, BY_VALUE),
    SUBDOMAINS_OF_DOMAIN(Relation.SUBDOMAIN, SUBJECT, AS_SEEN),
    SAMPLES_OF_DOMAIN(Relation.CONTACTS_DOMAIN, OBJECT, BY_VALUE),
    SAMPLES_OF_ADDRESS(Relation.CONTACTS_ADDRESS, OBJECT, BY_VALUE),
    DOMAINS_OF_SAMPLE(Relation.CONTACTS_DOMAIN, SUBJECT, AS_SEEN),
    ADDRESSES_OF_SAMPLE(Relation.CONTACTS_ADDRESS, SUBJECT, AS_SEEN),
    SCANS_OF_SAMPLE(Relation.SCANNED_AS, SUBJECT, AS_SEEN),
    /** Samples with an antivirus name that holds the key anywhere in it; the key has three characters or more. */
    SAMPLES_OF_SCAN_NAME(Relation.SCANNED_AS, OBJECT, AS_SEEN),
    SHA1_OF_SAMPLE(Relation.SHA1, SUBJECT, AS_SEEN),
    SHA256_OF_SAMPLE(Relation.SHA256, SUBJECT, AS_SEEN),
    SAMPLE_OF_SHA1(Relation.SHA1, OBJECT, AS_SEEN),
    SAMPLE_OF_SHA256(Relation.SHA256, OBJECT, AS_SEEN),
    REFERENCES_OF_ANY(Relation.REFERENCE, SUBJECT, AS_SEEN);

    /** Which side of the relation the key stands on; the other side is what comes out. */
    public enum Side {
        SUBJECT,
        OBJECT
    }

    /** The order rows come out in; it is the same at every asking. */
    public enum Order {
        /** In the order of the Unicode code points of the value that comes out; equal ones as they were added. */
        BY_VALUE,
        /** As they were added; a row that was seen again on a later day moves to the end. */
        AS_SEEN
    }

    /** Fewer characters than this are in too many antivirus names to mean anything. */
    public static final int SCAN_NAME_LENGTH_MIN = 3;

    private final Relation relation;
    private final Side side;
    private final Order order;

    Lookup(Relation relation, Side side, Order order) {
        this.relation = relation;
        this.side = side;
        this.order = order;
    }

    public Relation relation() {
        return relation;
    }

    public Side side() {
        return side;
    }

    public Order order() {
        return order;
    }
}
