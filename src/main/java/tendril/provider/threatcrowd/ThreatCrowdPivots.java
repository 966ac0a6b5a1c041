package tendril.provider.threatcrowd;

import static tendril.indicator.IndicatorType.DOMAIN;
import static tendril.indicator.IndicatorType.EMAIL;
import static tendril.indicator.IndicatorType.IPV4;
import static tendril.indicator.IndicatorType.IPV6;
import static tendril.indicator.IndicatorType.MALWARE;
import static tendril.indicator.IndicatorType.MD5;
import static tendril.indicator.IndicatorType.SHA1;
import static tendril.indicator.IndicatorType.SHA256;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.Pivot;

/** The pivots of one ThreatCrowd server, and the parts of a report each of them takes. Immutable. */
final class ThreatCrowdPivots {
    private static final Set<IndicatorType> ADDRESSES = Set.of(IPV4, IPV6);
    private static final Set<IndicatorType> HASHES = Set.of(MD5, SHA1, SHA256);

    private final String provider;
    private final String name;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(Pivot pivot, Set<Part> parts) {}

    ThreatCrowdPivots(String provider, String name) {
        this.provider = provider;
        this.name = name;
        aboutEmails();
        aboutDomains();
        aboutAddresses();
        aboutFiles();
        aboutMalware();
    }

    List<Pivot> all() {
        return entries.values().stream().map(Entry::pivot).toList();
    }

    /** What the pivot takes of a report about the indicator; empty when it is not one of these. */
    Optional<Set<Part>> partsOf(Pivot pivot, Indicator indicator) {
        return Optional.ofNullable(entries.get(pivot.id()))
                .filter(entry ->
                        pivot.provider().equals(provider) && entry.pivot().accepts(indicator))
                .map(Entry::parts);
    }

    private void aboutEmails() {
        everything(ReportKind.EMAIL, Set.of(DOMAIN));
        only(
                ReportKind.EMAIL,
                "domains",
                "To domains registered",
                Set.of(DOMAIN),
                Part.REGISTRATIONS,
                "The domains that were registered with this email address.");
        remarks(ReportKind.EMAIL);
    }

    private void aboutDomains() {
        everything(ReportKind.DOMAIN, Set.of(IPV4, IPV6, MD5, SHA1, SHA256, EMAIL, DOMAIN));
        only(
                ReportKind.DOMAIN,
                "ips",
                "To IP addresses",
                ADDRESSES,
                Part.RESOLUTIONS,
                "The addresses this name resolved to, each with the day it was last seen there.");
        only(
                ReportKind.DOMAIN,
                "subdomains",
                "To subdomains",
                Set.of(DOMAIN),
                Part.SUBDOMAINS,
                "The host names below this domain.");
        only(
                ReportKind.DOMAIN,
                "files",
                "To files that called it",
                HASHES,
                Part.CALLERS,
                "The malware samples that contacted this name.");
        only(
                ReportKind.DOMAIN,
                "emails",
                "To email registrant",
                Set.of(EMAIL),
                Part.REGISTRATIONS,
                "The email addresses this domain was registered with.");
        remarks(ReportKind.DOMAIN);
    }

    private void aboutAddresses() {
        everything(ReportKind.IP, Set.of(DOMAIN, MD5, SHA1, SHA256));
        only(
                ReportKind.IP,
                "domains",
                "To domains that resolved here",
                Set.of(DOMAIN),
                Part.RESOLUTIONS,
                "The names that resolved to this address, each with the day it was last seen here.");
        only(
                ReportKind.IP,
                "files",
                "To files that called it",
                HASHES,
                Part.CALLERS,
                "The malware samples that contacted this address.");
        remarks(ReportKind.IP);
    }

    private void aboutFiles() {
        everything(ReportKind.FILE, Set.of(IPV4, IPV6, DOMAIN, MALWARE, MD5, SHA1));
        only(
                ReportKind.FILE,
                "ips",
                "To IP addresses contacted",
                withHashes(IPV4, IPV6),
                Part.CALLED_ADDRESSES,
                "The addresses this file contacted when it was run.");
        only(
                ReportKind.FILE,
                "domains",
                "To domains contacted",
                withHashes(DOMAIN),
                Part.CALLED_DOMAINS,
                "The names this file contacted when it was run.");
        only(
                ReportKind.FILE,
                "names",
                "To antivirus names",
                withHashes(MALWARE),
                Part.DETECTIONS,
                "What antivirus programs call this file.");
        only(
                ReportKind.FILE,
                "hashes",
                "To other hashes",
                Set.of(MD5, SHA1),
                Part.HASHES,
                "The other hashes of the same file.");
        remarks(ReportKind.FILE);
    }

    private void aboutMalware() {
        everything(ReportKind.ANTIVIRUS, HASHES);
        only(
                ReportKind.ANTIVIRUS,
                "files",
                "To files",
                HASHES,
                Part.DETECTIONS,
                "The malware samples that antivirus programs know by this name.");
        remarks(ReportKind.ANTIVIRUS);
    }

    private void everything(ReportKind kind, Set<IndicatorType> outputs) {
        add(
                kind,
                "everything",
                "Everything known",
                outputs,
                EnumSet.allOf(Part.class),
                "All of the report: every relation, votes and references.");
    }

    private void remarks(ReportKind kind) {
        only(
                kind,
                "remarks",
                "Votes and references",
                Set.of(),
                Part.REMARKS,
                "What people voted, where it was written about, and the report's page; brings no new nodes.");
    }

    private void only(
            ReportKind kind, String id, String words, Set<IndicatorType> outputs, Part part, String description) {
        add(kind, id, words, outputs, Set.of(part), description);
    }

    private void add(
            ReportKind kind, String id, String words, Set<IndicatorType> outputs, Set<Part> taken, String description) {
        String pivotId = kind.path() + "." + id;
        String title = words + " [" + name + "]";
        boolean all = taken.size() > 1;
        entries.put(
                pivotId,
                new Entry(
                        new Pivot(provider, pivotId, title, kind.inputs(), outputs, description, all),
                        Set.copyOf(taken)));
    }

    /** A file asked by another hash is found under its MD5, which then comes along. */
    private static Set<IndicatorType> withHashes(IndicatorType... types) {
        return EnumSet.of(MD5, types);
    }
}
