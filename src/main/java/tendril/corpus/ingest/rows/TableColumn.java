package tendril.corpus.ingest.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table may hold. */
public enum TableColumn {
    DOMAIN("domain", "domain_name", "host", "hostname", "host_name", "fqdn", "rrname", "query", "qname", "name", "url"),
    ADDRESS(
            "address",
            "ip",
            "ip_address",
            "ipaddress",
            "rdata",
            "answer",
            "ip_addr",
            "dst_ip",
            "dest_ip",
            "ipv4",
            "ipv6"),
    EMAIL("email", "email_address", "registrant", "registrant_email", "whois_email"),
    SUBDOMAIN("subdomain"),
    MD5("md5", "md5_hash", "hash"),
    SHA1("sha1", "sha1_hash", "sha_1"),
    SHA256("sha256", "sha256_hash", "sha_256"),
    SCAN("scan", "antivirus", "malware", "family", "detection", "signature"),
    REFERENCE("reference", "link", "report", "source_url"),
    FIRST("first", "first_seen", "time_first", "firstseen", "first_seen_utc", "dateadded"),
    LAST("last", "last_seen", "time_last", "lastseen", "last_seen_utc", "last_resolved", "timestamp", "date");

    private final List<String> headings;

    TableColumn(String... headings) {
        this.headings = List.of(headings);
    }

    /** The column a heading means; case, spaces and dashes do not matter. */
    public static Optional<TableColumn> ofHeading(String heading) {
        String folded =
                heading.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(folded))
                .findFirst();
    }
}
