package tendril.picture.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LiveSceneTest {
    private final LiveScene live = new LiveScene();

    @Test
    void aPublishedSceneNeverChanges() {
        int a = live.addNode(NodeKind.DOMAIN, "a.example", 1, 2);
        int b = live.addNode(NodeKind.IPV4, "198.51.100.1", 3, 4);
        int link = live.addLink(a, b, "resolved", LinkStyle.RESOLVED);
        var before = live.publish();

        live.moveNode(a, 100, 200);
        live.setLabel(a, "other.example");
        live.setMarks(a, Marks.NONE.selected(true));
        live.setRadius(a, 40);
        live.setLinkStyle(link, LinkStyle.DRAWN);
        live.removeNode(b);

        assertThat(before.x(a)).isEqualTo(1);
        assertThat(before.label(a)).isEqualTo("a.example");
        assertThat(before.marks(a)).isEqualTo(Marks.NONE);
        assertThat(before.radius(a)).isEqualTo(LiveScene.RADIUS);
        assertThat(before.hasNode(b)).isTrue();
        assertThat(before.linkStyle(link)).isEqualTo(LinkStyle.RESOLVED);
        assertThat(live.publish().hasLink(link)).isFalse();
    }

    @Test
    void publishingTwiceWithoutAnEditGivesTheSameScene() {
        live.addNode(NodeKind.DOMAIN, "a.example", 1, 2);

        assertThat(live.publish()).isSameAs(live.publish());
    }

    @Test
    void selectingCopiesNeitherPlacesNorLinks() {
        int a = live.addNode(NodeKind.DOMAIN, "a.example", 1, 2);
        var before = live.publish();
        before.nodeGrid();

        live.setMarks(a, Marks.NONE.selected(true));
        var after = live.publish();

        assertThat(after.nodes.x()).isSameAs(before.nodes.x());
        assertThat(after.links).usingRecursiveComparison().isEqualTo(before.links);
        assertThat(after.nodeGridIfReady()).isPresent();
    }

    @Property(tries = 60)
    void bundlesHoldEveryLinkOnceAndDegreesCountNeighbours(
            @ForAll @Size(min = 1, max = 60) int[] ends, @ForAll @IntRange(min = 1, max = 9) int nodes) {
        var scene = new LiveScene();
        for (int i = 0; i < nodes; i++) {
            scene.addNode(NodeKind.DOMAIN, "d", i, i);
        }
        var neighbours = new boolean[nodes][nodes];
        for (int end : ends) {
            int a = Math.floorMod(end, nodes);
            int b = Math.floorMod(end / 31, nodes);
            scene.addLink(a, b, "l", LinkStyle.RESOLVED);
            neighbours[a][b] = true;
            neighbours[b][a] = true;
        }
        var published = scene.publish();
        var topology = published.topology();

        int links = 0;
        for (int bundle = 0; bundle < topology.bundles; bundle++) {
            int counted = 0;
            for (int link = topology.first[bundle]; link >= 0; link = topology.next[link]) {
                assertThat(topology.bundleOf[link]).isEqualTo(bundle);
                counted++;
            }
            assertThat(counted).isEqualTo(topology.count[bundle]);
            links += counted;
        }
        assertThat(links).isEqualTo(ends.length);
        for (int node = 0; node < nodes; node++) {
            int different = 0;
            for (int other = 0; other < nodes; other++) {
                different += neighbours[node][other] ? 1 : 0;
            }
            assertThat(published.degree(node)).isEqualTo(different);
        }
    }

    @Test
    void aFreedSlotIsUsedAgain() {
        int a = live.addNode(NodeKind.DOMAIN, "a.example", 0, 0);
        live.addNode(NodeKind.DOMAIN, "b.example", 0, 0);
        live.removeNode(a);

        assertThat(live.addNode(NodeKind.URL, "http://c.example/", 0, 0)).isEqualTo(a);
        assertThat(live.publish().kind(a)).isEqualTo(NodeKind.URL);
    }

    @Test
    void editingWhatIsNotThereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> live.moveNode(3, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> live.addLink(0, 1, "", LinkStyle.RESOLVED));
        assertThatIllegalArgumentException().isThrownBy(() -> live.removeLink(0));
    }

    @Test
    void marksKeepWhatTheyAreTold() {
        var marks = Marks.NONE
                .pinned(true)
                .queue(Marks.Queue.FAILED)
                .flag(tendril.graph.Flag.RED)
                .vote(Marks.Vote.HARMLESS)
                .members(NodeKind.PHRASE);

        assertThat(marks.isPinned()).isTrue();
        assertThat(marks.isSelected()).isFalse();
        assertThat(marks.queue()).isEqualTo(Marks.Queue.FAILED);
        assertThat(marks.flag()).isEqualTo(tendril.graph.Flag.RED);
        assertThat(marks.vote()).isEqualTo(Marks.Vote.HARMLESS);
        assertThat(marks.members()).contains(NodeKind.PHRASE);
        assertThat(marks.queue(Marks.Queue.NONE)
                        .pinned(false)
                        .flag(tendril.graph.Flag.NONE)
                        .vote(Marks.Vote.NONE))
                .isEqualTo(Marks.NONE.members(NodeKind.PHRASE));
    }
}
