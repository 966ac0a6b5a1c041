package tendril.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tendril.graph.Collection;
import tendril.graph.CollectionPlace;
import tendril.graph.Entity;
import tendril.graph.Moves;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.session.CaseSession;
import tendril.settings.Settings;
import tendril.ui.InventedSource;
import tendril.ui.Notices;
import tendril.ui.PracticeCase;
import tendril.ui.PracticePulse;
import tendril.ui.canvas.Selection;

class FoldingTest {
    private static final Indicator HOST = new Indicator(IndicatorType.IPV4, "192.0.2.80");

    private final CaseSession session =
            PracticeCase.open(new InventedSource(), new ArrayDeque<Runnable>()::add, Runnable::run);
    private final List<String> told = new ArrayList<>();
    private final WorkbenchViewModel model =
            new WorkbenchViewModel(session, Settings.DEFAULT, new Said(), PracticePulse.atOnce());
    private final Folding folding = new Folding(model, new Said());
    private final List<Indicator> tenants = new ArrayList<>();

    @BeforeEach
    void aHostWithTwelveTenantsAndTwoFiles() {
        for (int i = 0; i < 12; i++) {
            tenants.add(new Indicator(IndicatorType.DOMAIN, "tenant" + i + ".example"));
        }
        List<Indicator> all = new ArrayList<>(List.of(HOST));
        all.addAll(tenants);
        session.edits().add(all, List.of());
        tenants.forEach(tenant -> session.edits().link(HOST, tenant, "hosts"));
        Indicator file = new Indicator(IndicatorType.MD5, "a".repeat(32));
        session.edits().add(List.of(file), List.of());
        session.edits().link(HOST, file, "contacted by");
    }

    @Test
    void leavesOfOneTypeAroundANodeBecomeOneNodeBesideIt() {
        folding.foldLeaves();

        Collection collection = onlyCollection();
        assertThat(collection.members()).containsExactlyElementsOf(tenants);
        assertThat(collection.anchor()).isEqualTo(HOST);
        assertThat(model.canvas().selection().get().collections()).containsExactly(collection.id());
        Collection.Spot spot = session.graph().spotOf(collection).orElseThrow();
        Entity.Place host = place(HOST);
        assertThat(Math.hypot(spot.x() - host.x(), spot.y() - host.y())).isBetween(40.0, 400.0);
    }

    @Test
    void whatIsPinnedStaysOut() {
        session.edits().pin(tenants.subList(0, 2), true);

        folding.foldLeaves();

        assertThat(onlyCollection().members()).containsExactlyElementsOf(tenants.subList(2, 12));
    }

    @Test
    void tooFewLeavesAreLeftAndItSaysSo() {
        session.edits().pin(tenants.subList(0, 6), true);

        folding.foldLeaves();

        assertThat(session.graph().collections()).isEmpty();
        assertThat(told).anyMatch(sentence -> sentence.contains("leaves of one type"));
    }

    @Test
    void aSelectionFoldsAndOneMemberComesOutToWhereItWas() {
        Entity.Place before = place(tenants.getFirst());
        model.canvas().select(Selection.of(tenants.subList(0, 3)));
        folding.foldSelection();
        long id = onlyCollection().id();

        folding.takeOut(id, List.of(tenants.getFirst()));

        assertThat(onlyCollection().members()).containsExactlyElementsOf(tenants.subList(1, 3));
        assertThat(place(tenants.getFirst())).isEqualTo(before);
        assertThat(model.canvas().nodes().slotOf(tenants.getFirst())).isPresent();
        assertThat(onlyCollection().label()).isEqualTo("2 of 3 domains");
    }

    @Test
    void nodesDroppedOnACollectionGoInsideAndItStays() {
        model.canvas().select(Selection.of(tenants.subList(0, 3)));
        folding.foldSelection();
        Collection first = onlyCollection();
        session.edits().place(new Moves(List.of(), List.of(new CollectionPlace(first.id(), 700, 500))));

        folding.addTo(first.id(), tenants.subList(3, 5));

        assertThat(onlyCollection().members()).containsExactlyElementsOf(tenants.subList(0, 5));
        assertThat(onlyCollection().place()).contains(new Collection.Spot(700, 500));
        session.undo();
        assertThat(onlyCollection().members()).containsExactlyElementsOf(tenants.subList(0, 3));
        assertThat(onlyCollection().place()).isEqualTo(Optional.of(new Collection.Spot(700, 500)));
    }

    @Test
    void undoingAFoldPutsEverythingBack() {
        List<Entity> before = session.graph().entities().toList();
        folding.foldLeaves();

        session.undo();

        assertThat(session.graph().entities().toList()).isEqualTo(before);
        assertThat(model.canvas().nodes().everything().collections()).isEqualTo(Set.of());
    }

    private Collection onlyCollection() {
        assertThat(session.graph().collections()).hasSize(1);
        return session.graph().collections().getFirst();
    }

    private Entity.Place place(Indicator indicator) {
        return session.graph().entity(indicator).flatMap(Entity::place).orElseThrow();
    }

    private final class Said implements Notices {
        @Override
        public void show(Weight weight, String sentence) {
            told.add(sentence);
        }

        @Override
        public void show(Weight weight, String sentence, String actionName, Runnable action) {
            told.add(sentence);
        }
    }
}
