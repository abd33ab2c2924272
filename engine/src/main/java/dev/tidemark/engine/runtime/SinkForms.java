package dev.tidemark.engine.runtime;

import dev.tidemark.engine.runtime.OutsideSink.Known;
import dev.tidemark.engine.sink.Sink;
import dev.tidemark.engine.sink.SupportsCommitter;
import dev.tidemark.engine.sink.SupportsWriterState;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How what a sink keeps is written as bytes. */
record SinkForms(
        Codec<Object> input,
        @Nullable Codec<Object> committables,
        @Nullable Codec<Object> states) {

    @SuppressWarnings("unchecked")
    static SinkForms of(Sink<Object> sink, Codec<Object> input) {
        return new SinkForms(
                input,
                sink instanceof SupportsCommitter
                        ? ((SupportsCommitter<Object, Object>) sink).committableCodec()
                        : null,
                sink instanceof SupportsWriterState
                        ? ((SupportsWriterState<Object, Object>) sink).writerStateCodec()
                        : null);
    }

    private Codec<Object> committable() {
        if (committables == null) {
            throw new IllegalStateException("a writer gave committables, and its sink has no committer for them; "
                    + "make the sink a SupportsCommitter");
        }
        return committables;
    }

    private Codec<Object> state() {
        if (states == null) {
            throw new IllegalStateException("a writer gave state, and its sink can't give that back to another; "
                    + "make the sink a SupportsWriterState");
        }
        return states;
    }

    /** Neither committables nor state. */
    byte[] nothing() {
        return answer(List.of(), List.of());
    }

    byte[] answer(List<Object> prepared, List<Object> remembered) {
        ByteSink out = new ByteSink();
        SinkShare.writeAll(
                prepared.stream().map(each -> committable().bytes(each)).toList(), out);
        SinkShare.writeAll(remembered.stream().map(each -> state().bytes(each)).toList(), out);
        return out.toBytes();
    }

    List<Object> committables(List<byte[]> stored) {
        return stored.stream().map(committable()::fromBytes).toList();
    }

    /** Why committables were given up, as the answer of a commit. */
    byte[] reasons(List<String> givenUp) {
        ByteSink out = new ByteSink();
        out.writeLength(givenUp.size());
        givenUp.forEach(out::writeString);
        return out.toBytes();
    }

    List<String> reasons(byte[] answer) {
        List<String> reasons = new ArrayList<>();
        ByteSource in = new ByteSource(answer);
        for (int left = in.readLength(); left > 0; left--) {
            reasons.add(in.readString());
        }
        return reasons;
    }

    Known known(SinkShare own, SinkShare all) {
        List<byte[]> pending = all.committables();
        return new Known(read(all.states()), pending.isEmpty() ? List.of() : committables(pending), read(own.states()));
    }

    private List<Object> read(List<byte[]> remembered) {
        return remembered.stream().map(each -> state().fromBytes(each)).toList();
    }
}
