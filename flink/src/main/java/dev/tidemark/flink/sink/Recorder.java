package dev.tidemark.flink.sink;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.function.SinkFunction;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.function.FlinkContext;
import dev.tidemark.flink.type.CodecSerializer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Notes what a sink gets, or what is late, with its times, and hands it to the user's function, if there is one. */
public final class Recorder extends ProcessFunction<Object, Arrived> implements CheckpointListener {
    private static final long serialVersionUID = 1L;

    private final int topology;
    private final String operator;
    private final int late;
    private final CodecSerializer<Object> serializer;
    private final @Nullable Carried<SinkFunction<Object>> function;
    private long checkpoints;

    /**
     * A recorder.
     *
     * @param late the input whose late elements it notes, or {@link Arrived#IN_TIME} for results
     */
    public Recorder(
            int topology,
            String operator,
            int late,
            CodecSerializer<Object> serializer,
            @Nullable Carried<SinkFunction<Object>> function) {
        this.topology = topology;
        this.operator = operator;
        this.late = late;
        this.serializer = serializer;
        this.function = function;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        if (function != null) {
            FlinkContext.open(function, getRuntimeContext());
        }
    }

    @Override
    public void processElement(Object value, Context context, Collector<Arrived> out) throws Exception {
        Long timestamp = context.timestamp();
        out.collect(new Arrived(
                topology,
                operator,
                late,
                serializer.codec().bytes(value),
                timestamp == null ? Event.NO_TIMESTAMP : timestamp,
                context.timerService().currentWatermark(),
                getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(),
                checkpoints));
        if (function != null) {
            function.get().write(value);
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        checkpoints++;
    }
}
