package tendril.server.page;

import java.io.IOException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;
import tendril.server.api.Links;
import tendril.server.api.ReportKind;

/**
 * The pages that list values instead of showing one. Their tables name no head and no body, as HTML allows: old programs
 * take the rows from right below the table.
 */
final class ListPages {
    private static final int SAMPLES_PER_PAGE = 50;
    private static final int ADDRESSES_MAX = 1000;

    private ListPages() {}

    /**
     * Samples with a malware name, page by page. The first link to another page is the one to the next: programs that
     * read these pages follow the first they find.
     */
    static void malware(Html html, CorpusReading corpus, String name, int page) throws IOException {
        open(html, "Malware name", name, "Samples", "MD5");
        long from = (long) page * SAMPLES_PER_PAGE;
        var counted = new long[1];
        corpus.rows(Lookup.SAMPLES_OF_SCAN_NAME, name, (md5, last) -> {
            if (counted[0] >= from && counted[0] < from + SAMPLES_PER_PAGE) {
                row(html, ReportKind.FILE, md5);
            }
            counted[0]++;
        });
        html.raw("</table>\n<p class=\"more\">" + counted[0] + " in all.");
        if (name.codePointCount(0, name.length()) < Lookup.SCAN_NAME_LENGTH_MIN) {
            html.raw(" Names are looked for by " + Lookup.SCAN_NAME_LENGTH_MIN + " characters or more.");
        }
        html.raw("</p>\n<nav class=\"pages\" aria-label=\"Pages\">");
        if (counted[0] > from + SAMPLES_PER_PAGE) {
            pageLink(html, name, page + 1, "Next", "class=\"next\" rel=\"next\"");
        }
        pageLink(html, name, page, "Page " + (page + 1), "class=\"here\" aria-current=\"page\"");
        if (page > 0) {
            pageLink(html, name, page - 1, "Previous", "class=\"previous\" rel=\"prev\"");
        }
        html.raw("</nav></section>\n");
    }

    private static void pageLink(Html html, String name, int page, String label, String attributes) throws IOException {
        html.raw("<a href=\"/listMalware.php?page=" + page + "&amp;antivirus="
                + Links.encode(name).replace("'", "&#39;") + "\" " + attributes + ">" + label + "</a>");
    }

    /** The addresses of one IPv4 block that domains resolved to; {@code 188.40.3} is the block 188.40.3.0/24. */
    static void addresses(Html html, CorpusReading corpus, String block) throws IOException {
        String beginning = block.endsWith(".") ? block : block + ".";
        open(html, "Addresses that begin with", beginning, "IP addresses", "IP address");
        var counted = new long[1];
        corpus.addresses(beginning, ADDRESSES_MAX, address -> {
            row(html, ReportKind.IP, address);
            counted[0]++;
        });
        close(html, counted[0], "");
    }

    /** Domains by owner; a corpus knows owners by their email address only. */
    static void domainsOfOwner(Html html, CorpusReading corpus, String owner) throws IOException {
        open(html, "Owner", owner, "Domains", "Domain");
        var counted = new long[1];
        corpus.rows(Lookup.DOMAINS_OF_EMAIL, ReportKind.EMAIL.key(owner), (domain, last) -> {
            row(html, ReportKind.DOMAIN, domain);
            counted[0]++;
        });
        close(html, counted[0], " This corpus knows owners by their email address, not by name or telephone number.");
    }

    private static void open(Html html, String kind, String value, String heading, String column) throws IOException {
        html.raw("<p class=\"kind\">" + kind + "</p>\n<h1>")
                .text(value)
                .raw("</h1>\n<section><h2>" + heading
                        + "</h2>\n<table class=\"table table-striped\">\n<tr><th scope=\"col\">" + column
                        + "</th></tr>\n");
    }

    private static void row(Html html, ReportKind kind, String value) throws IOException {
        html.raw("<tr><td>").link(kind, value).raw("</td></tr>\n");
    }

    private static void close(Html html, long rows, String remark) throws IOException {
        html.raw("</table>\n<p class=\"more\">" + (rows == 0 ? "Nothing known." : rows + " in all.") + remark
                + "</p></section>\n");
    }
}
