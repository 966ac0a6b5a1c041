package tendril.server;

import java.util.Arrays;
import java.util.Optional;

/** The five things version 2 of the API reports on. */
enum ReportKind {
    EMAIL("email", "email", "email.php?email="),
    DOMAIN("domain", "domain", "domain.php?domain="),
    IP("ip", "ip", "ip.php?ip="),
    ANTIVIRUS("antivirus", "antivirus", "listMalware.php?antivirus="),
    FILE("file", "resource", "malware.php?md5=");

    private final String path;
    private final String parameter;
    private final String page;

    ReportKind(String path, String parameter, String page) {
        this.path = path;
        this.parameter = parameter;
        this.page = page;
    }

    static Optional<ReportKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    /** The name in the path of the API. */
    String path() {
        return path;
    }

    /** The parameter that holds what is asked. */
    String parameter() {
        return parameter;
    }

    /** The page for people, relative to the server's root, to which the value is added. */
    String page() {
        return page;
    }
}
