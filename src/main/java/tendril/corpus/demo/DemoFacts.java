package tendril.corpus.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tendril.corpus.CorpusException;
import tendril.corpus.Day;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.corpus.Verdict;
import tendril.corpus.Vote;

/**
 * The documented examples, read from {@code demo-facts.tsv} beside this class. Immutable.
 *
 * @param observations the facts in the order of the file
 * @param votes        the votes it counts, one voter each
 */
record DemoFacts(List<Observation> observations, List<Vote> votes) {
    private static final String FILE = "demo-facts.tsv";
    private static final Instant VOTED_AT = Instant.parse("2016-03-12T09:00:00Z");

    static DemoFacts load() throws CorpusException {
        var observations = new ArrayList<Observation>();
        var votes = new ArrayList<Vote>();
        Map<List<String>, Integer> seen = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(DemoFacts.class.getResourceAsStream(FILE));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] fields = line.split("\t", -1);
                if (fields[0].equals("votes")) {
                    addVotes(votes, fields);
                } else {
                    observations.add(observation(fields, seen));
                }
            }
        } catch (IOException e) {
            throw new CorpusException("The demo corpus could not be read from the program's own files.", e);
        }
        return new DemoFacts(List.copyOf(observations), List.copyOf(votes));
    }

    private static Observation observation(String[] fields, Map<List<String>, Integer> seen) {
        var relation = Relation.valueOf(fields[0].replace('-', '_').toUpperCase(Locale.ROOT));
        String subject = unescape(fields[1]);
        String object = unescape(fields[2]);
        Day day = fields.length > 3 ? Day.parse(fields[3]).orElseThrow() : Day.UNKNOWN;
        int occurrence = seen.merge(List.of(fields[0], subject, object), 1, Integer::sum) - 1;
        return new Observation(relation, subject, object, day, day, occurrence);
    }

    private static void addVotes(List<Vote> votes, String[] fields) {
        int malicious = Integer.parseInt(fields[2]);
        int harmless = Integer.parseInt(fields[3]);
        for (int i = 0; i < malicious + harmless; i++) {
            Verdict verdict = i < malicious ? Verdict.MALICIOUS : Verdict.HARMLESS;
            votes.add(new Vote(fields[1], "demo voter " + (i + 1), verdict, VOTED_AT));
        }
    }

    private static String unescape(String field) {
        var text = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char kind = field.charAt(++i);
            switch (kind) {
                case 'r' -> text.append('\r');
                case 'u' -> {
                    text.append((char) Integer.parseInt(field, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> text.append(kind);
            }
        }
        return text.toString();
    }
}
