package dev.tidemark.flink;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.flink.sink.Arrived;
import dev.tidemark.flink.source.Pace;
import dev.tidemark.flink.translate.Part;
import java.util.ArrayList;
import java.util.List;

/** Takes the results of a job apart: for each topology what its sinks got. */
final class Results {
    private final List<Part> parts;
    private final List<FlinkRun> runs = new ArrayList<>();

    Results(List<Part> parts) {
        this.parts = parts;
        for (Part part : parts) {
            runs.add(new FlinkRun(part.topology().nodes().stream()
                    .filter(node -> node.role() instanceof Role.SinkRole)
                    .map(Node::name)
                    .toList()));
        }
    }

    void take(Arrived result) {
        Part part = parts.get(result.topology());
        Node node = part.topology().node(result.operator());
        Codec<Object> codec = result.isLate() ? part.inputOf(node, result.late()) : node.output();
        Received<Object> received = new Received<>(
                codec.fromBytes(result.value()),
                result.timestamp(),
                result.watermark(),
                result.subtask(),
                part.pace().free() ? -1 : Pace.line(result.checkpoints()));
        if (result.isLate()) {
            runs.get(result.topology()).addLate(result.operator(), received);
        } else {
            runs.get(result.topology()).add(result.operator(), received);
        }
    }

    List<FlinkRun> runs() {
        return runs;
    }
}
