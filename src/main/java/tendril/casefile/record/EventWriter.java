package tendril.casefile.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import tendril.graph.CaseEvent;
import tendril.graph.Citation;
import tendril.graph.CollectionPlace;
import tendril.graph.Evidence;
import tendril.graph.Handling;
import tendril.graph.LinkKey;
import tendril.graph.Narrowing;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns an event into the JSON of its body. {@link EventReader} reads what this writes; field names never change.
 *
 * <p>An indicator is {@code "domain:evil.example"}, a link the array of its ends and label, a place an array of its
 * indicator and coordinates: a case has tens of thousands of them. Properties are pairs, because a JSON parser refuses
 * half a surrogate pair in a field name.
 */
final class EventWriter {
    private final JsonMapper json;

    EventWriter(JsonMapper json) {
        this.json = json;
    }

    ObjectNode body(CaseEvent event) {
        ObjectNode node = json.createObjectNode();
        switch (event) {
            case CaseEvent.CaseNamed named -> node.put("name", named.name());
            case CaseEvent.ActionBegan began ->
                node.put("kind", began.kind().name())
                        .put("title", began.title())
                        .put("author", began.author());
            case CaseEvent.ActionUndone undone -> node.put("action", undone.undone());
            case CaseEvent.ActionRedone redone -> node.put("action", redone.redone());
            case CaseEvent.EvidenceKept kept -> evidence(node, kept.evidence());
            case CaseEvent.EntityAdded added -> cite(node.put("indicator", text(added.indicator())), added.citation());
            case CaseEvent.LinkAdded added -> linkAdded(node, added);
            case CaseEvent.PropertyStated stated ->
                cite(
                        node.put("on", text(stated.on()))
                                .put("name", stated.name())
                                .put("value", stated.value()),
                        stated.citation());
            case CaseEvent.EntitiesRemoved removed -> indicators(node, removed.indicators());
            case CaseEvent.LinksRemoved removed -> links(node, removed.links());
            case CaseEvent.EntitiesPlaced placed ->
                placements(node.put("by", placed.by().name()), placed.placements());
            case CaseEvent.EntitiesPinned pinned ->
                indicators(node.put("pinned", pinned.pinned()), pinned.indicators());
            case CaseEvent.EntitiesHidden hidden ->
                indicators(node.put("hidden", hidden.hidden()), hidden.indicators());
            case CaseEvent.EntitiesFlagged flagged ->
                indicators(node.put("flag", flagged.flag().name()), flagged.indicators());
            case CaseEvent.NoteWritten note -> node.put("on", text(note.on())).put("text", note.text());
            case CaseEvent.EntityTagged tagged -> strings(node.put("on", text(tagged.on())), "tags", tagged.tags());
            case CaseEvent.HandlingSet set -> handling(node, set);
            case CaseEvent.EntitiesCollected collected ->
                indicators(
                        node.put("anchor", text(collected.anchor())).put("label", collected.label()),
                        collected.members());
            case CaseEvent.CollectionOpened opened ->
                indicators(node.put("collection", opened.collection()), opened.members());
            case CaseEvent.CollectionsPlaced placed -> collectionPlaces(node, placed.places());
            case CaseEvent.SelectionNamed named -> indicators(node.put("name", named.name()), named.members());
            case CaseEvent.PivotAsked asked -> asked(node, asked);
            case CaseEvent.PivotStarted started -> node.put("request", started.request());
            case CaseEvent.PivotPutBack back -> putBack(node, back);
            case CaseEvent.PivotSettled settled -> settled(node, settled);
            case CaseEvent.PivotRetried retried ->
                node.put("request", retried.request()).put("rank", retried.rank());
            case CaseEvent.PivotsMoved moved -> ranks(node, moved.ranks());
            case CaseEvent.PivotsCleared cleared -> cleared.requests().forEach(node.putArray("requests")::add);
            case CaseEvent.LanePaused lane -> lanePaused(node, lane);
            case CaseEvent.WentOffline went -> node.put("offline", went.offline());
            case CaseEvent.PivotHeld held -> node.put("request", held.request()).put("reason", held.reason());
            case CaseEvent.HoldOverridden hold ->
                node.put("request", hold.request()).put("rule", hold.rule()).put("author", hold.author());
            case CaseEvent.CandidatesDropped dropped ->
                indicators(node.put("request", dropped.request()), dropped.indicators());
            case CaseEvent.AnswerNarrowed narrowed -> narrowed(node.put("request", narrowed.request()), narrowed);
            case CaseEvent.NotUnderstood unknown -> throw new IllegalArgumentException("has its body already");
        }
        return node;
    }

