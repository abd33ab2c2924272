package dev.tidemark.benchmarks.jmh;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.tidemark.benchmarks.event.Event;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to write a record and to read it back, and how many bytes that are: by its codec, and by Kryo 5.6.2 with all classes
 * registered, no references, and without the byte for the class of the whole.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CodecBenchmark {
    /** The size of what was written last. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Size {
        /** In bytes, added up over the iterations. */
        public long bytes;
    }

    /** Which record. */
    @Param({"event", "bid", "auction", "person", "order", "payments", "statistics"})
    public String kind = "event";

    private final Kryo kryo = new Kryo();
    private final Output output = new Output(4096, -1);
    private final Input input = new Input();
    private final ByteSink sink = new ByteSink(4096);
    private Object value = CodecSamples.of("event");
    private Codec<Object> codec = codec(Event.class);

    /** Makes the record and what writes it. */
    @Setup
    public void prepare() {
        value = CodecSamples.of(kind);
        codec = codec(value.getClass());
        CodecSamples.CLASSES.forEach(kryo::register);
        kryo.setReferences(false);
    }

    @SuppressWarnings("unchecked") // only its own values are given to it
    private static Codec<Object> codec(Class<?> type) {
        return (Codec<Object>) Codecs.of(type);
    }

    /** By the codec. */
    @Benchmark
    public Object byCodec(Size size) {
        sink.reset();
        codec.write(value, sink);
        size.bytes = sink.size();
        return codec.read(new ByteSource(sink.array(), 0, sink.size()));
    }

    /** By Kryo. */
    @Benchmark
    public Object byKryo(Size size) {
        output.reset();
        kryo.writeObject(output, value);
        size.bytes = output.position();
        input.setBuffer(output.getBuffer(), 0, output.position());
        return kryo.readObject(input, value.getClass());
    }
}
