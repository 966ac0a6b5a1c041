package tendril.casefile.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.Citation;
import tendril.graph.CollectionPlace;
import tendril.graph.Evidence;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.graph.LinkKey;
import tendril.graph.Narrowing;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.graph.Settlement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;
import tools.jackson.databind.JsonNode;

/**
 * Turns the JSON of a body back into the event that {@link EventWriter} wrote. Strict in what a field is, so that
 * nothing is half understood; a field it does not know is left alone, as a later version may have put it there.
 */
final class EventReader {
    private EventReader() {}

    /**
     * Reads one body.
     *
     * @throws IllegalArgumentException if a field is missing or is not what it should be
     */
    static CaseEvent read(EventKind kind, JsonNode body) {
        return switch (kind) {
            case CASE_NAMED -> new CaseEvent.CaseNamed(text(body, "name"));
            case ACTION_BEGAN ->
                new CaseEvent.ActionBegan(
                        ActionKind.valueOf(text(body, "kind")), text(body, "title"), text(body, "author"));
            case ACTION_UNDONE -> new CaseEvent.ActionUndone(whole(body, "action"));
            case ACTION_REDONE -> new CaseEvent.ActionRedone(whole(body, "action"));
            case EVIDENCE_KEPT -> new CaseEvent.EvidenceKept(evidence(body));
            case ENTITY_ADDED -> new CaseEvent.EntityAdded(indicator(body, "indicator"), citation(body));
            case LINK_ADDED -> linkAdded(body);
            case PROPERTY_STATED ->
                new CaseEvent.PropertyStated(
                        indicator(body, "on"), text(body, "name"), text(body, "value"), citation(body));
            case ENTITIES_REMOVED -> new CaseEvent.EntitiesRemoved(indicators(body));
            case LINKS_REMOVED -> new CaseEvent.LinksRemoved(links(body));
            case ENTITIES_PLACED -> new CaseEvent.EntitiesPlaced(placements(body), PlacedBy.valueOf(text(body, "by")));
            case ENTITIES_PINNED -> new CaseEvent.EntitiesPinned(indicators(body), truth(body, "pinned"));
            case ENTITIES_HIDDEN -> new CaseEvent.EntitiesHidden(indicators(body), truth(body, "hidden"));
            case ENTITIES_FLAGGED -> new CaseEvent.EntitiesFlagged(indicators(body), Flag.valueOf(text(body, "flag")));
            case NOTE_WRITTEN -> new CaseEvent.NoteWritten(indicator(body, "on"), text(body, "text"));
            case ENTITY_TAGGED ->
                new CaseEvent.EntityTagged(indicator(body, "on"), new TreeSet<>(strings(body, "tags")));
            case HANDLING_SET -> handling(body);
            case ENTITIES_COLLECTED ->
                new CaseEvent.EntitiesCollected(indicator(body, "anchor"), text(body, "label"), indicators(body));
            case COLLECTIONS_PLACED -> new CaseEvent.CollectionsPlaced(collectionPlaces(body));
            case SELECTION_NAMED -> new CaseEvent.SelectionNamed(text(body, "name"), indicators(body));
            case COLLECTION_OPENED -> new CaseEvent.CollectionOpened(whole(body, "collection"), indicators(body));
            case PIVOT_ASKED -> asked(body);
            case PIVOT_STARTED -> new CaseEvent.PivotStarted(whole(body, "request"));
            case PIVOT_PUT_BACK -> putBack(body);
            case PIVOT_SETTLED -> settled(body);
            case PIVOT_RETRIED -> new CaseEvent.PivotRetried(whole(body, "request"), whole(body, "rank"));
            case PIVOTS_MOVED -> new CaseEvent.PivotsMoved(ranks(body));
            case PIVOTS_CLEARED -> new CaseEvent.PivotsCleared(requests(body));
            case LANE_PAUSED ->
                new CaseEvent.LanePaused(optional(body, "provider"), truth(body, "paused"), text(body, "refusal"));
            case WENT_OFFLINE -> new CaseEvent.WentOffline(truth(body, "offline"));
            case PIVOT_HELD -> new CaseEvent.PivotHeld(whole(body, "request"), text(body, "reason"));
            case HOLD_OVERRIDDEN ->
                new CaseEvent.HoldOverridden(whole(body, "request"), text(body, "rule"), text(body, "author"));
            case CANDIDATES_DROPPED -> new CaseEvent.CandidatesDropped(whole(body, "request"), indicators(body));
            case ANSWER_NARROWED -> narrowed(body);
        };
    }

    private static Evidence evidence(JsonNode body) {
        return new Evidence(
                whole(body, "id"),
                text(body, "provider"),
                text(body, "key"),
                text(body, "request"),
                Instant.parse(text(body, "at")),
                small(body, "status"),
                text(body, "mediaType"),
                whole(body, "size"),
                text(body, "sha256"));
    }

    private static CaseEvent linkAdded(JsonNode body) {
        SortedMap<String, String> properties = new TreeMap<>();
        if (body.has("properties")) {
            for (JsonNode property : array(body.get("properties"))) {
                properties.put(text(property.path(0)), text(property.path(1)));
            }
        }
        Seen seen = new Seen(
                optional(body, "first").map(LocalDate::parse),
                optional(body, "last").map(LocalDate::parse));
        return new CaseEvent.LinkAdded(link(field(body, "link")), seen, properties, citation(body));
    }

