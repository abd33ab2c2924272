package dev.tidemark.timetravel;

import dev.tidemark.engine.RunView;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much each sink with a function has handed over: going back does not bring it back. */
final class Committed {
    private final Map<String, Integer> written = new LinkedHashMap<>();

    Committed(RunView run, Topology topology) {
        for (Node node : topology.nodes()) {
            if (node.role() instanceof Role.SinkRole sink && sink.writes()) {
                written.put(node.name(), run.output(node.name()).size());
            }
        }
    }

    /** What stays outside now that the run has gone elsewhere, as the end of a sentence; empty for nothing. */
    String stayed(RunView run) {
        StringBuilder text = new StringBuilder();
        written.forEach((sink, before) -> {
            int more = before - run.output(sink).size();
            if (more > 0) {
                text.append("; ")
                        .append(more)
                        .append(more == 1 ? " result" : " results")
                        .append(" that sink '");
                text.append(sink)
                        .append("' wrote after that ")
                        .append(more == 1 ? "stays" : "stay")
                        .append(" outside");
            }
        });
        return text.toString();
    }
}
