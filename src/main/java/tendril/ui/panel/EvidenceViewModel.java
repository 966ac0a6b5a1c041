package tendril.ui.panel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tendril.graph.Action;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Entity;
import tendril.graph.Evidence;
import tendril.graph.Link;
import tendril.graph.Property;
import tendril.graph.Support;
import tendril.session.AnswerDiff;
import tendril.session.CaseSession;
import tendril.ui.canvas.Selection;

/** What the selection stands on: each source on its own line, and its raw answer. Confined to the FX thread. */
public final class EvidenceViewModel {
    /** More lines than this are not listed for one selection. */
    static final int LINES_MAX = 200;

    private static final int HASH_SHOWN = 12;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Supplier<CaseSession> session;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");

    /**
     * One source.
     *
     * @param evidence the answer, none when the analyst said so
     * @param pointer  where in it
     * @param says     what it says, in words
     * @param source   who says it, and to which pivot
     * @param about    time, status, size and the beginning of the hash
     */
    public record Line(Optional<Evidence> evidence, String pointer, String says, String source, String about) {
        /** The request as it left, without secrets; empty where the analyst said so. */
        String request() {
            return evidence.map(Evidence::request).orElse("");
        }
    }

    /** One who said something: a place in an answer, or the analyst in one action. */
    private record Sayer(Citation citation, long action) implements Comparable<Sayer> {
        @Override
        public int compareTo(Sayer other) {
            int byCitation = citation.compareTo(other.citation);
            return byCitation != 0 ? byCitation : Long.compare(action, other.action);
        }
    }

