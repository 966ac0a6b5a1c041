package tendril.corpus.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table may hold. */
enum TableColumn {
    DOMAIN("domain", "host", "hostname", "fqdn", "rrname", "name"),
    ADDRESS("address", "ip", "ip_address", "ipaddress", "rdata", "ipv4", "ipv6"),
    EMAIL("email", "registrant", "registrant_email"),
    SUBDOMAIN("subdomain"),
    MD5("md5", "hash"),
    SHA1("sha1"),
    SHA256("sha256"),
    SCAN("scan", "antivirus", "malware", "family", "detection", "signature"),
    REFERENCE("reference", "link", "report", "source_url"),
    FIRST("first", "first_seen", "time_first", "firstseen"),
    LAST("last", "last_seen", "time_last", "lastseen", "last_resolved", "date");

    private final List<String> headings;

    TableColumn(String... headings) {
        this.headings = List.of(headings);
    }

    /** The column a heading means; case, spaces and dashes do not matter. */
    static Optional<TableColumn> ofHeading(String heading) {
        String folded =
                heading.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(folded))
                .findFirst();
    }
}
