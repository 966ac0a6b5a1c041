package tendril.server.page;

import java.io.IOException;

/** What is around the content of every page: head, search box, foot. */
final class PageFrame {
    private static final String TOP = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="same-origin">
            <link rel="stylesheet" href="/style.css">
            <link rel="icon" href="/img/home.png">
            <title>""";
    private static final String HEADER = """
            </title>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <header><div class="row">
            <a class="brand" href="/"><img src="/img/home.png" alt="" width="24" height="24">Tendril</a>
            <form action="/pivot.php" role="search">
            <label class="unseen" for="search">Domain, IP address, email address, hash or malware name</label>
            <input id="search" name="data" type="search" required autocomplete="off" spellcheck="false"
             placeholder="Domain, IP address, email, hash or malware name">
            <button>Search</button>
            </form>
            </div></header>
            <main id="content">
            """;
    private static final String BOTTOM = """
            </main>
            <footer>A private, ThreatCrowd-compatible service by Tendril. Everything shown is text from the corpus; nothing
            is fetched from elsewhere.</footer>
            </body>
            </html>
            """;

    private PageFrame() {}

    static void open(Html html, String title) throws IOException {
        html.raw(TOP).text(title).raw(HEADER);
    }

    static void close(Html html) throws IOException {
        html.raw(BOTTOM);
    }
}
