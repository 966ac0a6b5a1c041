package tendril.bench;

import java.util.Arrays;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.UndirectedGraph;
import org.gephi.layout.plugin.force.StepDisplacement;
import org.gephi.layout.plugin.force.yifanHu.YifanHuLayout;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.spi.Layout;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** A layout of the Gephi toolkit with its own usual settings. */
record GephiPeer(String name, int nodesMax) implements LayoutPeer {
    static final String FORCE_ATLAS = "Gephi ForceAtlas2";
    static final String YIFAN_HU = "Gephi Yifan Hu";
    private static final int THREADS = 2;

    @Override
    public void arrange(LayoutCase graph, long seed, Trail trail) {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        GraphModel model =
                Lookup.getDefault().lookup(GraphController.class).getGraphModel(projects.getCurrentWorkspace());
        Node[] nodes = fill(graph, model, seed);
        Layout layout =
                name.equals(FORCE_ATLAS) ? new ForceAtlas2(null) : new YifanHuLayout(null, new StepDisplacement(1f));
        layout.setGraphModel(model);
        layout.resetPropertiesValues();
        if (layout instanceof ForceAtlas2 atlas) {
            atlas.setThreadsCount(THREADS);
        }
        trail.begin();
        layout.initAlgo();
        boolean more = true;
        while (more && layout.canAlgo()) {
            layout.goAlgo();
            more = trail.step(() -> places(nodes));
        }
        trail.end(() -> places(nodes));
        layout.endAlgo();
        projects.closeCurrentProject();
    }

    private static Node[] fill(LayoutCase graph, GraphModel model, long seed) {
        UndirectedGraph into = model.getUndirectedGraph();
        double[][] start = graph.randomSquare(seed);
        Node[] nodes = new Node[graph.size()];
        for (int node = 0; node < nodes.length; node++) {
            nodes[node] = model.factory().newNode(Integer.toString(node));
            nodes[node].setPosition((float) start[0][node], (float) start[1][node]);
            nodes[node].setSize(1);
            into.addNode(nodes[node]);
        }
        for (int link = 0; link < graph.from().length; link++) {
            into.addEdge(model.factory().newEdge(nodes[graph.from()[link]], nodes[graph.to()[link]], false));
        }
        return nodes;
    }

    private static double[][] places(Node[] nodes) {
        return new double[][] {
            Arrays.stream(nodes).mapToDouble(Node::x).toArray(),
            Arrays.stream(nodes).mapToDouble(Node::y).toArray()
        };
    }
}
