package tendril.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tendril.indicator.Indicator;

/** Hands each fact to what it speaks of, and remembers what each action touched. Confined to the case thread. */
final class Fold {
    final Map<Indicator, EntityState> entities = new LinkedHashMap<>();
    final Map<LinkKey, LinkState> links = new LinkedHashMap<>();
    final Map<Long, CollectionState> collections = new LinkedHashMap<>();
    final SortedMap<String, List<NamedClaim>> selections = new TreeMap<>();
    final Map<Long, Evidence> evidence = new LinkedHashMap<>();
    final Map<String, Deque<Evidence>> evidenceByKey = new HashMap<>();
    final Map<Long, Set<Indicator>> dropped = new HashMap<>();
    final Map<Long, Narrowing> narrowings = new HashMap<>();
    final List<Claim.Handled> caseHandling = new ArrayList<>();
    final RequestLog requests = new RequestLog();
    final History history = new History();
    String name = "";
    long lastSeq;
    private final Map<Long, Touched> byAction = new HashMap<>();

    static String key(String provider, String question) {
        return provider + ' ' + question;
    }

    /** What an action's facts speak of. */
    Touched touchedBy(long action) {
        return byAction.getOrDefault(action, new Touched());
    }

    /** Takes one fact in; what it speaks of is noted in {@code batch} and has yet to be evaluated. */
    void take(Fact fact, Batch batch) {
        lastSeq = fact.seq();
        var touched = new Touched.By(
                batch.touched,
                fact.action() == 0
                        ? Optional.empty()
                        : Optional.of(byAction.computeIfAbsent(fact.action(), unused -> new Touched())));
        switch (fact.event()) {
            case CaseEvent.CaseNamed named -> {
                name = named.name();
                touched.caseItself();
            }
            case CaseEvent.ActionBegan began -> {
                history.began(fact.seq(), fact.at(), began);
                batch.actions.add(fact.seq());
            }
            case CaseEvent.ActionUndone undone -> {
                if (history.undo(undone.undone())) {
                    recount(undone.undone(), batch);
                }
            }
            case CaseEvent.ActionRedone redone -> {
                if (history.redo(redone.redone())) {
                    recount(redone.redone(), batch);
                }
            }
            case CaseEvent.EvidenceKept kept -> {
                evidence.put(kept.evidence().id(), kept.evidence());
                evidenceByKey
                        .computeIfAbsent(
                                key(kept.evidence().provider(), kept.evidence().key()), k -> new ArrayDeque<>())
                        .push(kept.evidence());
                batch.evidence.add(kept.evidence().id());
            }
            case CaseEvent.PivotAsked asked -> {
                requests.asked(asked, fact.action(), fact.at());
                batch.requests.add(asked.request());
            }
            case CaseEvent.PivotStarted started -> {
                requests.started(started.request());
                batch.requests.add(started.request());
            }
            case CaseEvent.PivotPutBack back -> {
                requests.putBack(back);
                batch.requests.add(back.request());
            }
            case CaseEvent.PivotSettled settled -> {
                requests.settled(settled);
                batch.requests.add(settled.request());
            }
            case CaseEvent.PivotRetried retried -> {
                requests.retried(retried);
                batch.requests.add(retried.request());
            }
            case CaseEvent.PivotsMoved moved ->
                moved.ranks().forEach(rank -> {
                    requests.moved(rank);
                    batch.requests.add(rank.request());
                });
            case CaseEvent.PivotsCleared cleared ->
                cleared.requests().forEach(id -> {
                    requests.cleared(id);
                    batch.requests.add(id);
                });
            case CaseEvent.LanePaused lane -> {
                requests.paused(lane);
                touched.caseItself();
            }
            case CaseEvent.WentOffline went -> {
                requests.offline(went.offline());
                touched.caseItself();
            }
            case CaseEvent.PivotHeld held -> {
                requests.held(held);
                batch.requests.add(held.request());
            }
            case CaseEvent.HoldOverridden overridden -> batch.requests.add(overridden.request());
            case CaseEvent.CandidatesDropped drop -> {
                dropped.computeIfAbsent(drop.request(), unused -> new HashSet<>())
                        .addAll(drop.indicators());
                batch.requests.add(drop.request());
            }
            case CaseEvent.AnswerNarrowed narrowed -> {
                narrowings.put(narrowed.request(), narrowed.narrowing());
                batch.requests.add(narrowed.request());
            }
            case CaseEvent.NotUnderstood ignored -> {}
            case CaseEvent.EntityAdded added -> {
                EntityState state = touch(added.indicator(), touched);
                state.support(fact.seq(), fact.action(), added.citation());
            }
            case CaseEvent.LinkAdded added -> relate(fact, added, touched);
            case CaseEvent.PropertyStated stated ->
                touch(stated.on(), touched)
                        .add(new Claim.Stated(
                                fact.seq(), fact.action(), stated.name(), stated.value(), stated.citation()));
            case CaseEvent.LinksRemoved removed ->
                removed.links().forEach(key -> {
                    LinkState state = links.get(key);
                    if (state != null) {
                        state.add(new Claim.Removed(fact.seq(), fact.action()));
                        touched.link(state);
                    }
                });
            case CaseEvent.EntitiesPlaced placed ->
                placed.placements()
                        .forEach(place -> touch(place.indicator(), touched)
                                .add(new Claim.Placed(
                                        fact.seq(),
                                        fact.action(),
                                        new Entity.Place(place.x(), place.y(), placed.by()))));
            case CaseEvent.EntitiesRemoved removed ->
                each(removed.indicators(), new Claim.Removed(fact.seq(), fact.action()), touched);
            case CaseEvent.EntitiesPinned pin ->
                each(pin.indicators(), new Claim.Pinned(fact.seq(), fact.action(), pin.pinned()), touched);
            case CaseEvent.EntitiesHidden hide ->
                each(hide.indicators(), new Claim.Hidden(fact.seq(), fact.action(), hide.hidden()), touched);
            case CaseEvent.EntitiesFlagged flag ->
                each(flag.indicators(), new Claim.Flagged(fact.seq(), fact.action(), flag.flag()), touched);
            case CaseEvent.NoteWritten note ->
                touch(note.on(), touched).add(new Claim.Noted(fact.seq(), fact.action(), note.text()));
            case CaseEvent.EntityTagged tagged ->
                touch(tagged.on(), touched).add(new Claim.Tagged(fact.seq(), fact.action(), tagged.tags()));
            case CaseEvent.HandlingSet set -> handle(fact, set, touched);
            case CaseEvent.EntitiesCollected collected -> collect(fact, collected, touched);
            case CaseEvent.CollectionOpened opened -> open(fact, opened, touched);
            case CaseEvent.CollectionsPlaced placed -> placed.places().forEach(place -> put(fact, place, touched));
            case CaseEvent.SelectionNamed named -> {
                selections
                        .computeIfAbsent(named.name(), unused -> new ArrayList<>())
                        .add(new NamedClaim(fact.action(), named.members()));
                touched.caseItself();
            }
        }
    }

