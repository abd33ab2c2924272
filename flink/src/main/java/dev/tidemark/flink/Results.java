package dev.tidemark.flink;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.flink.sink.Arrived;
import dev.tidemark.flink.source.Pace;
import dev.tidemark.flink.translate.Part;
import java.util.ArrayList;
import java.util.List;

/** Takes the results of a job apart: for each topology what its sinks got, until its script was over. */
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
        long round = Pace.roundAfter(result.checkpoint());
        boolean scripted = part.script() != null;
        if (scripted && round > part.pace().rounds()) {
            return; // the job ends here, which the script does not say
        }
        Codec<Object> codec = part.topology().node(result.sink()).output();
        runs.get(result.topology())
                .add(
                        result.sink(),
                        new Received<>(
                                codec.fromBytes(result.value()),
                                result.timestamp(),
                                result.watermark(),
                                result.subtask(),
                                scripted ? part.pace().lineOf(round) : -1));
    }

    List<FlinkRun> runs() {
        return runs;
    }
}
