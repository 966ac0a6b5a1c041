package tendril.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import tendril.corpus.Corpus;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.corpus.demo.DemoCorpus;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Fact;
import tendril.graph.LinkKey;
import tendril.graph.PlacedBy;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;
import tendril.indicator.text.Detection;
import tendril.layout.CaseLayout;
import tendril.layout.Lanes;
import tendril.layout.LayoutKind;
import tendril.layout.LayoutRun;
import tendril.layout.StopToken;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Theme;
import tendril.picture.paint.GraphPainter;
import tendril.picture.scene.Camera;
import tendril.picture.scene.CaseScene;

/**
 * Pictures of cases grown from the demo corpus, to be looked at: {@code CasePictures [folder [nodes…]]} writes one of
 * each size in both themes and two window sizes. A case begins with the documented address and expands node after node
 * as an analyst would; sizes beyond what the corpus holds take further campaigns of the same making, joined by a sinkhole.
 */
public final class CasePictures {
    private static final Indicator FIRST = new Indicator(IndicatorType.EMAIL, "william19770319@yahoo.com");
    private static final Citation ANSWERED = new Citation(1, "");
    private static final int FIT_MARGIN_PX = 56;

    /** So many of one answer a person keeps in a case of so many nodes; the rest stays in the tray. */
    private static final int KEPT_OF_ANSWER = 25;

    private final Map<Indicator, Map<Indicator, String>> links = new LinkedHashMap<>();

