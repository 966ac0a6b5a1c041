package tendril.picture.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tendril.picture.scene.LinkStyle;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.Marks;
import tendril.picture.scene.NodeKind;

/** Seeded scenes shaped like real cases: bursts around hubs, bridges between them, a few loose ends. */
public final class SampleScenes {
    private static final double SPACING = 62;

    private SampleScenes() {}

    /** A campaign of about so many nodes with about 1.5 links a node, laid out as bursts on a spiral. */
    public static LiveScene campaign(int nodes, long seed) {
        var random = new Random(seed);
        var scene = new LiveScene();
        List<Integer> hubs = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        double ring = 0;
        double angle = 0;
        while (all.size() < nodes) {
            int size =
                    (int) Math.min(nodes - all.size(), 3 + Math.pow(random.nextDouble(), 3) * Math.sqrt(nodes) * 2.2);
            double reach = SPACING * (1.2 + Math.sqrt(size) * 0.62);
            ring = Math.max(ring, reach);
            double x = Math.cos(angle) * spiral(angle, nodes) + random.nextGaussian() * 30;
            double y = Math.sin(angle) * spiral(angle, nodes) * 0.66 + random.nextGaussian() * 30;
            int hub = scene.addNode(hubKind(random), "", x, y);
            scene.setLabel(hub, label(kind(scene, hub), random));
            scene.setRadius(hub, LiveScene.RADIUS * (1.1 + Math.log1p(size) * 0.22));
            all.add(hub);
            burst(scene, hub, size, x, y, random, all);
            if (!hubs.isEmpty()) {
                int other = hubs.get(random.nextInt(hubs.size()));
                scene.addLink(other, hub, "registered", LinkStyle.RESOLVED);
            }
            hubs.add(hub);
            angle += 2.1 * reach / Math.max(reach, spiral(angle, nodes));
        }
        int extra = nodes / 2;
        for (int i = 0; i < extra; i++) {
            int at = random.nextInt(all.size());
            int a = all.get(at);
            int b = random.nextInt(12) == 0
                    ? all.get(random.nextInt(all.size()))
                    : all.get(Math.clamp(at + random.nextInt(9) - 4, 0, all.size() - 1));
            if (a != b) {
                var style = random.nextInt(14) == 0
                        ? LinkStyle.DRAWN
                        : random.nextInt(14) == 0 ? LinkStyle.HIDDEN_SOURCE : LinkStyle.RESOLVED;
                scene.addLink(a, b, "resolved", style);
            }
        }
        return scene;
    }

    private static double spiral(double angle, int nodes) {
        return SPACING * 1.25 * angle + (nodes > 60 ? 40 : 0);
    }

    private static void burst(
            LiveScene scene, int hub, int size, double x, double y, Random random, List<Integer> all) {
        NodeKind leafKind = leafKind(random);
        for (int i = 1; i < size; i++) {
            double away = SPACING * (0.95 + 0.6 * Math.sqrt(i));
            double turn = i * 2.39996;
            var kind = random.nextInt(7) == 0 ? leafKind(random) : leafKind;
            int leaf = scene.addNode(kind, label(kind, random), x + Math.cos(turn) * away, y + Math.sin(turn) * away);
            scene.addLink(hub, leaf, random.nextBoolean() ? "resolved" : "communicates", LinkStyle.RESOLVED);
            scene.setMarks(leaf, marks(random));
            all.add(leaf);
        }
    }

    private static NodeKind kind(LiveScene scene, int slot) {
        return scene.publish().kind(slot);
    }

    private static Marks marks(Random random) {
        var marks = Marks.NONE;
        if (random.nextInt(60) == 0) {
            marks = marks.flag(tendril.graph.Flag.values()[1 + random.nextInt(5)]);
        }
        if (random.nextInt(25) == 0) {
            marks = marks.queue(Marks.Queue.values()[1 + random.nextInt(3)]);
        }
        if (random.nextInt(25) == 0) {
            marks = marks.note(true);
        }
        if (random.nextInt(12) == 0) {
            marks = marks.vote(Marks.Vote.values()[1 + random.nextInt(3)]);
        }
        if (random.nextInt(40) == 0) {
            marks = marks.pinned(true);
        }
        return marks;
    }

    private static NodeKind hubKind(Random random) {
        NodeKind[] kinds = {
            NodeKind.IPV4, NodeKind.EMAIL, NodeKind.MALWARE, NodeKind.IPV4, NodeKind.DOMAIN, NodeKind.AS, NodeKind.CIDR
        };
        return kinds[random.nextInt(kinds.length)];
    }

    private static NodeKind leafKind(Random random) {
        NodeKind[] kinds = {
            NodeKind.DOMAIN,
            NodeKind.DOMAIN,
            NodeKind.DOMAIN,
            NodeKind.IPV4,
            NodeKind.SHA256,
            NodeKind.MD5,
            NodeKind.URL,
            NodeKind.EMAIL,
            NodeKind.CVE,
            NodeKind.IPV6,
            NodeKind.PHRASE
        };
        return kinds[random.nextInt(kinds.length)];
    }

    static String label(NodeKind kind, Random random) {
        String[] words = {
            "aero", "news", "mail", "update", "cdn", "login", "secure", "bank", "cloud", "north", "blue", "data"
        };
        String word =
                words[random.nextInt(words.length)] + "-" + words[random.nextInt(words.length)] + random.nextInt(90);
        return switch (kind) {
            case DOMAIN -> word + ".example";
            case IPV4 -> "198.51.100." + random.nextInt(256);
            case IPV6 ->
                "2001:db8::" + Integer.toHexString(random.nextInt(65536)) + ":"
                        + Integer.toHexString(random.nextInt(65536));
            case CIDR -> "203.0.113." + random.nextInt(8) * 32 + "/27";
            case EMAIL -> word + "@mail.example";
            case URL -> "http://" + word + ".example/a/" + random.nextInt(10000) + "/login.php";
            case MD5, SHA1, SHA256, SHA512 -> String.format("%016x%016x", random.nextLong(), random.nextLong());
            case AS -> "AS645" + (10 + random.nextInt(80));
            case MALWARE -> new String[] {"PlugX", "Emotet.Gen", "QakBot", "Trojan.Zusy"}[random.nextInt(4)];
            case CVE -> "CVE-2025-" + (1000 + random.nextInt(9000));
            case PHRASE -> "Operation " + word;
            case COLLECTION -> random.nextInt(900) + " domains";
        };
    }
}
