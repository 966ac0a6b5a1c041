package tendril.server.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.Lookup;
import tendril.corpus.Relation;
import tendril.corpus.Tally;
import tendril.server.api.Cors;
import tendril.server.api.Links;
import tendril.server.api.ReportKind;
import tendril.server.api.Samples;

/** The page of one domain, address, email address or sample: a table for each kind of row. Confined to one thread. */
final class EntityPage {
    /** Rows beyond this are counted, not shown; the API has them all. */
    static final int ROWS_MAX = 1000;

    private final Html html;
    private final CorpusReading corpus;
    private final Cors cors;

    EntityPage(Html html, CorpusReading corpus, Cors cors) {
        this.html = html;
        this.corpus = corpus;
        this.cors = cors;
    }

    /** One table: its heading, what stands above its values, where its rows come from, and to which kind of page they link. */
    record Table(String heading, String column, Lookup lookup, Optional<ReportKind> target) {
        static Table linked(String heading, Lookup lookup, ReportKind target) {
            return new Table(heading, label(target), lookup, Optional.of(target));
        }

        static Table plain(String heading, String column, Lookup lookup) {
            return new Table(heading, column, lookup, Optional.empty());
        }

        boolean hasDays() {
            return lookup.relation() == Relation.RESOLVES;
        }
    }

    static List<Table> tables(ReportKind kind) {
        return switch (kind) {
            case DOMAIN ->
                List.of(
                        Table.linked("IP addresses", Lookup.ADDRESSES_OF_DOMAIN, ReportKind.IP),
                        Table.linked("Samples that talked to it", Lookup.SAMPLES_OF_DOMAIN, ReportKind.FILE),
                        Table.linked("Registrants", Lookup.EMAILS_OF_DOMAIN, ReportKind.EMAIL),
                        Table.linked("Host names below it", Lookup.SUBDOMAINS_OF_DOMAIN, ReportKind.DOMAIN),
                        Table.plain("References", "Address or text", Lookup.REFERENCES_OF_ANY));
            case IP ->
                List.of(
                        Table.linked("Domains", Lookup.DOMAINS_OF_ADDRESS, ReportKind.DOMAIN),
                        Table.linked("Samples that talked to it", Lookup.SAMPLES_OF_ADDRESS, ReportKind.FILE),
                        Table.plain("References", "Address or text", Lookup.REFERENCES_OF_ANY));
            case EMAIL ->
                List.of(
                        Table.linked("Registered domains", Lookup.DOMAINS_OF_EMAIL, ReportKind.DOMAIN),
                        Table.plain("References", "Address or text", Lookup.REFERENCES_OF_ANY));
            case FILE ->
                List.of(
                        Table.plain("SHA-1", "Hash", Lookup.SHA1_OF_SAMPLE),
                        Table.plain("SHA-256", "Hash", Lookup.SHA256_OF_SAMPLE),
                        Table.linked("Antivirus names", Lookup.SCANS_OF_SAMPLE, ReportKind.ANTIVIRUS),
                        Table.linked("IP addresses it talked to", Lookup.ADDRESSES_OF_SAMPLE, ReportKind.IP),
                        Table.linked("Domains it talked to", Lookup.DOMAINS_OF_SAMPLE, ReportKind.DOMAIN),
                        Table.plain("References", "Address or text", Lookup.REFERENCES_OF_ANY));
            case ANTIVIRUS ->
                List.of(
                        Table.linked("Samples", Lookup.SAMPLES_OF_SCAN_NAME, ReportKind.FILE),
                        Table.plain("References", "Address or text", Lookup.REFERENCES_OF_ANY));
        };
    }