    private CasePictures() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args.length > 0 ? args[0] : "target/pictures");
        int[] sizes = args.length < 2
                ? new int[] {30, 300, 3_000, 30_000}
                : Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        Files.createDirectories(folder);
        var pictures = new CasePictures();
        pictures.load();
        System.out.println("The corpus holds " + pictures.links.size() + " entities.");
        for (int size : sizes) {
            pictures.paint(size, folder);
        }
    }

    private void load() throws Exception {
        List<Observation> all = new ArrayList<>();
        try (Corpus corpus = DemoCorpus.open()) {
            for (var batch : corpus.batches().keySet()) {
                try (var reading = corpus.read()) {
                    reading.observations(batch.name(), all::add);
                }
            }
        }
        for (int copy = 0; copy < 6; copy++) {
            for (Observation each : all) {
                add(each, copy);
            }
        }
    }

    private void add(Observation observation, int copy) {
        if (observation.relation() == Relation.REFERENCE) {
            return;
        }
        Optional<Indicator> from = indicator(observation.subject(), copy);
        Optional<Indicator> to = observation.relation() == Relation.SCANNED_AS
                ? malware(observation.object(), copy)
                : indicator(observation.object(), copy);
        if (from.isPresent() && to.isPresent() && !from.equals(to)) {
            String label = label(observation.relation());
            links.computeIfAbsent(from.get(), key -> new LinkedHashMap<>()).put(to.get(), label);
            links.computeIfAbsent(to.get(), key -> new LinkedHashMap<>()).putIfAbsent(from.get(), "");
        }
    }

    /** The very value, or one like it in a further campaign; addresses are shared by all campaigns. */
    private static Optional<Indicator> indicator(String written, int copy) {
        Optional<Indicator> found = Detection.detect(written) instanceof Detection.Single single
                ? Optional.of(single.indicator())
                : Optional.empty();
        return copy == 0
                ? found
                : found.map(each -> switch (each.type()) {
                    case DOMAIN -> new Indicator(each.type(), "c" + copy + "-" + each.value());
                    case EMAIL -> new Indicator(each.type(), "c" + copy + "." + each.value());
                    case IPV4 ->
                        each.value().hashCode() % 40 == 0
                                ? each
                                : new Indicator(
                                        each.type(),
                                        "203.0." + copy + "." + Math.floorMod(each.value().hashCode(), 256));
                    default -> each.type().isHash()
                            ? new Indicator(each.type(), Integer.toHexString(copy) + each.value().substring(1))
                            : each;
                });
    }

    /** A verdict without a name, or no verdict, is no malware; each campaign has families of its own. */
    private static Optional<Indicator> malware(String written, int copy) {
        String name = written.strip();
        return name.length() < 3
                ? Optional.empty()
                : Optional.of(new Indicator(IndicatorType.MALWARE, copy == 0 ? name : name + "." + copy));
    }

    private static String label(Relation relation) {
        return switch (relation) {
            case RESOLVES -> "resolved to";
            case REGISTERED -> "registered";
            case SUBDOMAIN -> "has subdomain";
            case CONTACTS_DOMAIN, CONTACTS_ADDRESS -> "contacted";
            case SCANNED_AS -> "detected as";
            case SHA1, SHA256 -> "same file as";
            case REFERENCE -> "mentioned in";
        };
    }

    private void paint(int size, Path folder) throws IOException {
        var graph = new CaseGraph();
        Set<Indicator> last = grow(graph, size);
        arrange(graph);
        for (Theme theme : List.of(Theme.ofDark(), Theme.ofLight())) {
            var scene = new CaseScene(graph);
            last.forEach(each -> scene.slotOf(each)
                    .ifPresent(slot -> scene.live().setMarks(slot, scene.live().marks(slot).fresh(true))));
            for (int[] window : new int[][] {{920, 674}, {2200, 1314}}) {
                var camera = Camera.ofSize(window[0], window[1])
                        .fitting(scene.publish().bounds().orElseThrow(), FIT_MARGIN_PX);
                write(
                        scene,
                        camera,
                        theme,
                        folder.resolve(size + "-" + theme.name() + "-" + window[0] + ".png"));
            }
        }
        System.out.println(size + ": " + graph.entityCount() + " entities, " + graph.linkCount() + " links");
    }

    private Set<Indicator> grow(CaseGraph graph, int size) {
        Set<Indicator> in = new HashSet<>();
        List<CaseEvent> events = new ArrayList<>();
        var queue = new ArrayDeque<>(List.of(FIRST));
        in.add(FIRST);
        events.add(new CaseEvent.EntityAdded(FIRST, Citation.ANALYST));
        Set<Indicator> last = new HashSet<>();
        while (!queue.isEmpty() && in.size() < size) {
            Indicator asked = queue.poll();
            last.clear();
            List<Indicator> found = new ArrayList<>(links.getOrDefault(asked, Map.of()).keySet());
            int kept = size <= 300 ? KEPT_OF_ANSWER : size <= 3000 ? 400 : Integer.MAX_VALUE;
            for (Indicator other : found.subList(0, Math.min(kept, found.size()))) {
                if (in.size() < size && in.add(other)) {
                    events.add(new CaseEvent.EntityAdded(other, Citation.ANALYST));
                    queue.add(other);
                    last.add(other);
                }
            }
        }
        for (Indicator from : in) {
            links.getOrDefault(from, Map.of()).forEach((to, label) -> {
                if (!label.isEmpty() && in.contains(to)) {
                    events.add(new CaseEvent.LinkAdded(
                            new LinkKey(from, to, label), Seen.UNKNOWN, Collections.emptySortedMap(), ANSWERED));
                }
            });
        }
        apply(graph, events);
        return last;
    }

    private static void apply(CaseGraph graph, List<CaseEvent> events) {
        List<Fact> facts = new ArrayList<>();
        for (CaseEvent event : events) {
            facts.add(new Fact(graph.lastSeq() + facts.size() + 1, Instant.EPOCH, 0, event));
        }
        graph.apply(facts);
    }

    private static void arrange(CaseGraph graph) {
        CaseLayout layout = CaseLayout.of(graph);
        try (ExecutorService helpers = Executors.newFixedThreadPool(2)) {
            var run = new LayoutRun(
                    LayoutRun.DEFAULT_SEED, new Lanes(helpers, 2), new StopToken(), LayoutRun.Progress.NONE);
            apply(graph, layout.arrange(LayoutKind.ORGANIC.engine(), Set.of(), run).events(PlacedBy.LAYOUT));
        }
    }

    private static void write(CaseScene scene, Camera camera, Theme theme, Path file) throws IOException {
        var look = Look.of(theme);
        int[] pixels = new GraphPainter().paint(scene.publish(), camera, look, Pass.SMOOTH);
        int width = GraphPainter.widthPx(camera, look);
        int height = GraphPainter.heightPx(camera, look);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(image, "png", file.toFile());
    }
}