    /** Notes who went into a collection, or out of one, as an entity changed. */
    void recollect(Indicator indicator, Optional<Entity> before, Optional<Entity> after) {
        long was = before.map(Entity::collection).orElse(0L);
        long is = after.map(Entity::collection).orElse(0L);
        if (was != is) {
            Optional.ofNullable(collections.get(was)).ifPresent(state -> state.left(indicator));
            Optional.ofNullable(collections.get(is)).ifPresent(state -> state.joined(indicator));
        }
    }

    private void recount(long action, Batch batch) {
        Touched again = touchedBy(action);
        batch.actions.add(action);
        batch.turned.add(again);
        batch.touched.collections.addAll(again.collections);
        batch.touched.caseItself |= again.caseItself;
    }

    private void relate(Fact fact, CaseEvent.LinkAdded added, Touched.By touched) {
        EntityState from = touch(added.key().from(), touched);
        EntityState to = touch(added.key().to(), touched);
        from.support(fact.seq(), fact.action(), added.citation());
        to.support(fact.seq(), fact.action(), added.citation());
        LinkState state = links.computeIfAbsent(added.key(), key -> {
            var created = new LinkState(key, from, to);
            from.links.add(created);
            to.links.add(created);
            return created;
        });
        state.add(new Claim.Related(fact.seq(), fact.action(), added.citation(), added.seen(), added.properties()));
        touched.link(state);
    }

    private void handle(Fact fact, CaseEvent.HandlingSet set, Touched.By touched) {
        var claim = new Claim.Handled(fact.seq(), fact.action(), set.handling());
        set.on().ifPresentOrElse(indicator -> touch(indicator, touched).add(claim), () -> {
            caseHandling.add(claim);
            touched.caseItself();
        });
    }

    private void collect(Fact fact, CaseEvent.EntitiesCollected collected, Touched.By touched) {
        long id = collections.containsKey(fact.action()) ? fact.seq() : fact.action();
        var claim = new Claim.Collected(fact.seq(), fact.action(), id);
        List<EntityState> members =
                collected.members().stream().distinct().map(this::state).toList();
        for (EntityState member : members) {
            member.add(claim);
            // Whoever is not in the graph is not in it for being collected: nothing of it is to be worked out now.
            if (member.entity().isPresent()) {
                touched.entity(member);
            } else {
                touched.entityOfAction(member);
            }
        }
        collections.put(id, new CollectionState(id, collections.size(), collected, members));
        touched.collection(id);
    }

    private void put(Fact fact, CollectionPlace place, Touched.By touched) {
        CollectionState state = collections.get(place.collection());
        if (state != null) {
            state.put(fact.action(), new Collection.Spot(place.x(), place.y()));
            touched.collection(place.collection());
        }
    }

    private void open(Fact fact, CaseEvent.CollectionOpened opened, Touched.By touched) {
        CollectionState state = collections.get(opened.collection());
        if (state == null) {
            return;
        }
        List<Indicator> out = opened.members().isEmpty()
                ? state.members.stream().map(member -> member.indicator).toList()
                : opened.members();
        each(out, new Claim.Collected(fact.seq(), fact.action(), 0), touched);
        touched.collection(opened.collection());
    }

    private void each(List<Indicator> indicators, Claim claim, Touched.By touched) {
        indicators.forEach(indicator -> touch(indicator, touched).add(claim));
    }

    private EntityState touch(Indicator indicator, Touched.By touched) {
        EntityState state = state(indicator);
        touched.entity(state);
        return state;
    }

    private EntityState state(Indicator indicator) {
        return entities.computeIfAbsent(indicator, key -> new EntityState(key, entities.size()));
    }

    /** What one batch of facts has touched so far. */
    static final class Batch {
        final Touched touched = new Touched();
        /** What actions that were undone or redone have touched. */
        final List<Touched> turned = new ArrayList<>();

        final Set<Long> requests = new HashSet<>();
        final Set<Long> actions = new HashSet<>();
        final Set<Long> evidence = new HashSet<>();

        /** Whether it speaks of anything that is in the graph or could be. */
        boolean speaksOfGraph() {
            return !touched.isEmpty() || turned.stream().anyMatch(each -> !each.isEmpty());
        }
    }

    /** That a name stands for these, while the action counts. */
    record NamedClaim(long action, List<Indicator> members) {}
}