    private static void evidence(ObjectNode node, Evidence evidence) {
        node.put("id", evidence.id())
                .put("provider", evidence.provider())
                .put("key", evidence.key())
                .put("request", evidence.request())
                .put("at", evidence.at().toString())
                .put("status", evidence.status())
                .put("mediaType", evidence.mediaType())
                .put("size", evidence.sizeBytes())
                .put("sha256", evidence.sha256());
    }

    private static void linkAdded(ObjectNode node, CaseEvent.LinkAdded added) {
        link(node.putArray("link"), added.key());
        added.seen().first().ifPresent(day -> node.put("first", day.toString()));
        added.seen().last().ifPresent(day -> node.put("last", day.toString()));
        if (!added.properties().isEmpty()) {
            ArrayNode properties = node.putArray("properties");
            for (Map.Entry<String, String> property : added.properties().entrySet()) {
                properties.addArray().add(property.getKey()).add(property.getValue());
            }
        }
        cite(node, added.citation());
    }

    private static void handling(ObjectNode node, CaseEvent.HandlingSet set) {
        set.on().ifPresent(on -> node.put("on", text(on)));
        Handling handling = set.handling();
        node.put("tlp", handling.tlp().name()).put("pap", handling.pap().name());
    }

    private static void narrowed(ObjectNode node, CaseEvent.AnswerNarrowed narrowed) {
        Narrowing narrowing = narrowed.narrowing();
        narrowing.since().ifPresent(day -> node.put("since", day.toString()));
        narrowing.newest().ifPresent(most -> node.put("newest", most));
        strings(node, "types", narrowing.types().stream().map(IndicatorType::id).toList());
    }

    private static void asked(ObjectNode node, CaseEvent.PivotAsked asked) {
        node.put("request", asked.request())
                .put("provider", asked.provider())
                .put("pivot", asked.pivot())
                .put("indicator", text(asked.indicator()))
                .put("key", asked.key())
                .put("click", asked.click())
                .put("depth", asked.depth())
                .put("rank", asked.rank());
    }

    private static void putBack(ObjectNode node, CaseEvent.PivotPutBack back) {
        node.put("request", back.request())
                .put("reason", back.reason())
                .put("notBefore", back.notBefore().toString())
                .put("attempts", back.attempts());
    }

    private static void ranks(ObjectNode node, List<CaseEvent.Rank> ranks) {
        ArrayNode array = node.putArray("ranks");
        ranks.forEach(rank -> array.addArray().add(rank.request()).add(rank.rank()));
    }

    private static void lanePaused(ObjectNode node, CaseEvent.LanePaused lane) {
        lane.provider().ifPresent(provider -> node.put("provider", provider));
        node.put("paused", lane.paused()).put("refusal", lane.refusal());
    }

    private static void settled(ObjectNode node, CaseEvent.PivotSettled settled) {
        node.put("request", settled.request())
                .put("result", settled.result().name())
                .put("evidence", settled.evidence())
                .put("found", settled.found())
                .put("held", settled.held())
                .put("message", settled.message());
    }

    /** The analyst's own word needs no field. */
    private static void cite(ObjectNode node, Citation citation) {
        if (!citation.equals(Citation.ANALYST)) {
            node.put("evidence", citation.evidence()).put("pointer", citation.pointer());
        }
    }

    private static void indicators(ObjectNode node, List<Indicator> indicators) {
        strings(node, "indicators", indicators.stream().map(EventWriter::text).toList());
    }

    private static void links(ObjectNode node, List<LinkKey> links) {
        ArrayNode array = node.putArray("links");
        links.forEach(key -> link(array.addArray(), key));
    }

    private static void placements(ObjectNode node, List<Placement> placements) {
        ArrayNode array = node.putArray("places");
        for (Placement placement : placements) {
            ArrayNode place = array.addArray().add(text(placement.indicator()));
            coordinate(place, placement.x());
            coordinate(place, placement.y());
        }
    }

    private static void collectionPlaces(ObjectNode node, List<CollectionPlace> places) {
        ArrayNode array = node.putArray("places");
        for (CollectionPlace each : places) {
            ArrayNode place = array.addArray().add(each.collection());
            coordinate(place, each.x());
            coordinate(place, each.y());
        }
    }

    /** JSON has no word for what is not finite, so that is a string. */
    private static void coordinate(ArrayNode place, double value) {
        if (Double.isFinite(value)) {
            place.add(value);
        } else {
            place.add(Double.toString(value));
        }
    }

    private static void strings(ObjectNode node, String field, Collection<String> strings) {
        ArrayNode array = node.putArray(field);
        strings.forEach(array::add);
    }

    private static void link(ArrayNode array, LinkKey key) {
        array.add(text(key.from())).add(text(key.to())).add(key.label());
    }

    private static String text(Indicator indicator) {
        return indicator.type().id() + ":" + indicator.value();
    }
}
