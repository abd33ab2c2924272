package dev.tidemark.engine.async;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.List;

/**
 * What came of a call: results, or what went wrong.
 *
 * @param error what went wrong; empty when there are results
 * @param rejected whether the retry strategy wants another attempt
 */
record Answer(List<Object> results, String error, boolean rejected) {
    /** There was none: a time-out was left to the answer that may still come. */
    static final Answer NONE = new Answer(List.of(), "none", true);

    Answer {
        results = List.copyOf(results);
    }

    boolean failed() {
        return !error.isEmpty();
    }

    void write(Codec<List<Object>> codec, ByteSink out) {
        codec.write(results, out);
        out.writeString(error);
        out.writeBoolean(rejected);
    }

    static Answer read(Codec<List<Object>> codec, ByteSource in) {
        return new Answer(codec.read(in), in.readString(), in.readBoolean());
    }
}
