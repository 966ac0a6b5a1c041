package tendril.cli.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tendril.casefile.CaseFile;
import tendril.casefile.disk.CaseFileException;
import tendril.corpus.Day;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.Handling;
import tendril.graph.Link;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/**
 * What a case says that its analyst marked as shareable, as a corpus keeps it. An entity is shareable when its TLP label,
 * or the case's if that is stricter, is TLP:CLEAR or TLP:GREEN; one without any label is not. A link is when both its
 * ends are. Notes, tags and flags never leave the case. Immutable.
 *
 * @param observations what was found, in the order it came into the case
 * @param shareable    entities that may be shared
 * @param kept         entities that may not
 * @param unsaid       links between shareable entities that say nothing a corpus answers from
 */
record SharedFacts(List<Observation> observations, int shareable, int kept, int unsaid) {
    private static final String REFERENCE = "reference";
    private static final String SPELLING = "spelling";

    static SharedFacts of(CaseFile file) throws CaseFileException {
        var graph = new CaseGraph();
        graph.apply(file.facts());
        return of(graph);
    }

    static SharedFacts of(CaseGraph graph) {
        List<Entity> shared =
                graph.entities().filter(entity -> isShareable(graph, entity)).toList();
        List<Observation> observations = new ArrayList<>();
        var md5s = md5s(graph);
        int unsaid = 0;
        for (Link link : graph.links().filter(link -> isShareable(graph, link)).toList()) {
            Optional<Observation> said = said(graph, link, md5s);
            said.ifPresent(observations::add);
            unsaid += said.isEmpty() ? 1 : 0;
        }
        for (Entity entity : shared) {
            String subject = named(entity.indicator(), md5s);
            for (String reference : entity.values(REFERENCE)) {
                if (Observation.problem(reference).isEmpty()) {
                    observations.add(Observation.undated(Relation.REFERENCE, subject, reference));
                }
            }
        }
        return new SharedFacts(List.copyOf(observations), shared.size(), graph.entityCount() - shared.size(), unsaid);
    }

    private static boolean isShareable(CaseGraph graph, Entity entity) {
        return isShareable(graph, entity.indicator());
    }

    private static boolean isShareable(CaseGraph graph, Link link) {
        return isShareable(graph, link.key().from())
                && isShareable(graph, link.key().to());
    }

    private static boolean isShareable(CaseGraph graph, Indicator indicator) {
        Handling.Tlp tlp = graph.handlingOf(indicator).tlp();
        return tlp == Handling.Tlp.CLEAR || tlp == Handling.Tlp.GREEN;
    }

    /** The MD5 of each file that a case also knows by a longer hash; a corpus names files by their MD5. */
    private static Map<Indicator, String> md5s(CaseGraph graph) {
        Map<Indicator, String> md5s = new HashMap<>();
        graph.links().filter(link -> isShareable(graph, link)).forEach(link -> {
            Indicator from = link.key().from();
            Indicator to = link.key().to();
            if (from.type() == IndicatorType.MD5 && to.type().isHash()) {
                md5s.putIfAbsent(to, from.value());
            } else if (to.type() == IndicatorType.MD5 && from.type().isHash()) {
                md5s.putIfAbsent(from, to.value());
            }
        });
        return md5s;
    }

    private static String named(Indicator indicator, Map<Indicator, String> md5s) {
        return md5s.getOrDefault(indicator, indicator.value());
    }

    private static Optional<Observation> said(CaseGraph graph, Link link, Map<Indicator, String> md5s) {
        Indicator from = link.key().from();
        Indicator to = link.key().to();
        return relation(from, to, link.key().label(), md5s).map(relation -> {
            Day last = day(link.seen().last());
            String object = relation == Relation.SCANNED_AS ? spelling(graph, to) : to.value();
            String subject =
                    relation == Relation.SHA1 || relation == Relation.SHA256 ? from.value() : named(from, md5s);
            return new Observation(
                    relation, subject, object, day(link.seen().first()).earlier(last), last, 0);
        });
    }

    /** What a link says, by the kinds of its ends and the word on it. */
    private static Optional<Relation> relation(
            Indicator from, Indicator to, String label, Map<Indicator, String> md5s) {
        boolean file = from.type() == IndicatorType.MD5 || md5s.containsKey(from);
        return switch (label) {
            case "resolved to" ->
                from.type() == IndicatorType.DOMAIN && to.type().isAddress()
                        ? Optional.of(Relation.RESOLVES)
                        : Optional.empty();
            case "registered" ->
                from.type() == IndicatorType.EMAIL && to.type() == IndicatorType.DOMAIN
                        ? Optional.of(Relation.REGISTERED)
                        : Optional.empty();
            case "subdomain" ->
                from.type() == IndicatorType.DOMAIN && to.type() == IndicatorType.DOMAIN
                        ? Optional.of(Relation.SUBDOMAIN)
                        : Optional.empty();
            case "contacted" -> file ? contacted(to.type()) : Optional.empty();
            case "detected as" ->
                file && to.type() == IndicatorType.MALWARE ? Optional.of(Relation.SCANNED_AS) : Optional.empty();
            case "same file as" -> from.type() == IndicatorType.MD5 ? longerHash(to.type()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Relation> contacted(IndicatorType type) {
        if (type.isAddress()) {
            return Optional.of(Relation.CONTACTS_ADDRESS);
        }
        return type == IndicatorType.DOMAIN ? Optional.of(Relation.CONTACTS_DOMAIN) : Optional.empty();
    }

    private static Optional<Relation> longerHash(IndicatorType type) {
        if (type == IndicatorType.SHA1) {
            return Optional.of(Relation.SHA1);
        }
        return type == IndicatorType.SHA256 ? Optional.of(Relation.SHA256) : Optional.empty();
    }

    /** A malware name as its source writes it; a case itself keeps it in lower case. */
    private static String spelling(CaseGraph graph, Indicator name) {
        return graph.entity(name).map(entity -> entity.values(SPELLING)).stream()
                .flatMap(List::stream)
                .filter(text -> Observation.problem(text).isEmpty())
                .findFirst()
                .orElse(name.value());
    }

    private static Day day(Optional<LocalDate> date) {
        return date.map(Day::of).orElse(Day.UNKNOWN);
    }
}
