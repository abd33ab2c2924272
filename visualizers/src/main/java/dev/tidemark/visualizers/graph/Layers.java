package dev.tidemark.visualizers.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which layer each operator stands in, and where in it. A long edge passes through a waypoint in every layer between its ends,
 * so that it goes around the operators there.
 */
final class Layers {
    private static final int SWEEPS = 8;

    private final List<List<String>> layers;
    private final Map<JobEdge, List<String>> routes;

    private Layers(List<List<String>> layers, Map<JobEdge, List<String>> routes) {
        this.layers = layers;
        this.routes = routes;
    }

    static Layers of(JobGraph graph) {
        Map<String, Integer> depths = depths(graph);
        List<List<String>> layers = new ArrayList<>();
        for (JobNode node : graph.nodes()) {
            place(layers, depths.getOrDefault(node.id(), 0), node.id());
        }
        Map<JobEdge, List<String>> routes = new LinkedHashMap<>();
        for (int i = 0; i < graph.edges().size(); i++) {
            JobEdge edge = graph.edges().get(i);
            List<String> route = new ArrayList<>(List.of(edge.from()));
            for (int depth = depths.getOrDefault(edge.from(), 0) + 1;
                    depth < depths.getOrDefault(edge.to(), 0);
                    depth++) {
                String waypoint = "\u0000" + i + "/" + depth;
                place(layers, depth, waypoint);
                route.add(waypoint);
            }
            route.add(edge.to());
            routes.put(edge, route);
        }
        Layers placed = new Layers(layers, routes);
        placed.untangle();
        return placed;
    }

    List<List<String>> layers() {
        return layers;
    }

    /** The stations of an edge: its operators and the waypoints between them. */
    List<String> route(JobEdge edge) {
        return routes.getOrDefault(edge, List.of(edge.from(), edge.to()));
    }

    private static void place(List<List<String>> layers, int depth, String id) {
        while (layers.size() <= depth) {
            layers.add(new ArrayList<>());
        }
        layers.get(depth).add(id);
    }

    /** The longest way from a source; edges that lead back to an operator under way do not count. */
    private static Map<String, Integer> depths(JobGraph graph) {
        Map<String, Integer> depths = new HashMap<>();
        for (JobNode node : graph.nodes()) {
            depth(graph, node.id(), depths, new ArrayList<>());
        }
        return depths;
    }

    private static int depth(JobGraph graph, String id, Map<String, Integer> depths, List<String> underWay) {
        Integer known = depths.get(id);
        if (known != null) {
            return known;
        }
        underWay.add(id);
        int depth = 0;
        for (JobEdge edge : graph.edges()) {
            if (edge.to().equals(id) && !underWay.contains(edge.from())) {
                depth = Math.max(depth, depth(graph, edge.from(), depths, underWay) + 1);
            }
        }
        underWay.remove(id);
        depths.put(id, depth);
        return depth;
    }

    /** Moves each station to the middle of its neighbours, forwards and backwards in turn. */
    private void untangle() {
        Map<String, List<String>> before = new HashMap<>();
        Map<String, List<String>> after = new HashMap<>();
        for (List<String> route : routes.values()) {
            for (int i = 1; i < route.size(); i++) {
                before.computeIfAbsent(route.get(i), id -> new ArrayList<>()).add(route.get(i - 1));
                after.computeIfAbsent(route.get(i - 1), id -> new ArrayList<>()).add(route.get(i));
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            Map<String, List<String>> neighbours = sweep % 2 == 0 ? before : after;
            Map<String, Double> places = places();
            for (List<String> layer : layers) {
                Map<String, Double> middles = new HashMap<>();
                for (String id : layer) {
                    middles.put(
                            id,
                            neighbours.getOrDefault(id, List.of(id)).stream()
                                    .mapToDouble(near -> places.getOrDefault(near, 0.0))
                                    .average()
                                    .orElse(0));
                }
                layer.sort(Comparator.comparingDouble(id -> middles.getOrDefault(id, 0.0)));
            }
        }
    }

    private Map<String, Double> places() {
        Map<String, Double> places = new HashMap<>();
        for (List<String> layer : layers) {
            for (int i = 0; i < layer.size(); i++) {
                places.put(layer.get(i), i - (layer.size() - 1) / 2.0);
            }
        }
        return places;
    }
}
