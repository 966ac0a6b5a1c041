package tendril.corpus;

/**
 * What an observation says about its two values, read from subject to object. The {@link #code} stands in corpus files
 * and must never change.
 */
public enum Relation {
    /** A domain resolved to an address. */
    RESOLVES(1),
    /** An email address registered a domain. */
    REGISTERED(2),
    /** A domain has this host name below it. */
    SUBDOMAIN(3),
    /** A sample, named by its MD5, talked to a domain. */
    CONTACTS_DOMAIN(4),
    /** A sample, named by its MD5, talked to an address. */
    CONTACTS_ADDRESS(5),
    /** An antivirus engine gave a sample, named by its MD5, this name. */
    SCANNED_AS(6),
    /** The SHA-1 of a sample that is named by its MD5. */
    SHA1(7),
    /** The SHA-256 of a sample that is named by its MD5. */
    SHA256(8),
    /** A text, mostly a URL, that writes about a value of any kind. */
    REFERENCE(9);

    private final int code;

    Relation(int code) {
        this.code = code;
    }

    /** The number in corpus files: positive, never changes. */
    public int code() {
        return code;
    }
}
