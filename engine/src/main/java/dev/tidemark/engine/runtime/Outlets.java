package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where an operator's elements go besides its main output, and everything that leaves its task. */
final class Outlets {
    private final Map<String, List<Target>> sides = new LinkedHashMap<>();
    private final List<Target.Network> network = new ArrayList<>();

    /** A target of a side output. */
    void side(String tag, Target target) {
        sides.computeIfAbsent(tag, any -> new ArrayList<>()).add(target);
    }

    /** Channels of any output. */
    void network(Target.Network channels) {
        network.add(channels);
    }

    boolean hasSide(String tag) {
        return sides.containsKey(tag);
    }

    void emitSide(String tag, Object value, long timestamp) {
        List<Target> targets = sides.get(tag);
        if (targets != null) {
            for (Target target : targets) {
                target.element(value, timestamp);
            }
        }
    }

    /** Sends into every channel of every edge. */
    void broadcast(StreamElement element) {
        for (Target.Network edge : network) {
            for (Channel channel : edge.channels()) {
                channel.send(element);
            }
        }
    }

    void snapshot(ByteSink out) {
        for (Target.Network edge : network) {
            if (edge instanceof Target.Counting turns) {
                out.writeVarInt(turns.next());
            }
        }
    }

    void restore(ByteSource in) {
        for (Target.Network edge : network) {
            if (edge instanceof Target.Counting turns) {
                turns.next(in.readVarInt());
            }
        }
    }
}