    private static CaseEvent handling(JsonNode body) {
        return new CaseEvent.HandlingSet(
                optional(body, "on").map(EventReader::indicator),
                new Handling(Handling.Tlp.valueOf(text(body, "tlp")), Handling.Pap.valueOf(text(body, "pap"))));
    }

    private static CaseEvent narrowed(JsonNode body) {
        Set<IndicatorType> types = EnumSet.noneOf(IndicatorType.class);
        for (String id : strings(body, "types")) {
            types.add(IndicatorType.ofId(id)
                    .orElseThrow(() -> new IllegalArgumentException("no type of indicator is called " + id)));
        }
        return new CaseEvent.AnswerNarrowed(
                whole(body, "request"),
                new Narrowing(
                        optional(body, "since").map(LocalDate::parse),
                        types,
                        body.has("newest") ? OptionalInt.of(small(body, "newest")) : OptionalInt.empty()));
    }

    private static CaseEvent asked(JsonNode body) {
        return new CaseEvent.PivotAsked(
                whole(body, "request"),
                text(body, "provider"),
                text(body, "pivot"),
                indicator(body, "indicator"),
                text(body, "key"),
                truth(body, "click"),
                small(body, "depth"),
                whole(body, "rank"));
    }

    private static CaseEvent putBack(JsonNode body) {
        return new CaseEvent.PivotPutBack(
                whole(body, "request"),
                text(body, "reason"),
                Instant.parse(text(body, "notBefore")),
                small(body, "attempts"));
    }

    private static List<CaseEvent.Rank> ranks(JsonNode body) {
        List<CaseEvent.Rank> ranks = new ArrayList<>();
        for (JsonNode rank : array(field(body, "ranks"))) {
            ranks.add(new CaseEvent.Rank(whole(rank.path(0)), whole(rank.path(1))));
        }
        return ranks;
    }

    private static List<Long> requests(JsonNode body) {
        List<Long> requests = new ArrayList<>();
        for (JsonNode request : array(field(body, "requests"))) {
            requests.add(whole(request));
        }
        return requests;
    }

    private static CaseEvent settled(JsonNode body) {
        return new CaseEvent.PivotSettled(
                whole(body, "request"),
                Settlement.valueOf(text(body, "result")),
                whole(body, "evidence"),
                small(body, "found"),
                small(body, "held"),
                text(body, "message"));
    }

    private static Citation citation(JsonNode body) {
        return body.has("evidence") ? new Citation(whole(body, "evidence"), text(body, "pointer")) : Citation.ANALYST;
    }

    private static List<Indicator> indicators(JsonNode body) {
        return strings(body, "indicators").stream().map(EventReader::indicator).toList();
    }

    private static List<LinkKey> links(JsonNode body) {
        List<LinkKey> links = new ArrayList<>();
        for (JsonNode element : array(field(body, "links"))) {
            links.add(link(element));
        }
        return links;
    }

    private static List<Placement> placements(JsonNode body) {
        List<Placement> placements = new ArrayList<>();
        for (JsonNode place : array(field(body, "places"))) {
            placements.add(new Placement(
                    indicator(text(place.path(0))), coordinate(place.path(1)), coordinate(place.path(2))));
        }
        return placements;
    }

    private static List<CollectionPlace> collectionPlaces(JsonNode body) {
        List<CollectionPlace> places = new ArrayList<>();
        for (JsonNode place : array(field(body, "places"))) {
            places.add(new CollectionPlace(whole(place.path(0)), coordinate(place.path(1)), coordinate(place.path(2))));
        }
        return places;
    }

    private static double coordinate(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.parseDouble(text(node));
    }

    private static LinkKey link(JsonNode node) {
        return new LinkKey(indicator(text(node.path(0))), indicator(text(node.path(1))), text(node.path(2)));
    }

    private static Indicator indicator(JsonNode body, String field) {
        return indicator(text(body, field));
    }

    private static Indicator indicator(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not an indicator");
        }
        IndicatorType type = IndicatorType.ofId(text.substring(0, colon))
                .orElseThrow(() -> new IllegalArgumentException("an unknown type of indicator"));
        return new Indicator(type, text.substring(colon + 1));
    }

    private static List<String> strings(JsonNode body, String field) {
        List<String> strings = new ArrayList<>();
        for (JsonNode element : array(field(body, field))) {
            strings.add(text(element));
        }
        return strings;
    }

    private static Optional<String> optional(JsonNode body, String field) {
        return body.has(field) ? Optional.of(text(body, field)) : Optional.empty();
    }

    private static String text(JsonNode body, String field) {
        return text(field(body, field));
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("not a string");
        }
        return node.stringValue();
    }

    private static long whole(JsonNode body, String field) {
        return whole(field(body, field));
    }

    private static long whole(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException("not a whole number");
        }
        return node.longValue();
    }

    private static int small(JsonNode body, String field) {
        long value = whole(body, field);
        if (value != (int) value) {
            throw new IllegalArgumentException(field + " is out of range");
        }
        return (int) value;
    }

    private static boolean truth(JsonNode body, String field) {
        JsonNode node = field(body, field);
        if (!node.isBoolean()) {
            throw new IllegalArgumentException(field + " is neither true nor false");
        }
        return node.booleanValue();
    }

    private static JsonNode array(JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("not an array");
        }
        return node;
    }

    private static JsonNode field(JsonNode body, String field) {
        if (!body.has(field)) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return body.get(field);
    }
}
