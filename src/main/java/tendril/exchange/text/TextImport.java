package tendril.exchange.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import tendril.exchange.ExchangeNode;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Importing;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.indicator.Indicator;
import tendril.indicator.text.Extraction;

/**
 * Takes the indicators out of a text: a list, a report, a table, a JSON file. Defanged ones are understood; each counts
 * once. Immutable, thread-safe.
 */
public final class TextImport {
    /** The longest text that is read, in bytes. */
    public static final int BYTES_MAX = 64 << 20;

    /** The most indicators that one text may bring. */
    public static final int INDICATORS_MAX = 100_000;

    /** Reads a text; the name is for sentences. */
    public Importing read(byte[] raw, String name) {
        if (raw.length == 0) {
            return refused(name, "it is empty");
        }
        if (raw.length > BYTES_MAX) {
            return refused(
                    name, "it is longer than " + (BYTES_MAX >> 20) + " MB, the most that is read of a text. Split it");
        }
        Optional<PlainText> text = PlainText.of(raw);
        if (text.isEmpty()) {
            return refused(name, "it is no text. Save it as text or CSV first");
        }
        List<Indicator> found = Extraction.distinct(Extraction.find(text.get().text()));
        if (found.isEmpty()) {
            return refused(name, "no domain, address, email, URL, hash or other indicator stands in it");
        }
        if (found.size() > INDICATORS_MAX) {
            return refused(
                    name,
                    String.format(
                            Locale.ROOT,
                            "%,d indicators stand in it, and a case takes %,d at once. Split it, or fill a corpus with it",
                            found.size(),
                            INDICATORS_MAX));
        }
        List<String> warnings = new ArrayList<>();
        text.get().warning().ifPresent(warnings::add);
        return new Importing.Read(
                new ImportedGraph("", found.stream().map(TextImport::node).toList(), List.of(), warnings));
    }

    private static ExchangeNode node(Indicator indicator) {
        return new ExchangeNode(
                indicator,
                Optional.empty(),
                "",
                Flag.NONE,
                new TreeSet<>(),
                false,
                false,
                Handling.UNSET,
                List.of(),
                List.of());
    }

    private static Importing refused(String name, String why) {
        return new Importing.Refused("\"" + name + "\" was not imported: " + why + ".");
    }
}
