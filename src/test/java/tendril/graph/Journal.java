package tendril.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;

/** Writes facts for tests as a session would, and folds them. */
public final class Journal {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    public final CaseGraph graph = new CaseGraph();
    public final List<Fact> facts = new ArrayList<>();
    public GraphDelta lastDelta = graph.apply(List.of());

    public static Indicator domain(String name) {
        return new Indicator(IndicatorType.DOMAIN, name);
    }

    public static Indicator ip(String address) {
        return new Indicator(IndicatorType.IPV4, address);
    }

    public static CaseEvent.EntityAdded added(Indicator indicator) {
        return new CaseEvent.EntityAdded(indicator, Citation.ANALYST);
    }

    public static CaseEvent.LinkAdded related(Indicator from, Indicator to, long evidence) {
        return new CaseEvent.LinkAdded(
                new LinkKey(from, to, "resolved to"),
                Seen.UNKNOWN,
                Collections.emptySortedMap(),
                new Citation(evidence, "/resolutions/0"));
    }

    /** Writes one action with these events and returns its id. */
    public long act(ActionKind kind, String title, CaseEvent... events) {
        long id = facts.size() + 1L;
        List<Fact> batch = new ArrayList<>();
        batch.add(new Fact(id, NOON, id, new CaseEvent.ActionBegan(kind, title, "ana")));
        for (CaseEvent event : events) {
            batch.add(new Fact(id + batch.size(), NOON, id, event));
        }
        apply(batch);
        return id;
    }

    /** Writes one fact outside any action. */
    public void report(CaseEvent event) {
        apply(List.of(new Fact(facts.size() + 1L, NOON, 0, event)));
    }

    public void undo(long action) {
        report(new CaseEvent.ActionUndone(action));
    }

    public void redo(long action) {
        report(new CaseEvent.ActionRedone(action));
    }

    private void apply(List<Fact> batch) {
        facts.addAll(batch);
        lastDelta = graph.apply(batch);
    }

    /** What the graph holds, to compare by value. */
    public static Contents contents(CaseGraph graph) {
        SortedMap<Indicator, Entity> entities =
                new TreeMap<>(graph.entities().collect(Collectors.toMap(Entity::indicator, entity -> entity)));
        SortedMap<LinkKey, Link> links =
                new TreeMap<>(graph.links().collect(Collectors.toMap(Link::key, link -> link)));
        return new Contents(
                graph.name(), entities, links, List.copyOf(graph.requests()), graph.history(), graph.collections());
    }

    public record Contents(
            String name,
            SortedMap<Indicator, Entity> entities,
            SortedMap<LinkKey, Link> links,
            List<Request> requests,
            List<Action> history,
            List<Collection> collections) {}
}
