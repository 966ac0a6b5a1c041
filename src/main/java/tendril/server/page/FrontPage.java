package tendril.server.page;

import java.io.IOException;

/** What a browser sees at the root of the server: what this is, and how programs ask it. */
final class FrontPage {
    private static final String CONTENT = """
            <h1>A private ThreatCrowd</h1>
            <p>Search above for a domain, an IP address, an email address, a hash or the name of a malware family, and go
            on from what you find: every value on a page is a link to its own page.</p>
            <section><h2>For programs</h2>
            <p>Answers are those of the ThreatCrowd API, so that its clients work here unchanged.</p>
            <table class="table table-striped api">
            <tr><th scope="col">Ask</th><th scope="col">and get</th></tr>
            <tr><td><code>/searchApi/v2/email/report/?email=</code></td><td>domains an address registered</td></tr>
            <tr><td><code>/searchApi/v2/domain/report/?domain=</code></td>
            <td>addresses, samples, registrants, host names, references, votes</td></tr>
            <tr><td><code>/searchApi/v2/ip/report/?ip=</code></td><td>domains, samples, references, votes</td></tr>
            <tr><td><code>/searchApi/v2/antivirus/report/?antivirus=</code></td>
            <td>samples that an engine gave a name with this word</td></tr>
            <tr><td><code>/searchApi/v2/file/report/?resource=</code></td>
            <td>a sample by its MD5, SHA-1 or SHA-256: names, addresses, domains</td></tr>
            <tr><td><code>/searchApi/v1/api.php?type=domain&amp;query=</code></td>
            <td>the same as lines of text; type is domain, ip, email, md5 or antivirus</td></tr>
            <tr><td><code>/vote.php?vote=0&amp;value=</code></td>
            <td>votes: 0 malicious, 1 not malicious, withdraw</td></tr>
            </table>
            <p><code>"response_code":"0"</code> says that the corpus knows nothing; <code>votes</code> is -1 when most
            voters say malicious, 1 when most say not, 0 otherwise.</p></section>
            <section><h2>Maltego</h2>
            <p>Add <code>/maltego/seed</code> on this server as a seed, or import
            <a href="/maltego/tendril.mtz">tendril.mtz</a> to run the transforms on the machine this server runs on. Each
            answers <code>POST /run/&lt;name&gt;</code>, as TRX.</p></section>
            <section><h2>Feeds</h2>
            <p>What most voters call malicious, one value a line, rewritten every hour:
            <a href="/feeds/domains.txt">domains</a>, <a href="/feeds/ips.txt">IP addresses</a>,
            <a href="/feeds/hashes.txt">hashes</a>.</p></section>
            """;

    private FrontPage() {}

    static void write(Html html) throws IOException {
        html.raw(CONTENT);
    }
}
