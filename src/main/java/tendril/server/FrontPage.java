package tendril.server;

/** What a browser sees at the root of the server: what this is, and how to ask it. */
final class FrontPage {
    static final String HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Tendril: a private ThreatCrowd</title>
            <style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:3em auto;padding:0 1em;color:#1c2430}
            code{background:#eef1f5;padding:.1em .3em;border-radius:3px}
            label{display:inline-block;width:7em}input{width:22em;padding:.3em}button{padding:.3em .8em}
            </style>
            </head>
            <body>
            <h1>Tendril</h1>
            <p>This server answers as ThreatCrowd did, from a corpus of your own. Each form asks for one report.</p>
            <form action="/searchApi/v2/domain/report/"><label for="d">Domain</label>
            <input id="d" name="domain"> <button>Report</button></form>
            <form action="/searchApi/v2/ip/report/"><label for="i">IP address</label>
            <input id="i" name="ip"> <button>Report</button></form>
            <form action="/searchApi/v2/email/report/"><label for="e">Email address</label>
            <input id="e" name="email"> <button>Report</button></form>
            <form action="/searchApi/v2/file/report/"><label for="f">File hash</label>
            <input id="f" name="resource"> <button>Report</button></form>
            <form action="/searchApi/v2/antivirus/report/"><label for="a">Malware name</label>
            <input id="a" name="antivirus"> <button>Report</button></form>
            <p>For programs: <code>GET /searchApi/v2/{email|domain|ip|antivirus|file}/report/</code> with the parameter
            <code>email</code>, <code>domain</code>, <code>ip</code>, <code>antivirus</code> or <code>resource</code>.
            The answer is JSON; <code>"response_code":"0"</code> means that the corpus knows nothing.</p>
            </body>
            </html>
            """;

    private FrontPage() {}
}
