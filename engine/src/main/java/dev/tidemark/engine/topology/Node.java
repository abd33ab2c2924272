package dev.tidemark.engine.topology;

import dev.tidemark.engine.state.codec.Codec;
import java.util.List;
import java.util.Map;

/**
 * One operator of a topology.
 *
 * @param id position in the topology; inputs have smaller ids
 * @param name unique; operators are asked about by it
 * @param uid unique; state is matched by it
 * @param kind what it is, in a word: source, map, window, sink, …
 * @param description its parameters in words
 * @param parallelism number of subtasks, 0 for the simulation's default
 * @param output codec of what it emits
 * @param sides codecs of its side outputs by name
 */
public record Node(
        int id,
        String name,
        String uid,
        String kind,
        String description,
        int parallelism,
        Codec<Object> output,
        Map<String, Codec<Object>> sides,
        List<Edge> inputs,
        Role role) {
    public Node {
        inputs = List.copyOf(inputs);
    }

    /** Whether its input is keyed. */
    public boolean keyed() {
        return inputs.stream().anyMatch(edge -> edge.partitioning() instanceof Partitioning.Hash);
    }

    /** Whether it has windows that can be looked at. */
    public boolean windowed() {
        return role instanceof Role.OperatorRole operator && operator.spec().windowed();
    }

    /** The input as which the watermarks of an input are merged: itself, or the first where all are merged as one. */
    public int mergedInput(int input) {
        return role instanceof Role.OperatorRole operator && operator.spec().united() ? 0 : input;
    }

    /** The node without its functions: what is compared. */
    String structure() {
        StringBuilder text = new StringBuilder();
        text.append(name).append(" (").append(kind);
        if (!description.isEmpty()) {
            text.append(": ").append(description);
        }
        text.append(parallelism > 0 ? ", parallelism " + parallelism : "").append(')');
        if (!uid.equals(name)) {
            text.append(" uid ").append(uid);
        }
        return text.append(" -> ").append(output.typeName()).toString();
    }
}
