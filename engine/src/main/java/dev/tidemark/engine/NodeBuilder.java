package dev.tidemark.engine;

import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.topology.Edge;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Partitioning;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.window.WindowLogic;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An operator while its pipeline is being built: its name, type and role can still change. */
final class NodeBuilder {
    /** The kinds of operators that have windows. */
    private static final List<String> WITH_PANES = List.of("window", "join", "co-group");

    /** An input whose partitioning is decided when the topology is made. */
    private record Input(NodeBuilder from, @Nullable String side, int index, Supplier<Partitioning> partitioning) {}

    private final int id;
    private final String kind;
    private final String description;
    private final List<Input> inputs = new ArrayList<>();
    private final Map<String, Type> sides = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private String name;
    private @Nullable String uid;
    private int parallelism;
    private @Nullable String whyAlone;
    private Optional<Type> type;
    private @Nullable Supplier<Role> role;

    NodeBuilder(int id, String name, String kind, String description, Optional<Type> type) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.description = description;
        this.type = type;
    }

    int id() {
        return id;
    }

    String name() {
        return name;
    }

    String uid() {
        return uid == null ? name : uid;
    }

    List<String> warnings() {
        return warnings;
    }

    Optional<Type> type() {
        return type;
    }

    void named(String given) {
        if (given.isBlank()) {
            throw new IllegalArgumentException("an operator's name is blank; give it a word that says what it does");
        }
        this.name = given;
    }

    void identified(String given) {
        this.uid = given;
    }

    void typed(Type given) {
        this.type = Optional.of(given);
    }

    void parallel(int subtasks) {
        if (subtasks < 1) {
            throw new IllegalArgumentException(
                    "operator '" + name + "' has parallelism " + subtasks + "; it must be at least 1");
        }
        if (subtasks > 1 && whyAlone != null) {
            throw new IllegalArgumentException("operator '" + name + "' has parallelism " + subtasks + "; " + whyAlone);
        }
        this.parallelism = subtasks;
    }

    /** There is one subtask whatever the run says; {@code why} tells what to do instead. */
    void alone(String why) {
        parallel(1);
        whyAlone = why;
    }

    void input(NodeBuilder from, @Nullable String side, Supplier<Partitioning> partitioning) {
        input(from, side, 0, partitioning);
    }

    /** An input of an operator that has two; {@code index} is 0 or 1. */
    void input(NodeBuilder from, @Nullable String side, int index, Supplier<Partitioning> partitioning) {
        inputs.add(new Input(from, side, index, partitioning));
    }

    void side(String tag, Type sideType) {
        Type known = sides.putIfAbsent(tag, sideType);
        if (known != null && !known.equals(sideType)) {
            throw new IllegalArgumentException("side output '" + tag + "' of '" + name + "' is used with two types, "
                    + known.getTypeName() + " and " + sideType.getTypeName() + "; give one of them another name");
        }
    }

    /** A side output that the user names. */
    void side(OutputTag<?> tag) {
        if (WITH_PANES.contains(kind) && tag.name().equals(WindowLogic.PANES)) {
            throw new IllegalArgumentException("the side output '" + WindowLogic.PANES + "' of windows such as '" + name
                    + "' is taken: it is what panes() reads; give your tag another name");
        }
        side(tag.name(), tag.type());
    }

    void role(Supplier<Role> given) {
        this.role = given;
    }

    /** What the operator does. */
    void does(Supplier<OperatorSpec> spec) {
        role(() -> new Role.OperatorRole(spec.get()));
    }

    void warn(String text) {
        warnings.add(text);
    }

    /** The codec of what the operator emits. */
    @SuppressWarnings("unchecked")
    Codec<Object> codec() {
        Type known = type.orElseThrow(() -> new IllegalArgumentException("the type of what '" + name
                + "' emits can't be read from its function; say it after the operator: .returns(Result.class), or "
                + ".returns(new TypeToken<List<String>>() {}) for a generic type"));
        return (Codec<Object>) codecOf(known);
    }

    private Codec<?> codecOf(Type of) {
        try {
            return Codecs.of(of);
        } catch (CodecException e) {
            throw new IllegalArgumentException(
                    "what '" + name + "' emits can't be stored or sent: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    Node build() {
        Map<String, Codec<Object>> sideCodecs = new LinkedHashMap<>();
        sides.forEach((tag, sideType) -> sideCodecs.put(tag, (Codec<Object>) codecOf(sideType)));
        List<Edge> edges = new ArrayList<>();
        for (Input input : inputs) {
            edges.add(new Edge(
                    input.from().id(),
                    input.side(),
                    input.index(),
                    input.partitioning().get()));
        }
        Role made = java.util.Objects.requireNonNull(role).get();
        return new Node(id, name, uid(), kind, description, parallelism, codec(), sideCodecs, edges, made);
    }
}
