package tendril.server.page;

import java.io.IOException;
import java.util.Optional;
import tendril.corpus.CorpusReading;
import tendril.corpus.Key;
import tendril.corpus.Lookup;
import tendril.corpus.ingest.rows.WrittenValue;
import tendril.indicator.Domains;
import tendril.indicator.Indicator;
import tendril.server.api.ReportKind;
import tendril.server.api.ValueKind;

/**
 * What somebody looks for who typed one value: the page that is about it. Values may be defanged, and of a URL its host
 * counts. Immutable.
 *
 * @param kind which page
 * @param key  the value as a key
 */
record Sought(ReportKind kind, String key) {
    /** What a text looks for; empty when it is blank. */
    static Optional<Sought> of(String text, CorpusReading corpus) throws IOException {
        String plain = Key.of(text);
        Sought asWritten = new Sought(kindOf(plain), plain);
        if (asWritten.kind == ReportKind.DOMAIN && isName(plain, corpus)) {
            return Optional.of(new Sought(ReportKind.ANTIVIRUS, plain));
        }
        String key = WrittenValue.ofAnyType(text)
                .indicator()
                .map(Indicator::value)
                .map(Key::of)
                .orElse(plain);
        Sought meant = new Sought(kindOf(key), key);
        Sought sought = meant.kind == ReportKind.ANTIVIRUS ? asWritten : meant;
        String folded = sought.kind.key(sought.key);
        return folded.isEmpty() ? Optional.empty() : Optional.of(new Sought(sought.kind, folded));
    }

    private static ReportKind kindOf(String key) {
        return switch (ValueKind.of(key)) {
            case DOMAIN -> ReportKind.DOMAIN;
            case ADDRESS -> ReportKind.IP;
            case EMAIL -> ReportKind.EMAIL;
            case HASH -> ReportKind.FILE;
            case NAME -> ReportKind.ANTIVIRUS;
        };
    }

    /** Whether what has dots is the name of malware, such as {@code heur.trojan.hlux}, as far as the corpus knows. */
    private static boolean isName(String key, CorpusReading corpus) throws IOException {
        if (Domains.isKnownTld(key.substring(key.lastIndexOf('.') + 1))) {
            return false;
        }
        for (EntityPage.Table table : EntityPage.tables(ReportKind.DOMAIN)) {
            if (hasRows(corpus, table.lookup(), key)) {
                return false;
            }
        }
        return hasRows(corpus, Lookup.SAMPLES_OF_SCAN_NAME, key);
    }

    private static boolean hasRows(CorpusReading corpus, Lookup lookup, String key) throws IOException {
        var found = new boolean[1];
        corpus.rows(lookup, key, (value, last) -> found[0] = true);
        return found[0];
    }
}
