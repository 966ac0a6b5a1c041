package tendril.server.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tendril.corpus.Key;

/** The five things the API reports on. */
public enum ReportKind {
    EMAIL("email", "email", "email", "email.php?email="),
    DOMAIN("domain", "domain", "domain", "domain.php?domain="),
    IP("ip", "ip", "ip", "ip.php?ip="),
    ANTIVIRUS("antivirus", "antivirus", "antivirus", "listMalware.php?antivirus="),
    FILE("file", "resource", "md5", "malware.php?md5=");

    private static final List<ReportKind> KINDS = List.of(values());

    private final String path;
    private final String parameter;
    private final String v1Type;
    private final String page;

    ReportKind(String path, String parameter, String v1Type, String page) {
        this.path = path;
        this.parameter = parameter;
        this.v1Type = v1Type;
        this.page = page;
    }

    static Optional<ReportKind> ofPath(String path) {
        // Every request of the API comes through here, so no stream is built for it.
        for (ReportKind kind : KINDS) {
            if (kind.path.equals(path)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    static Optional<ReportKind> ofV1Type(String type) {
        return Arrays.stream(values()).filter(kind -> kind.v1Type.equals(type)).findFirst();
    }

    /** The name in the address of version 2, which is also that of the kind in the style sheet. */
    public String path() {
        return path;
    }

    /** The parameter of version 2 that holds what is asked. */
    public String parameter() {
        return parameter;
    }

    /** The page for people, relative to the server's root, to which the value is added. */
    public String page() {
        return page;
    }

    /** What is asked, as a key; blank and meaningless questions give an empty one. */
    public String key(String asked) {
        String folded = Key.of(asked);
        String key = switch (this) {
            // A plus sign that was not encoded arrives as a space, which no address has.
            case EMAIL -> folded.replace(' ', '+');
            // One old client quotes the name with back-ticks.
            case ANTIVIRUS -> folded.replace("`", "");
            case DOMAIN, IP, FILE -> folded;
        };
        // "-" stands for "no address" in answers; it is nothing one can ask for.
        return key.equals("-") ? "" : key;
    }
}
