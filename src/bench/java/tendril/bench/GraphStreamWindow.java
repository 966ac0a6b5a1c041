package tendril.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.graphstream.graph.Graph;
import org.graphstream.graph.Node;
import org.graphstream.graph.implementations.SingleGraph;
import org.graphstream.ui.fx_viewer.FxDefaultView;
import org.graphstream.ui.fx_viewer.FxViewer;
import org.graphstream.ui.graphicGraph.GraphicGraph;
import org.graphstream.ui.javafx.FxGraphRenderer;
import org.graphstream.ui.view.camera.Camera;

/**
 * GraphStream's JavaFX viewer over a case of ours, at the same places and with the same labels, while a hand pans or
 * zooms. What counts is how far apart the pictures come, counted where the viewer draws them: it draws no more often than
 * every 40 ms.
 */
final class GraphStreamWindow {
    private static final long WARM_UP_NS = 5_000_000_000L;
    private static final long MEASURED_NS = 20_000_000_000L;
    private static final long PATIENCE_S = 300;

    private GraphStreamWindow() {}

    static void measure(BenchCase what, StringBuilder table) throws InterruptedException {
        var stage = new AtomicReference<Stage>();
        List<Long> drawn = new ArrayList<>();
        FxDefaultView view = BenchWindow.onFx(() -> {
            FxDefaultView made = open(what, drawn);
            stage.set(new Stage());
            stage.get().setScene(new Scene(new BorderPane(made), BenchWindow.WIDTH_PX, BenchWindow.HEIGHT_PX));
            stage.get().show();
            return made;
        });
        for (boolean pans : new boolean[] {true, false}) {
            table.append(hand(what.nodes().size(), view.getCamera(), drawn, pans));
        }
        BenchWindow.onFx(() -> {
            stage.get().hide();
            return true;
        });
    }

    private static FxDefaultView open(BenchCase what, List<Long> drawn) {
        Graph graph = new SingleGraph("case");
        for (int i = 0; i < what.nodes().size(); i++) {
            Node node = graph.addNode(Integer.toString(i));
            node.setAttribute("xy", what.places().x(i), -what.places().y(i));
            node.setAttribute("ui.label", what.nodes().get(i).value());
        }
        LayoutCase shape = what.shape();
        for (int i = 0; i < shape.from().length; i++) {
            graph.addEdge("l" + i, shape.from()[i], shape.to()[i], true);
        }
        var viewer = new FxViewer(graph, FxViewer.ThreadingModel.GRAPH_IN_GUI_THREAD);
        viewer.disableAutoLayout();
        var view = new FxDefaultView(viewer, "view", new FxGraphRenderer()) {
            @Override
            public void display(GraphicGraph shown, boolean changed) {
                super.display(shown, changed);
                drawn.add(System.nanoTime());
            }
        };
        viewer.addView(view);
        return view;
    }

    private static String hand(int nodes, Camera camera, List<Long> drawn, boolean pans) throws InterruptedException {
        var done = new CountDownLatch(1);
        BenchWindow.onFx(() -> {
            new AnimationTimer() {
                private final long began = System.nanoTime();
                private int pulse;
                private boolean measuring;

                @Override
                public void handle(long now) {
                    long at = System.nanoTime() - began;
                    move(camera, pulse++, pans);
                    if (at > WARM_UP_NS && !measuring) {
                        measuring = true;
                        drawn.clear();
                    }
                    if (at > WARM_UP_NS + MEASURED_NS) {
                        stop();
                        done.countDown();
                    }
                }
            }.start();
            return true;
        });
        if (!done.await(PATIENCE_S, TimeUnit.SECONDS)) {
            return "| %,d | GraphStream: nothing within %d s |%n".formatted(nodes, PATIENCE_S);
        }
        double[] apart = BenchWindow.onFx(() -> {
            double[] gaps = new double[Math.max(1, drawn.size() - 1)];
            Arrays.setAll(gaps, i -> drawn.size() < 2 ? Double.NaN : (drawn.get(i + 1) - drawn.get(i)) / 1e6);
            Arrays.sort(gaps);
            return gaps;
        });
        String row = String.format(
                Locale.ROOT,
                "| %,d | GraphStream %s | %d | %.1f | %.1f | | | | | | | | |%n",
                nodes,
                pans ? "pans" : "zooms",
                apart.length + 1,
                apart[apart.length / 2],
                apart[apart.length * 99 / 100]);
        System.out.print(row);
        return row;
    }

    private static void move(Camera camera, int pulse, boolean pans) {
        if (pans) {
            double unit = camera.getMetrics().lengthToGu(
                    1, org.graphstream.ui.graphicGraph.stylesheet.StyleConstants.Units.PX);
            var center = camera.getViewCenter();
            camera.setViewCenter(
                    center.x + Math.sin(pulse / 20.0) * 12 * unit, center.y + 5 * Math.cos(pulse / 13.0) * unit, 0);
        } else {
            camera.setViewPercent(camera.getViewPercent() * (pulse / 60 % 2 == 0 ? 1 / 1.02 : 1.02));
        }
    }
}
