package tendril.server;

import java.io.IOException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;

/** The pages that list values instead of showing one. */
final class ListPages {
    private static final int SAMPLES_PER_PAGE = 50;
    private static final int ADDRESSES_MAX = 1000;

    private ListPages() {}

    /** Samples with a malware name, page by page; the link to the next page reads {@code Next}. */
    static void malware(Html html, CorpusReading corpus, String name, int page) throws IOException {
        html.raw("<p class=\"kind\">Malware name</p>\n<h1>")
                .text(name)
                .raw(
                        "</h1>\n<section><h2>Samples</h2>\n"
                                + "<table class=\"table table-striped\"><thead><tr><th scope=\"col\">MD5</th></tr></thead><tbody>\n");
        long from = (long) page * SAMPLES_PER_PAGE;
        var counted = new long[1];
        corpus.rows(Lookup.SAMPLES_OF_SCAN_NAME, name, (md5, last) -> {
            if (counted[0] >= from && counted[0] < from + SAMPLES_PER_PAGE) {
                html.raw("<tr><td>").link(ReportKind.FILE, md5).raw("</td></tr>\n");
            }
            counted[0]++;
        });
        html.raw("</tbody></table>\n<p class=\"more\">" + counted[0] + " samples in all.</p>\n");
        html.raw("<nav class=\"pages\" aria-label=\"Pages\">");
        if (page > 0) {
            pageLink(html, name, page - 1, "Previous");
        }
        if (counted[0] > from + SAMPLES_PER_PAGE) {
            pageLink(html, name, page + 1, "Next");
        }
        html.raw("</nav></section>\n");
    }

    private static void pageLink(Html html, String name, int page, String label) throws IOException {
        html.raw("<a href=\"/listMalware.php?page=" + page + "&amp;antivirus=" + Links.encode(name) + "\">" + label
                + "</a>");
    }

    /** The addresses of one IPv4 block that domains resolved to; {@code 188.40.3} is the block 188.40.3.0/24. */
    static void addresses(Html html, CorpusReading corpus, String block) throws IOException {
        html.raw("<p class=\"kind\">Address block</p>\n<h1>")
                .text(block)
                .raw(
                        "</h1>\n<section><h2>IP addresses</h2>\n"
                                + "<table class=\"table table-striped\"><thead><tr><th scope=\"col\">Address</th></tr></thead><tbody>\n");
        String beginning = block.endsWith(".") ? block : block + ".";
        corpus.addresses(
                beginning,
                ADDRESSES_MAX,
                address -> html.raw("<tr><td>").link(ReportKind.IP, address).raw("</td></tr>\n"));
        html.raw("</tbody></table></section>\n");
    }

    /** Domains by owner; a corpus knows owners by their email address only. */
    static void domainsOfOwner(Html html, CorpusReading corpus, String owner) throws IOException {
        html.raw("<p class=\"kind\">Owner</p>\n<h1>")
                .text(owner)
                .raw(
                        "</h1>\n<section><h2>Domains</h2>\n"
                                + "<table class=\"table table-striped\"><thead><tr><th scope=\"col\">Domain</th></tr></thead><tbody>\n");
        corpus.rows(
                Lookup.DOMAINS_OF_EMAIL,
                ReportKind.EMAIL.key(owner),
                (domain, last) ->
                        html.raw("<tr><td>").link(ReportKind.DOMAIN, domain).raw("</td></tr>\n"));
        html.raw("</tbody></table>\n<p class=\"more\">This corpus knows owners by their email address, not by name or"
                + " telephone number.</p></section>\n");
    }
}
