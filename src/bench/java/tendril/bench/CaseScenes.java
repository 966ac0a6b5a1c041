package tendril.bench;

import java.util.Random;
import tendril.picture.scene.LinkStyle;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.NodeKind;
import tendril.picture.scene.Scene;

/** Seeded scenes for benchmarks: hubs with bursts of leaves, neighbours within a burst, one link in seven a bridge. */
final class CaseScenes {
    private static final double SPACING = 60;
    private static final int LONG_LINK_IN = 7;

    private CaseScenes() {}

    /** So many nodes and half as many links again, laid out. */
    static Scene of(int nodes, long seed) {
        return live(nodes, seed).publish();
    }

    /** The same, to be changed. */
    static LiveScene live(int nodes, long seed) {
        var random = new Random(seed);
        var scene = new LiveScene();
        int[] hubOf = new int[nodes];
        double side = Math.sqrt(nodes) * SPACING * 1.25;
        int made = 0;
        while (made < nodes) {
            int size = 2 + (int) (Math.pow(random.nextDouble(), 4) * Math.sqrt(nodes) * 4);
            double x = random.nextDouble() * side * 1.6;
            double y = random.nextDouble() * side;
            int hub = made;
            for (int i = 0; i < size && made < nodes; i++, made++) {
                double away = i == 0 ? 0 : SPACING * (0.8 + 0.55 * Math.sqrt(i));
                var kind = i == 0 ? NodeKind.IPV4 : NodeKind.values()[random.nextInt(14)];
                scene.addNode(
                        kind, kind.label() + " " + made, x + Math.cos(i * 2.4) * away, y + Math.sin(i * 2.4) * away);
                hubOf[made] = hub;
            }
            scene.setRadius(hub, LiveScene.RADIUS * (1 + 0.25 * Math.log1p(size)));
        }
        for (int node = 0; node < nodes; node++) {
            if (hubOf[node] != node) {
                scene.addLink(hubOf[node], node, "resolved", LinkStyle.RESOLVED);
            }
        }
        for (int i = scene.publish().linkSlots(); i < nodes * 3 / 2; i++) {
            int from = random.nextInt(nodes);
            int to = random.nextInt(LONG_LINK_IN) == 0
                    ? random.nextInt(nodes)
                    : Math.clamp(from + random.nextInt(13) - 6, 0, nodes - 1);
            scene.addLink(from, to, "communicates", LinkStyle.RESOLVED);
        }
        return scene;
    }
}