    public EvidenceViewModel(Supplier<CaseSession> session) {
        this.session = session;
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** Shows what a selection stands on. */
    public void show(Selection selection) {
        CaseGraph graph = session.get().graph();
        Map<Sayer, List<String>> said = new LinkedHashMap<>();
        selection.links().stream().flatMap(key -> graph.link(key).stream()).forEach(link -> collect(link, said));
        selection.single().flatMap(graph::entity).ifPresent(entity -> collect(entity, said));
        Map<Long, String> pivots = pivots(graph, said.keySet());
        List<Line> now = said.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .limit(LINES_MAX)
                .map(entry -> line(graph, pivots, entry.getKey(), entry.getValue()))
                .toList();
        title.set(title(selection));
        if (!now.equals(lines)) {
            lines.setAll(now);
        }
    }

    private static String title(Selection selection) {
        if (!selection.links().isEmpty()) {
            var key = selection.links().getFirst();
            return key.from().value() + " " + key.label() + " " + key.to().value();
        }
        return selection
                .single()
                .map(indicator -> indicator.value())
                .orElse(selection.isEmpty() ? "" : "Select one node or link to see its evidence.");
    }

    private static void collect(Link link, Map<Sayer, List<String>> said) {
        link.supports().forEach(support -> say(said, sayer(support), link.key().label()));
        link.properties().forEach(property -> collect(property, said));
    }

    private static void collect(Entity entity, Map<Sayer, List<String>> said) {
        entity.supports().forEach(support -> say(said, sayer(support), "in the case"));
        entity.properties().forEach(property -> collect(property, said));
    }

    private static void collect(Property property, Map<Sayer, List<String>> said) {
        property.citations()
                .forEach(citation -> say(said, new Sayer(citation, 0), property.name() + " = " + property.value()));
    }

    /** Every action in which the analyst said it is a line; an answer is one line, however often it was used. */
    private static Sayer sayer(Support support) {
        return new Sayer(support.citation(), support.citation().isAnalyst() ? support.action() : 0);
    }

    /** The names of the pivots that these answers were asked for, by the number of the answer. */
    private Map<Long, String> pivots(CaseGraph graph, Collection<Sayer> sayers) {
        Set<Long> wanted =
                sayers.stream().map(sayer -> sayer.citation().evidence()).collect(Collectors.toSet());
        Map<Long, String> names = new HashMap<>();
        graph.requests().stream()
                .filter(request -> wanted.contains(request.evidence()))
                .forEach(request -> session.get()
                        .providers()
                        .pivot(request.provider(), request.pivot())
                        .ifPresent(pivot -> names.putIfAbsent(request.evidence(), pivot.name())));
        return names;
    }

    private static void say(Map<Sayer, List<String>> said, Sayer sayer, String words) {
        List<String> all = said.computeIfAbsent(sayer, each -> new ArrayList<>());
        if (!all.contains(words)) {
            all.add(words);
        }
    }

    private Line line(CaseGraph graph, Map<Long, String> pivots, Sayer sayer, List<String> says) {
        String words = String.join(", ", says);
        Citation citation = sayer.citation();
        Optional<Evidence> evidence = graph.evidence(citation.evidence());
        return evidence.map(found -> new Line(
                        evidence,
                        citation.pointer(),
                        words,
                        pivots.getOrDefault(found.id(), sourceName(found)),
                        about(found)))
                .orElseGet(() -> new Line(
                        Optional.empty(),
                        "",
                        words,
                        graph.action(sayer.action()).map(Action::author).orElse("Analyst"),
                        graph.action(sayer.action())
                                .map(action -> "said so on " + UTC.format(action.at()) + " · " + action.title())
                                .orElse("Somebody working on this case said so.")));
    }

    /** When an answer came, in words. */
    static String time(Evidence evidence) {
        return UTC.format(evidence.at());
    }

    private String sourceName(Evidence evidence) {
        return session.get()
                .providers()
                .find(evidence.provider())
                .map(provider -> provider.name())
                .orElse(evidence.provider());
    }

    private static String about(Evidence evidence) {
        String status = evidence.status() == 0 ? "" : " · HTTP " + evidence.status();
        return UTC.format(evidence.at()) + status
                + String.format(Locale.ROOT, " · %,d bytes · SHA-256 ", evidence.sizeBytes())
                + evidence.sha256().substring(0, HASH_SHOWN) + "…";
    }

    /** The line that a citation stands in, if it is among those shown. */
    Optional<Line> lineOf(Citation citation) {
        return lines.stream()
                .filter(line -> line.evidence()
                        .filter(found -> found.id() == citation.evidence())
                        .isPresent())
                .filter(line -> line.pointer().equals(citation.pointer()))
                .findFirst();
    }

    /** The other answers to the question of this one, newest first. */
    List<Evidence> others(Line line) {
        return line.evidence()
                .map(evidence -> AnswerDiff.others(session.get(), evidence))
                .orElse(List.of());
    }

    /** What two answers to one question state differently, in words. */
    String compared(Line line, Evidence other) {
        return line.evidence()
                .flatMap(evidence -> AnswerDiff.between(session.get(), evidence, other))
                .map(EvidenceViewModel::words)
                .orElse("These two cannot be compared: their source is not there to read them.");
    }

    private static String words(AnswerDiff diff) {
        var text = new StringBuilder("The answer of " + UTC.format(diff.later().at()) + "\nagainst that of "
                + UTC.format(diff.earlier().at()) + "\n\n");
        if (diff.fresh().isEmpty() && diff.gone().isEmpty()) {
            return text.append("Both state the same.\n").toString();
        }
        text.append("New: ").append(diff.fresh().size()).append('\n');
        diff.fresh().forEach(each -> text.append("  + ").append(each).append('\n'));
        text.append("\nGone: ").append(diff.gone().size()).append('\n');
        diff.gone().forEach(each -> text.append("  - ").append(each).append('\n'));
        return text.toString();
    }

    /** What a look at the bytes once more says of their hash, in one sentence. */
    String verified(Line line) {
        return line.evidence()
                .map(found -> bytes(line)
                        .map(body -> sha256(body).equals(found.sha256())
                                ? "Verified: the " + String.format(Locale.ROOT, "%,d", body.length)
                                        + " bytes kept have the SHA-256 " + found.sha256() + "."
                                : "The bytes kept do NOT have the SHA-256 " + found.sha256()
                                        + "; they were changed. Open a copy of the case from before.")
                        .orElse("The bytes are missing or damaged, so their SHA-256 cannot be verified."))
                .orElse("There is no answer behind this: the analyst said so.");
    }

    /** The name that a file with a raw answer gets. */
    String fileName(Line line) {
        return line.evidence()
                .map(found -> found.provider() + "-" + found.sha256().substring(0, HASH_SHOWN)
                        + (found.mediaType().contains("json") ? ".json" : ".txt"))
                .orElse("answer.txt");
    }

    /** The raw bytes a line stands on, unless they are missing or damaged. */
    Optional<byte[]> bytes(Line line) {
        return line.evidence().flatMap(session.get()::bytes);
    }

    /** Size, hash, and whether the kept bytes still have that hash, in words. */
    String proof(Line line) {
        return line.evidence()
                .map(found -> String.format(Locale.ROOT, "%,d bytes · ", found.sizeBytes())
                        + (bytes(line)
                                        .filter(body -> sha256(body).equals(found.sha256()))
                                        .isPresent()
                                ? "SHA-256 verified"
                                : "SHA-256 NOT verified: the bytes are missing or changed"))
                .orElse("");
    }

    /** The hash itself, to be copied. */
    String hash(Line line) {
        return line.evidence().map(Evidence::sha256).orElse("");
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The raw answer made readable, with the statement's place in it. */
    AnswerText answer(Line line) {
        return bytes(line)
                .map(body -> AnswerText.of(body, line.pointer()))
                .orElse(new AnswerText(
                        line.evidence().isPresent()
                                ? "The bytes of this answer are missing or damaged. Its SHA-256 is kept above."
                                : "There is no answer behind this: the analyst said so.",
                        -1,
                        -1));
    }
}