    void write(ReportKind kind, String key) throws IOException {
        html.raw("<p class=\"kind\">" + label(kind) + "</p>\n<h1>").text(key).raw("</h1>\n");
        if (kind != ReportKind.FILE) {
            html.raw("<p><a href=\"/graphHtml.php?" + kind.parameter() + "=" + Links.encode(key)
                    + "\">Show its neighbourhood as a graph</a></p>\n");
        }
        votes(key);
        String md5 = kind == ReportKind.FILE ? Samples.md5Of(corpus, key) : key;
        List<String> empty = new ArrayList<>();
        for (Table table : tables(kind)) {
            if (!table(table, md5)) {
                empty.add(table.heading());
            }
        }
        if (empty.size() == tables(kind).size()) {
            html.raw("<section><p>This corpus knows nothing about it.</p></section>\n");
        } else if (!empty.isEmpty()) {
            html.raw("<p class=\"none\">Nothing known: " + String.join(", ", empty) + ".</p>\n");
        }
    }

    static String label(ReportKind kind) {
        return switch (kind) {
            case DOMAIN -> "Domain";
            case IP -> "IP address";
            case EMAIL -> "Email address";
            case FILE -> "Sample";
            case ANTIVIRUS -> "Malware name";
        };
    }

    private void votes(String key) throws IOException {
        Tally tally = corpus.tally(key);
        String verdict = switch (tally.score()) {
            case -1 -> "<span class=\"verdict bad\">Most voters call it malicious</span>";
            case 1 -> "<span class=\"verdict good\">Most voters call it not malicious</span>";
            default ->
                tally.isEmpty()
                        ? "<span class=\"verdict\">Nobody has voted</span>"
                        : "<span class=\"verdict\">Voters disagree</span>";
        };
        html.raw("<section class=\"votes\"><h2>Votes</h2>\n<p>" + verdict
                        + (tally.isEmpty()
                                ? ""
                                : " (" + tally.malicious() + " malicious, " + tally.harmless() + " not malicious)")
                        + ".</p>\n<form action=\"/vote.php\" method=\"post\">"
                        + "<input type=\"hidden\" name=\"value\" value=\"")
                .text(key)
                .raw("\">" + cors.tokenField()
                        + "\n<button class=\"bad\" name=\"vote\" value=\"0\">Malicious</button>\n"
                        + "<button class=\"good\" name=\"vote\" value=\"1\">Not malicious</button>\n"
                        + "<button class=\"plain\" name=\"vote\" value=\"withdraw\">Withdraw my vote</button>"
                        + "</form></section>\n");
    }

    /** Writes a table if it has rows; returns whether it has. */
    private boolean table(Table table, String key) throws IOException {
        var counted = new long[1];
        corpus.rows(table.lookup(), key, (value, last) -> {
            if (counted[0]++ == 0) {
                html.raw("<section><h2>" + table.heading()
                        + "</h2>\n<table class=\"table table-striped\">\n<tr>"
                        + (table.hasDays() ? "<th scope=\"col\" class=\"day\">Last seen</th>" : "")
                        + "<th scope=\"col\">" + table.column() + "</th></tr>\n");
            }
            if (counted[0] <= ROWS_MAX) {
                row(table, value, last);
            }
        });
        if (counted[0] == 0) {
            return false;
        }
        html.raw("</table>");
        if (counted[0] > ROWS_MAX) {
            html.raw("<p class=\"more\">and " + (counted[0] - ROWS_MAX) + " more; the API gives all of them.</p>");
        }
        html.raw("</section>\n");
        return true;
    }

    private void row(Table table, String value, Day last) throws IOException {
        html.raw("<tr>");
        if (table.hasDays()) {
            html.raw("<td class=\"day\">" + (last.isKnown() ? last.text() : "unknown") + "</td>");
        }
        html.raw("<td>");
        if (table.target().isPresent() && value.length() > 1) {
            html.link(table.target().get(), value);
        } else if (value.isBlank() || value.equals("-")) {
            html.raw("<span class=\"none\">none</span>");
        } else {
            html.text(value);
        }
        html.raw("</td></tr>\n");
    }
}
