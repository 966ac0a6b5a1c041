package tendril.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tendril.indicator.Indicator;

/**
 * The case as it stands: the fold of its facts, and nothing else. Confined to the case thread; the values it hands out
 * are immutable and may go anywhere.
 *
 * <p><b>How the fold works.</b> Each fact makes claims on entities and links, kept with the action they belong to. A
 * claim counts while its action is not undone. An entity is in the graph when its newest counting support is newer than
 * its newest counting removal; a link, when its newest support is newer than its own removal and those of its ends.
 * What is single-valued (place, note, flag) is that of the newest counting claim; what is many-valued (supports,
 * properties) adds up as a set. So undoing is evaluating again without some claims, in any order, and the order in
 * which findings arrive makes no difference.
 */
public final class CaseGraph {
    private final Fold fold = new Fold();
    private final Stale stale = new Stale(fold);
    private int entityCount;
    private int linkCount;

    /**
     * Takes a batch of facts in and says exactly what they changed.
     *
     * @param batch facts that follow on what was applied before, in order of {@code seq}
     */
    public GraphDelta apply(List<Fact> batch) {
        return apply(batch, Integer.MAX_VALUE);
    }

    /**
     * The same, but works out so many entities at most; while {@link #isSettled} says no, {@link #settle} goes on. What
     * the facts say is taken in at once all the same, whatever it comes to. The next batch that speaks of the graph
     * brings what is left with it.
     *
     * @param most at least 1
     */
    public GraphDelta apply(List<Fact> batch, int most) {
        var touched = new Fold.Batch();
        batch.forEach(fact -> fold.take(fact, touched));
        var change = new Change();
        stale.add(touched);
        if (touched.speaksOfGraph()) {
            if (stale.size() <= most) {
                stale.settle(change);
            } else {
                stale.order();
                stale.settle(most, change);
            }
        }
        return told(change, touched);
    }

    /** Whether everything that the facts say is worked out. */
    public boolean isSettled() {
        return stale.size() == 0;
    }

    /** Works out so many more entities at most, or links where none is left, and says what that changed. */
    public GraphDelta settle(int most) {
        var change = new Change();
        stale.settle(most, change);
        return told(change, new Fold.Batch());
    }

    private GraphDelta told(Change change, Fold.Batch batch) {
        entityCount += change.entityGrowth();
        linkCount += change.linkGrowth();
        return change.toDelta(batch);
    }

    /** The seq of the last fact applied; 0 for an empty case. */
    public long lastSeq() {
        return fold.lastSeq;
    }

    public String name() {
        return fold.name;
    }

    /** How the whole case may be shared and used. */
    public Handling handling() {
        return fold.caseHandling.stream()
                .filter(claim -> fold.history.counts(claim.action()))
                .reduce((older, newer) -> newer)
                .map(Claim.Handled::handling)
                .orElse(Handling.UNSET);
    }

    /** How one entity may be shared and used: at least as protected as the case. */
    public Handling handlingOf(Indicator indicator) {
        Handling own = entity(indicator).map(Entity::handling).orElse(Handling.UNSET);
        return own.strictest(handling());
    }

    public int entityCount() {
        return entityCount;
    }

    public int linkCount() {
        return linkCount;
    }

    public Optional<Entity> entity(Indicator indicator) {
        EntityState state = fold.entities.get(indicator);
        return state == null ? Optional.empty() : state.entity();
    }

    public boolean contains(Indicator indicator) {
        return entity(indicator).isPresent();
    }

    /** Every entity of the graph, in the order they first came. */
    public Stream<Entity> entities() {
        return fold.entities.values().stream().map(EntityState::entity).flatMap(Optional::stream);
    }

    public Optional<Link> link(LinkKey key) {
        LinkState state = fold.links.get(key);
        return state == null ? Optional.empty() : state.link();
    }

    /** Every link of the graph, in the order they first came. */
    public Stream<Link> links() {
        return fold.links.values().stream().map(LinkState::link).flatMap(Optional::stream);
    }

    /** The links that start or end at an entity. */
    public Stream<Link> linksOf(Indicator indicator) {
        EntityState state = fold.entities.get(indicator);
        return state == null
                ? Stream.empty()
                : state.links.stream().map(LinkState::link).flatMap(Optional::stream);
    }

    /** How many links start or end at an entity. */
    public int linkCount(Indicator indicator) {
        EntityState state = fold.entities.get(indicator);
        return state == null ? 0 : state.linkCount();
    }

    /** As how manieth entity this one came into the case, counted from 0; -1 for one that never did. */
    public int arrival(Indicator indicator) {
        EntityState state = fold.entities.get(indicator);
        return state == null ? -1 : state.arrival;
    }

    /** The other ends of an entity's links, each once, in the order they first came. */
    public Set<Indicator> neighbours(Indicator indicator) {
        Set<Indicator> others = new LinkedHashSet<>();
        linksOf(indicator)
                .map(Link::key)
                .forEach(key -> others.add(key.from().equals(indicator) ? key.to() : key.from()));
        others.remove(indicator);
        return others;
    }

    /** The collections that have somebody in them. */
    public List<tendril.graph.Collection> collections() {
        return fold.collections.keySet().stream()
                .map(this::collection)
                .flatMap(Optional::stream)
                .toList();
    }

    /** One collection, unless nobody is in it any more. */
    public Optional<tendril.graph.Collection> collection(long id) {
        return Optional.ofNullable(fold.collections.get(id))
                .filter(state -> state.size() > 0)
                .map(state -> new tendril.graph.Collection(
                        id,
                        state.anchor,
                        state.label(),
                        state.inside().map(member -> member.indicator).toList(),
                        state.place(fold.history::counts)));
    }

