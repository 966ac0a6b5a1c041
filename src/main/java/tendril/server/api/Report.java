package tendril.server.api;

import java.io.IOException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.Lookup;
import tendril.server.message.BodyOutput;

/**
 * Writes one answer of version 2 of the API, key by key in the order the service had. Rows go out as they are read; an
 * answer without any row becomes the service's "not found". Confined to one thread.
 */
public final class Report {
    /** The whole of every answer about something unknown. */
    static final String NOT_FOUND = "{\"response_code\":\"0\"}";

    /** What dates read where the day is unknown and old clients cannot stand {@code 0000-00-00}. */
    private static final String NO_DAY_FOR_ADDRESSES = "1970-01-01";

    private static final int SHA1_LENGTH_CHARS = 40;

    private final CorpusReading corpus;
    private final BodyOutput out;
    private final PhpJson json;
    private long rows;

    public Report(CorpusReading corpus, BodyOutput out) {
        this.corpus = corpus;
        this.out = out;
        this.json = new PhpJson(out);
    }

    /**
     * Writes the report on a key.
     *
     * @param permalinkBase what permalinks begin with, ending in a slash
     */
    public void write(ReportKind kind, String key, String permalinkBase) throws IOException {
        json.raw("{\"response_code\":\"1\"");
        String shown = key;
        switch (kind) {
            case EMAIL -> email(key);
            case DOMAIN -> domain(key);
            case IP -> ip(key);
            case ANTIVIRUS -> antivirus(key);
            case FILE -> shown = file(key);
        }
        if (rows == 0) {
            out.reset();
            json.raw(NOT_FOUND);
            return;
        }
        json.raw(",\"permalink\":");
        json.string(permalinkBase + kind.page() + Links.encode(shown));
        json.raw("}");
    }

    private void email(String key) throws IOException {
        strings("domains", Lookup.DOMAINS_OF_EMAIL, key);
        strings("references", Lookup.REFERENCES_OF_ANY, key);
    }

    private void domain(String key) throws IOException {
        resolutions("ip_address", Lookup.ADDRESSES_OF_DOMAIN, key, Day.UNKNOWN.text());
        strings("hashes", Lookup.SAMPLES_OF_DOMAIN, key);
        strings("emails", Lookup.EMAILS_OF_DOMAIN, key);
        strings("subdomains", Lookup.SUBDOMAINS_OF_DOMAIN, key);
        strings("references", Lookup.REFERENCES_OF_ANY, key);
        votes(key);
    }

    private void ip(String key) throws IOException {
        resolutions("domain", Lookup.DOMAINS_OF_ADDRESS, key, NO_DAY_FOR_ADDRESSES);
        strings("hashes", Lookup.SAMPLES_OF_ADDRESS, key);
        strings("references", Lookup.REFERENCES_OF_ANY, key);
        votes(key);
    }

    private void antivirus(String key) throws IOException {
        strings("hashes", Lookup.SAMPLES_OF_SCAN_NAME, key);
        strings("references", Lookup.REFERENCES_OF_ANY, key);
    }

    private String file(String key) throws IOException {
        String md5 = Samples.md5Of(corpus, key);
        String sha1 = Samples.first(corpus, Lookup.SHA1_OF_SAMPLE, md5);
        if (!sha1.isEmpty()) {
            rows++;
        } else if (md5.length() == SHA1_LENGTH_CHARS) {
            sha1 = md5;
        }
        json.raw(",\"md5\":");
        json.string(md5.length() < SHA1_LENGTH_CHARS ? md5 : "");
        json.raw(",\"sha1\":");
        json.string(sha1);
        strings("scans", Lookup.SCANS_OF_SAMPLE, md5);
        strings("ips", Lookup.ADDRESSES_OF_SAMPLE, md5);
        strings("domains", Lookup.DOMAINS_OF_SAMPLE, md5);
        strings("references", Lookup.REFERENCES_OF_ANY, md5);
        return md5;
    }

    private void strings(String name, Lookup lookup, String key) throws IOException {
        json.raw(",\"" + name + "\":[");
        long before = rows;
        corpus.rows(lookup, key, (value, last) -> {
            if (rows++ > before) {
                json.raw(",");
            }
            json.string(value);
        });
        json.raw("]");
    }

    private void resolutions(String name, Lookup lookup, String key, String noDay) throws IOException {
        json.raw(",\"resolutions\":[");
        long before = rows;
        corpus.rows(lookup, key, (value, last) -> {
            json.raw(rows++ > before ? ",{\"last_resolved\":\"" : "{\"last_resolved\":\"");
            json.raw(last.isKnown() ? last.text() : noDay);
            json.raw("\",\"" + name + "\":");
            json.string(value);
            json.raw("}");
        });
        json.raw("]");
    }

    private void votes(String key) throws IOException {
        var tally = corpus.tally(key);
        if (!tally.isEmpty()) {
            rows++;
        }
        json.raw(",\"votes\":" + tally.score());
    }
}
