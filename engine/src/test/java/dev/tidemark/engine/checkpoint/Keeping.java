package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.operator.CheckpointedOperator;
import dev.tidemark.engine.operator.OperatorContext;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.operator.Redistribution;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps every word that it has seen, as an entry each; the word "?" makes it say what it keeps. */
final class Keeping implements CheckpointedOperator {
    private final Redistribution redistribution;
    private final List<String> words = new ArrayList<>();
    private @Nullable OperatorContext context;

    private Keeping(Redistribution redistribution) {
        this.redistribution = redistribution;
    }

    /** Words from 'in', partition p of which goes to subtask 0 and so on, through 'keep' to 'out'. */
    static Topology topology(Redistribution redistribution) {
        Pipeline pipeline = Pipeline.create("keeping");
        pipeline.source("in", String.class, Watermarks.byHand())
                .partitionCustom((Integer to, int subtasks) -> to % subtasks, word -> word.charAt(0) - '0')
                .map(word -> word)
                .name("keep")
                .collect("out");
        Topology plain = pipeline.build();
        OperatorSpec spec = () -> new Keeping(redistribution);
        List<Node> nodes = plain.nodes().stream()
                .map(node -> node.name().equals("keep") ? with(node, spec) : node)
                .toList();
        return new Topology(plain.name(), nodes, List.of());
    }

    private static Node with(Node node, OperatorSpec spec) {
        return new Node(
                node.id(),
                node.name(),
                node.uid(),
                node.kind(),
                node.description(),
                node.parallelism(),
                node.output(),
                node.sides(),
                node.inputs(),
                new Role.OperatorRole(spec));
    }

    @Override
    public void open(OperatorContext given) {
        context = given;
    }

    @Override
    public void element(Object value, long timestamp) {
        String word = value.toString().substring(1);
        if (word.equals("?")) {
            OperatorContext at = Objects.requireNonNull(context);
            at.emit(at.subtask() + " keeps " + words, timestamp);
        } else {
            words.add(word);
        }
    }

    @Override
    public Redistribution redistribution() {
        return redistribution;
    }

    @Override
    public List<byte[]> checkpointed() {
        List<byte[]> entries = new ArrayList<>();
        for (String word : words) {
            ByteSink out = new ByteSink();
            out.writeString(word);
            entries.add(out.toBytes());
        }
        return entries;
    }

    @Override
    public void resume(List<byte[]> entries) {
        if (entries.stream()
                .anyMatch(bytes -> new ByteSource(bytes).readString().equals("poison"))) {
            throw new IllegalStateException("poisoned");
        }
        entries.forEach(bytes -> words.add(new ByteSource(bytes).readString()));
    }

    @Override
    public void snapshot(ByteSink out) {
        out.writeLength(words.size());
        words.forEach(out::writeString);
    }

    @Override
    public void restore(ByteSource in) {
        for (int left = in.readLength(); left > 0; left--) {
            words.add(in.readString());
        }
    }
}
