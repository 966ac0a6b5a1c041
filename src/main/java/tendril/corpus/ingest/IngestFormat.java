package tendril.corpus.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tendril.corpus.ingest.rows.PlainInput;
import tendril.corpus.sqlite.SqliteCorpus;

/** The formats a corpus can be filled from. */
public enum IngestFormat {
    /** Passive DNS, Common Output Format: one JSON object a line. */
    COF("cof"),
    /** A table with commas and a heading. */
    CSV("csv"),
    /** A table with tabs and a heading. */
    TSV("tsv"),
    /** One value a line, as block lists have. */
    LIST("list"),
    /** Answers of the ThreatCrowd API, recorded. */
    THREATCROWD("threatcrowd"),
    /** Events of MISP. */
    MISP("misp"),
    /** Bundles of STIX 2.1. */
    STIX("stix"),
    /** Another corpus of Tendril. */
    CORPUS("corpus");

    private static final int HEAD_BYTES = 4096;

    private final String id;

    IngestFormat(String id) {
        this.id = id;
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }

    public static Optional<IngestFormat> ofId(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }

    /** What a file seems to be, by its name and its first characters; empty when neither says. */
    public static Optional<IngestFormat> detect(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String plainName = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (plainName.endsWith(".csv")) {
            return Optional.of(CSV);
        }
        if (plainName.endsWith(".tsv")) {
            return Optional.of(TSV);
        }
        if (SqliteCorpus.isCorpus(file)) {
            return Optional.of(CORPUS);
        }
        String head = head(file).strip();
        if (head.startsWith("{") || head.startsWith("[")) {
            return detectJson(head);
        }
        return plainName.endsWith(".txt") || plainName.endsWith(".list") ? Optional.of(LIST) : Optional.empty();
    }

    private static Optional<IngestFormat> detectJson(String head) {
        if (head.contains("\"rrname\"") || head.contains("\"rrtype\"")) {
            return Optional.of(COF);
        }
        if (head.contains("\"response_code\"")) {
            return Optional.of(THREATCROWD);
        }
        if (head.contains("\"spec_version\"") || head.contains("\"bundle--")) {
            return Optional.of(STIX);
        }
        return head.contains("\"Event\"") || head.contains("\"Attribute\"") ? Optional.of(MISP) : Optional.empty();
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = new PlainInput(Files.newInputStream(file))) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
        }
    }
}
