package tendril.ui.panel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Entity;
import tendril.graph.Evidence;
import tendril.graph.Link;
import tendril.graph.Property;
import tendril.graph.Support;
import tendril.session.CaseSession;
import tendril.ui.canvas.Selection;

/** What the selection stands on: each source on its own line, and its raw answer. Confined to the FX thread. */
public final class EvidenceViewModel {
    /** More lines than this are not listed for one selection. */
    static final int LINES_MAX = 200;

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
     * @param source   who says it
     * @param about    request, time, status, size
     */
    public record Line(Optional<Evidence> evidence, String pointer, String says, String source, String about) {}

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
        Map<Citation, List<String>> said = new LinkedHashMap<>();
        selection.links().stream().flatMap(key -> graph.link(key).stream()).forEach(link -> collect(link, said));
        selection.single().flatMap(graph::entity).ifPresent(entity -> collect(entity, said));
        List<Line> now = said.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .limit(LINES_MAX)
                .map(entry -> line(graph, entry.getKey(), entry.getValue()))
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

    private static void collect(Link link, Map<Citation, List<String>> said) {
        link.supports()
                .forEach(support -> say(said, support.citation(), link.key().label()));
        link.properties().forEach(property -> collect(property, said));
    }

    private static void collect(Entity entity, Map<Citation, List<String>> said) {
        entity.supports().stream().map(Support::citation).forEach(citation -> say(said, citation, "in the case"));
        entity.properties().forEach(property -> collect(property, said));
    }

    private static void collect(Property property, Map<Citation, List<String>> said) {
        property.citations().forEach(citation -> say(said, citation, property.name() + " = " + property.value()));
    }

    private static void say(Map<Citation, List<String>> said, Citation citation, String words) {
        List<String> all = said.computeIfAbsent(citation, each -> new ArrayList<>());
        if (!all.contains(words)) {
            all.add(words);
        }
    }

    private Line line(CaseGraph graph, Citation citation, List<String> says) {
        String words = String.join(", ", says);
        Optional<Evidence> evidence = graph.evidence(citation.evidence());
        return evidence.map(found -> new Line(evidence, citation.pointer(), words, sourceName(found), about(found)))
                .orElse(new Line(Optional.empty(), "", words, "Analyst", "Somebody working on this case said so."));
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
        return UTC.format(evidence.at()) + status;
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
