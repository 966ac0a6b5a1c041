package tendril.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;

/** The two reports of the benchmark, written as straight as can be: what the servers beside ours answer with. */
final class AnswerFloor {
    private static final String DOMAIN = "?domain=";

    private final Corpus corpus;

    AnswerFloor(Corpus corpus) {
        this.corpus = corpus;
    }

    /**
     * The body that answers a request for {@code /searchApi/v2/domain/report/?domain=…} or the same of an address.
     *
     * @param base what the permalink begins with
     */
    byte[] body(String target, String base) throws IOException {
        boolean domain = target.contains(DOMAIN);
        String key = target.substring(target.indexOf('=') + 1);
        var json = new StringBuilder(512).append("{\"response_code\":\"1\",\"resolutions\":[");
        int begun = json.length();
        boolean known;
        try (CorpusReading reading = corpus.read()) {
            reading.rows(
                    domain ? Lookup.ADDRESSES_OF_DOMAIN : Lookup.DOMAINS_OF_ADDRESS,
                    key,
                    (value, last) -> string(json.append(json.length() > begun ? "," : "")
                                    .append("{\"last_resolved\":\"")
                                    .append(last.isKnown() ? last.text() : domain ? "0000-00-00" : "1970-01-01")
                                    .append(domain ? "\",\"ip_address\":" : "\",\"domain\":"), value)
                            .append('}'));
            known = json.length() > begun;
            if (domain) {
                known |= list(reading, json.append("],\"hashes\":["), Lookup.SAMPLES_OF_DOMAIN, key);
                known |= list(reading, json.append("],\"emails\":["), Lookup.EMAILS_OF_DOMAIN, key);
                known |= list(reading, json.append("],\"subdomains\":["), Lookup.SUBDOMAINS_OF_DOMAIN, key);
            } else {
                known |= list(reading, json.append("],\"hashes\":["), Lookup.SAMPLES_OF_ADDRESS, key);
            }
            known |= list(reading, json.append("],\"references\":["), Lookup.REFERENCES_OF_ANY, key);
            json.append("],\"votes\":").append(reading.tally(key).score());
        }
        if (!known) {
            return "{\"response_code\":\"0\"}".getBytes(StandardCharsets.US_ASCII);
        }
        string(json.append(",\"permalink\":"), base + (domain ? "domain.php?domain=" : "ip.php?ip=") + key);
        return json.append('}').toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean list(CorpusReading reading, StringBuilder json, Lookup lookup, String key)
            throws IOException {
        int begun = json.length();
        reading.rows(lookup, key, (value, last) -> string(json.append(json.length() > begun ? "," : ""), value));
        return json.length() > begun;
    }

    private static StringBuilder string(StringBuilder json, String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '/' || c == '"' || c == '\\') {
                json.append('\\');
            }
            json.append(c);
        }
        return json.append('"');
    }
}