    /**
     * What is seen of a collection from outside, unless nobody is in it any more. Goes through its members only where it
     * was never put anywhere.
     */
    public Optional<CollectionNode> collectionNode(long id) {
        return Optional.ofNullable(fold.collections.get(id))
                .flatMap(state -> state.first()
                        .map(first -> new CollectionNode(
                                id,
                                state.arrival,
                                first,
                                state.size(),
                                state.label(),
                                state.type(),
                                state.place(fold.history::counts).or(state::middle))));
    }

    /** Where a collection's node is: where it was put, or in the middle of its members. */
    public Optional<tendril.graph.Collection.Spot> spotOf(tendril.graph.Collection collection) {
        return collection
                .place()
                .or(() -> tendril.graph.Collection.Spot.middle(collection.members().stream()
                        .flatMap(member -> entity(member).stream())
                        .flatMap(entity -> entity.place().stream())
                        .toList()));
    }

    /** The selections that have a name, each with those of its members that are in the graph. */
    public SortedMap<String, List<Indicator>> selections() {
        SortedMap<String, List<Indicator>> named = new TreeMap<>();
        fold.selections.forEach((name, claims) -> claims.stream()
                .filter(claim -> fold.history.counts(claim.action()))
                .reduce((older, newer) -> newer)
                .map(claim -> claim.members().stream().filter(this::contains).toList())
                .filter(members -> !members.isEmpty())
                .ifPresent(members -> named.put(name, members)));
        return named;
    }

    public Optional<Evidence> evidence(long id) {
        return Optional.ofNullable(fold.evidence.get(id));
    }

    /** Every piece of evidence, in the order they came. */
    public Collection<Evidence> evidence() {
        return Collections.unmodifiableCollection(fold.evidence.values());
    }

    /** The answers to one question of one provider, newest first. */
    public Collection<Evidence> evidenceFor(String provider, String key) {
        Deque<Evidence> answers = fold.evidenceByKey.get(Fold.key(provider, key));
        return answers == null ? List.of() : Collections.unmodifiableCollection(answers);
    }

    /** The providers that are paused, each with what it said when it refused us, empty when a person paused it. */
    public Map<String, String> pausedProviders() {
        return fold.requests.paused();
    }

    /** Whether a person paused the whole queue. */
    public boolean allPaused() {
        return fold.requests.allPaused();
    }

    /** Whether the case is in offline mode. */
    public boolean offline() {
        return fold.requests.offline();
    }

    /** Every request ever asked in this case, in the order they were asked. */
    public Collection<Request> requests() {
        return fold.requests.all();
    }

    public Optional<Request> request(long id) {
        return fold.requests.find(id);
    }

    /** The highest number a request has had; 0 for none. */
    public long lastRequest() {
        return fold.requests.lastId();
    }

    /** The highest number a piece of evidence has had; 0 for none. */
    public long lastEvidence() {
        return fold.evidence.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** What the analyst dropped of a request's candidates. */
    public Set<Indicator> dropped(long request) {
        return Collections.unmodifiableSet(fold.dropped.getOrDefault(request, Set.of()));
    }

    /** Which results of a request's answer are taken. */
    public Narrowing narrowing(long request) {
        return fold.narrowings.getOrDefault(request, Narrowing.EVERYTHING);
    }

    /** Everything done to the case, oldest first. */
    public List<Action> history() {
        return fold.history.all();
    }

    public Optional<Action> action(long id) {
        return fold.history.find(id);
    }

    /** The newest action that counts: what Ctrl+Z takes back. */
    public Optional<Action> toUndo() {
        return fold.history.toUndo();
    }

    /** The action undone last, unless something new was done since. */
    public Optional<Action> toRedo() {
        return fold.history.toRedo();
    }

    /** The entities an action speaks of, whether or not it counts now. */
    public List<Indicator> touchedBy(long action) {
        return fold.touchedBy(action).entities.stream()
                .map(state -> state.indicator)
                .toList();
    }

    /** How many entities an action speaks of. */
    public int touchedCount(long action) {
        return fold.touchedBy(action).entities.size();
    }

    /** The entities of the graph that came with this action first. */
    public List<Indicator> broughtBy(long action) {
        return fold.touchedBy(action).entities.stream()
                .map(EntityState::entity)
                .flatMap(Optional::stream)
                .filter(entity -> entity.supports().getFirst().action() == action)
                .map(Entity::indicator)
                .toList();
    }

    /** How many entities of the graph came with this action first. */
    public int broughtCount(long action) {
        int count = 0;
        for (EntityState state : fold.touchedBy(action).entities) {
            Optional<Entity> entity = state.entity();
            if (entity.isPresent() && entity.get().supports().getFirst().action() == action) {
                count++;
            }
        }
        return count;
    }

    /** Whether everything that only this action brought is hidden, and there is such a thing. */
    public boolean isCollapsed(long action) {
        boolean any = false;
        for (EntityState state : fold.touchedBy(action).entities) {
            Optional<Entity> entity = state.entity();
            if (entity.isPresent()
                    && entity.get().supports().stream().allMatch(support -> support.action() == action)) {
                if (!entity.get().hidden()) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** The entities that would leave if this action were undone. */
    public List<Indicator> onlySupportedBy(long action) {
        return fold.touchedBy(action).entities.stream()
                .map(EntityState::entity)
                .flatMap(Optional::stream)
                .filter(entity -> entity.supports().stream().allMatch(support -> support.action() == action))
                .map(Entity::indicator)
                .toList();
    }
}
