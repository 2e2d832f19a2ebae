package stemma.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import stemma.glossary.Lineage;

/**
 * Where the boxes and lines of a lineage stand, found by <a href="https://eclipse.dev/elk/">ELK's</a> layered layout: years
 * run downwards, and what is of one year stands together. All lengths are pixels.
 *
 * @param width of the whole
 * @param height of the whole
 * @param boxes in the order of the lineage's nodes
 * @param lines in the order of the lineage's edges
 */
record Layout(double width, double height, List<Box> boxes, List<Line> lines) {
    private static final double FONT = 14;
    static final double LEADING = 18;
    private static final double PADDING = 10;
    private static final double MARGIN = 24;

    /** A node's place: its upper left corner and its size. */
    record Box(Lineage.Node node, Caption caption, double x, double y, double width, double height) {}

    /** An edge's way: points, of which those between the first and the last come in threes and are a spline's. */
    record Line(Lineage.Edge edge, List<Point> points) {}

    /** A place. */
    record Point(double x, double y) {}

    static Layout of(Lineage lineage, String language) {
        ElkNode root = root();
        List<Integer> years = List.copyOf(new TreeSet<>(lineage.nodes().stream()
                .map(node -> node.item().year())
                .filter(Objects::nonNull)
                .toList()));
        Map<String, ElkNode> placed = new HashMap<>();
        Map<String, Caption> captions = new HashMap<>();
        for (Lineage.Node node : lineage.nodes()) {
            Caption caption = Caption.of(node.item().label().in(language));
            ElkNode box = ElkGraphUtil.createNode(root);
            box.setDimensions(caption.width() * FONT + 2 * PADDING, lines(caption, node) * LEADING + PADDING);
            if (node.item().year() != null) {
                // The first partition is the one at the bottom, where the lines begin.
                box.setProperty(
                        LayeredOptions.PARTITIONING_PARTITION,
                        years.size() - years.indexOf(node.item().year()));
            }
            placed.put(node.item().name(), box);
            captions.put(node.item().name(), caption);
        }
        List<ElkEdge> edges = new ArrayList<>();
        for (Lineage.Edge edge : lineage.edges()) {
            edges.add(ElkGraphUtil.createSimpleEdge(placed.get(edge.source()), placed.get(edge.target())));
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());

        List<Box> boxes = lineage.nodes().stream()
                .map(node -> {
                    ElkNode box = placed.get(node.item().name());
                    Caption caption = captions.get(node.item().name());
                    return new Box(node, caption, box.getX(), box.getY(), box.getWidth(), box.getHeight());
                })
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            lines.add(new Line(lineage.edges().get(i), points(edges.get(i))));
        }
        return new Layout(root.getWidth(), root.getHeight(), boxes, lines);
    }

    /** Those of the label, and one for the year. */
    private static int lines(Caption caption, Lineage.Node node) {
        return caption.lines().size() + (node.item().year() == null ? 0 : 1);
    }

    private static ElkNode root() {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(LayeredOptions.DIRECTION, Direction.UP);
        root.setProperty(LayeredOptions.PARTITIONING_ACTIVATE, true);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, MARGIN);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 2 * MARGIN);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        return root;
    }

    private static List<Point> points(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().getFirst();
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        return points;
    }
}
