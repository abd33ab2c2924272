package dev.tidemark.flink;

import dev.tidemark.engine.Collected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came out of a topology on Flink. Between subtasks of a sink, results have no order. */
public final class FlinkRun {
    private final Map<String, List<Received<Object>>> sinks = new LinkedHashMap<>();
    private final Map<String, List<Received<Object>>> late = new LinkedHashMap<>();

    FlinkRun(List<String> names) {
        names.forEach(name -> sinks.put(name, new ArrayList<>()));
    }

    void addLate(String operator, Received<Object> element) {
        late.computeIfAbsent(operator, any -> new ArrayList<>()).add(element);
    }

    void add(String sink, Received<Object> result) {
        received(sink).add(result);
    }

    private List<Received<Object>> received(String sink) {
        List<Received<Object>> found = sinks.get(sink);
        if (found == null) {
            throw new IllegalArgumentException("no sink is named '" + sink + "'; there are " + sinks.keySet());
        }
        return found;
    }

    /** The values that a sink got. */
    @SuppressWarnings("unchecked") // the handle was made with the sink's type
    public <T> List<T> output(Collected<T> sink) {
        return (List<T>) received(sink.sink()).stream().map(Received::value).toList();
    }

    /** What a sink got, each result with its times. */
    public List<Received<Object>> output(String sink) {
        return List.copyOf(received(sink));
    }

    /** What was late for all windows of an operator, in a run of a script. */
    public List<Received<Object>> late(String operator) {
        return List.copyOf(late.getOrDefault(operator, List.of()));
    }
}
