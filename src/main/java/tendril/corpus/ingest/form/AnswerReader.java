package tendril.corpus.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tendril.corpus.Day;
import tendril.corpus.Relation;
import tendril.corpus.ingest.rows.Documents;
import tendril.corpus.ingest.rows.RowReader;
import tendril.corpus.ingest.rows.Rows;
import tools.jackson.databind.JsonNode;

/**
 * Reads recorded answers of version 2 of the ThreatCrowd API. What was asked stands in the permalink. Values are taken
 * as they are, repeats included, so that the same question is answered with the same bytes. Confined to one thread.
 */
public final class AnswerReader implements RowReader {
    @Override
    public void read(InputStream in, Rows rows) throws IOException {
        Documents.read(in, rows, answer -> answer(answer, rows));
    }

    private static void answer(JsonNode answer, Rows rows) throws IOException {
        if (isCollection(answer)) {
            for (JsonNode each : answer) {
                answer(each, rows);
            }
            return;
        }
        String code = Documents.text(answer, "response_code");
        if (code.equals("0")) {
            rows.skip();
            return;
        }
        String permalink = Documents.text(answer, "permalink");
        int page = permalink.lastIndexOf('/') + 1;
        int equals = permalink.indexOf('=', page);
        // Some who recorded answers put the status of HTTP here.
        boolean found = code.equals("1") || code.equals("200");
        if (!found || equals < 0) {
            rows.bad("This is no found answer with a permalink that says what was asked.", answer.toString());
            return;
        }
        Optional<String> asked = decoded(permalink.substring(equals + 1));
        if (asked.isEmpty()) {
            rows.bad("The permalink does not say what was asked.", answer.toString());
            return;
        }
        keep(new Answer(answer, asked.get(), rows), permalink.substring(page, equals), rows);
    }

    /** Whether this is an object that holds one answer or more by some name of its own. */
    private static boolean isCollection(JsonNode document) {
        return document.isObject()
                && !document.has("response_code")
                && document.valueStream()
                        .anyMatch(each -> each.path("response_code").isValueNode());
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void keep(Answer answer, String page, Rows rows) throws IOException {
        switch (page) {
            case "email.php?email" -> answer.objects("domains", Relation.REGISTERED);
            case "domain.php?domain" -> {
                answer.resolutions("ip_address", false);
                answer.subjects("hashes", Relation.CONTACTS_DOMAIN);
                answer.subjects("emails", Relation.REGISTERED);
                answer.objects("subdomains", Relation.SUBDOMAIN);
            }
            case "ip.php?ip" -> {
                answer.resolutions("domain", true);
                answer.subjects("hashes", Relation.CONTACTS_ADDRESS);
            }
            case "listMalware.php?antivirus" -> answer.subjects("hashes", Relation.SCANNED_AS);
            case "malware.php?md5" -> {
                answer.text("sha1", Relation.SHA1);
                answer.objects("scans", Relation.SCANNED_AS);
                answer.objects("ips", Relation.CONTACTS_ADDRESS);
                answer.objects("domains", Relation.CONTACTS_DOMAIN);
            }
            default -> {
                rows.bad("The permalink leads to no page of ThreatCrowd.", page);
                return;
            }
        }
        answer.objects("references", Relation.REFERENCE);
        answer.votes();
    }

    /**
     * One answer about one value. Repeats of a row within it are numbered.
     *
     * @param asked what was asked
     */
    private record Answer(JsonNode json, String asked, Rows rows, Map<String, Integer> seen) {
        Answer(JsonNode json, String asked, Rows rows) {
            this(json, asked, rows, new HashMap<>());
        }

        void objects(String field, Relation relation) throws IOException {
            for (JsonNode value : json.path(field)) {
                add(relation, asked, value.asString(""), Day.UNKNOWN);
            }
        }

        void subjects(String field, Relation relation) throws IOException {
            for (JsonNode value : json.path(field)) {
                add(relation, value.asString(""), asked, Day.UNKNOWN);
            }
        }

        void text(String field, Relation relation) throws IOException {
            String value = Documents.text(json, field);
            if (!value.isEmpty()) {
                add(relation, asked, value, Day.UNKNOWN);
            }
        }

        void resolutions(String field, boolean askedIsAddress) throws IOException {
            for (JsonNode row : json.path("resolutions")) {
                String value = Documents.text(row, field);
                Optional<Day> day = Day.parse(Documents.text(row, "last_resolved"));
                if (day.isEmpty()) {
                    rows.bad("last_resolved is not of the form YYYY-MM-DD.", row.toString());
                } else if (askedIsAddress) {
                    add(Relation.RESOLVES, value, asked, day.get());
                } else {
                    add(Relation.RESOLVES, asked, value, day.get());
                }
            }
        }

        void votes() throws IOException {
            JsonNode votes = json.path("votes");
            if (votes.isInt()) {
                rows.score(asked, Integer.signum(votes.asInt()));
            }
        }

        private void add(Relation relation, String subject, String object, Day day) throws IOException {
            int occurrence = seen.merge(relation + "\n" + subject + "\n" + object, 1, Integer::sum) - 1;
            rows.add(relation, subject, object, day, day, occurrence);
        }
    }
}
