package tendril.provider.threatcrowd;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** The five reports of the search API, each asked about its own kinds of indicator. */
public enum ReportKind {
    EMAIL("email", "email", IndicatorType.EMAIL),
    DOMAIN("domain", "domain", IndicatorType.DOMAIN),
    IP("ip", "ip", IndicatorType.IPV4, IndicatorType.IPV6),
    ANTIVIRUS("antivirus", "antivirus", IndicatorType.MALWARE),
    FILE("file", "resource", IndicatorType.MD5, IndicatorType.SHA1, IndicatorType.SHA256);

    private final String path;
    private final String parameter;
    private final Set<IndicatorType> inputs;

    ReportKind(String path, String parameter, IndicatorType... inputs) {
        this.path = path;
        this.parameter = parameter;
        this.inputs = Set.of(inputs);
    }

    /** Its part of the request's path, and of the question's key. */
    public String path() {
        return path;
    }

    /** The name of the query parameter that holds the value. */
    public String parameter() {
        return parameter;
    }

    /** What it can be asked about. */
    Set<IndicatorType> inputs() {
        return inputs;
    }

    static Optional<ReportKind> about(Indicator indicator) {
        return Arrays.stream(values())
                .filter(kind -> kind.inputs.contains(indicator.type()))
                .findFirst();
    }

    static Optional<ReportKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
