package dev.tidemark.flink.function;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.flink.type.CodecTypeInformation;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The side outputs of an operator that somebody reads, as Flink's; what goes to any other is dropped. */
public final class Sides implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, OutputTag<Object>> tags = new TreeMap<>();

    private Sides() {}

    /** Those of a node. */
    public static Sides of(Node node) {
        Sides sides = new Sides();
        for (Map.Entry<String, Codec<Object>> side : node.sides().entrySet()) {
            sides.tags.put(side.getKey(), tag(side.getKey(), side.getValue()));
        }
        return sides;
    }

    /** A side output with the type that a codec writes. */
    public static OutputTag<Object> tag(String name, Codec<Object> codec) {
        return new OutputTag<>(name, CodecTypeInformation.of(codec));
    }

    /** The side output of this name, or null when nobody reads it. */
    public @Nullable OutputTag<Object> find(String name) {
        return tags.get(name);
    }

    /** The side output of this name. */
    public OutputTag<Object> get(String name) {
        return Objects.requireNonNull(tags.get(name), name);
    }
}
