package tendril.indicator.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import tendril.indicator.Indicator;
import tendril.indicator.Urls;
import tendril.indicator.word.Script;

/**
 * Finds every indicator in a text of any size, defanged or not, in one pass and in time linear in its length.
 *
 * <p><b>How.</b> The scan stops at each place where a word begins and tries the readings from the most to the least
 * specific: URL, encoded URL, CVE, AS number, IPv6, then a dotted name, which turns out to be an email address, a block,
 * an address, a domain or a hash. The first that fits takes its whole span, so a URL hides its host and a block its
 * address. Every look ahead is bounded by a constant, or passes over text that is not looked at again.
 *
 * <p><b>Defanging</b> is undone where it stands, in the syntax of the value, never by replacing in the text first:
 * {@code an example). [B]} is prose because no name comes of it.
 *
 * <p><b>Judgement.</b> Plain names are doubted where they look like files, code or versions ({@code setup.py},
 * {@code System.Net}, {@code Version 1.2.3.4}); defanged ones are believed. A host with a path but without a scheme is a
 * URL, read as {@code http}. What looks like an indicator but is out of range ({@code 0177.0.0.1}) is not found. Malware
 * names and phrases are never found: prose is made of words.
 *
 * <p>Pure; any thread. Never throws, on any text.
 */
public final class Extraction {
    private Extraction() {}

    /**
     * All indicators of the text, in the order they stand in, never overlapping. Repetitions are kept: see
     * {@link #distinct}.
     */
    public static List<Found> find(CharSequence text) {
        var all = new ArrayList<Found>();
        find(text, all::add);
        return all;
    }

    /** Like {@link #find(CharSequence)}, for texts so large that the caller keeps only a part. */
    public static void find(CharSequence text, Consumer<Found> sink) {
        new TextScan(new Script(text), sink, false).run();
    }

    /** Like {@link #find(CharSequence)}; after each URL follows the host in it, with the span of the URL. */
    public static List<Found> findWithHosts(CharSequence text) {
        var all = new ArrayList<Found>();
        find(text, found -> {
            all.add(found);
            Urls.host(found.indicator())
                    .ifPresent(host -> all.add(new Found(host.type(), host.value(), found.start(), found.end())));
        });
        return all;
    }

    /** Each indicator once, in the order of first appearance. */
    public static List<Indicator> distinct(List<Found> found) {
        var once = new LinkedHashSet<Indicator>();
        found.forEach(one -> once.add(one.indicator()));
        return List.copyOf(once);
    }
}
