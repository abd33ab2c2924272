package dev.tidemark.flink.sink;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.function.SinkFunction;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.type.CodecSerializer;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** A sink: notes each result with its times, and hands it to the user's function, if there is one. */
public final class Recorder extends ProcessFunction<Object, Arrived> implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final int topology;
    private final String sink;
    private final CodecSerializer<Object> serializer;
    private final @Nullable Carried<SinkFunction<Object>> function;
    private long checkpoint;

    public Recorder(
            int topology,
            String sink,
            CodecSerializer<Object> serializer,
            @Nullable Carried<SinkFunction<Object>> function) {
        this.topology = topology;
        this.sink = sink;
        this.serializer = serializer;
        this.function = function;
    }

    @Override
    public void processElement(Object value, Context context, Collector<Arrived> out) throws Exception {
        Long timestamp = context.timestamp();
        out.collect(new Arrived(
                topology,
                sink,
                serializer.codec().bytes(value),
                timestamp == null ? Event.NO_TIMESTAMP : timestamp,
                context.timerService().currentWatermark(),
                getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(),
                checkpoint));
        if (function != null) {
            function.get().write(value);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        checkpoint = context.getCheckpointId();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {}
}
