package dev.tidemark.flink.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** One operator of Flink's, with the lines to those that read from it. */
class Station implements Output<StreamRecord<Object>>, AutoCloseable {
    /** A line to an input of another operator. */
    private record Line(@Nullable OutputTag<?> side, Inlet to, int channel) {}

    private final AbstractStreamOperatorTestHarness<Object> harness;
    private final StationTimers timers;
    private final HandClock clock;
    private final List<Line> lines = new ArrayList<>();
    private int openInlets;
    private WatermarkStatus announced = WatermarkStatus.ACTIVE;

    @SuppressWarnings("unchecked")
    Station(StreamNode node, HandClock clock, HandMailbox mailbox, Coordinator coordinator) throws Exception {
        this.clock = clock;
        this.timers = new StationTimers(clock);
        StreamOperatorFactory<Object> factory =
                (StreamOperatorFactory<Object>) Objects.requireNonNull(node.getOperatorFactory());
        harness = new AbstractStreamOperatorTestHarness<>(
                new HandTimedFactory(factory, timers, mailbox, coordinator, this),
                Math.max(node.getMaxParallelism(), 128),
                1,
                0);
        KeySelector<?, ?>[] selectors = node.getStatePartitioners();
        for (int i = 0; i < selectors.length; i++) {
            harness.getStreamConfig().setStatePartitioner(i, selectors[i]);
        }
        if (node.getStateKeySerializer() != null) {
            harness.getStreamConfig().setStateKeySerializer(node.getStateKeySerializer());
        }
        harness.getStreamConfig().setupNetworkInputs(node.getTypeSerializersIn());
        harness.getStreamConfig().serializeAllConfigs();
        harness.setup((TypeSerializer<Object>) node.getTypeSerializerOut());
    }

    /** A new input, the first being 0. */
    final Inlet inlet(int number, TypeSerializer<Object> serializer) {
        openInlets++;
        return new Inlet(this, number, serializer);
    }

    final void inletEnded() throws Exception {
        if (--openInlets == 0) {
            finish();
        }
    }

    final void connect(@Nullable OutputTag<?> side, Inlet to) {
        lines.add(new Line(side, to, to.addChannel()));
    }

    /** How far apart the probes of watermarks are. */
    final void probing(long everyMillis) {
        harness.getExecutionConfig().setAutoWatermarkInterval(everyMillis);
    }

    final void open() throws Exception {
        harness.initializeEmptyState();
        harness.open();
    }

    final AbstractStreamOperator<Object> operator() {
        return harness.getOperator();
    }

    /** The state's clock, for time to live, is the bench's too. */
    final void tick() {
        harness.setStateTtlProcessingTime(clock.absoluteTimeMillis());
    }

    /** Nothing more comes in: no timer of processing time fires any more, and those behind are told. */
    @SuppressWarnings("FutureReturnValueIgnored") // complete at once: nothing runs beside this thread
    final void finish() throws Exception {
        timers.quiesce();
        operator().finish();
        for (Line line : lines) {
            line.to.end(line.channel);
        }
    }

    @Override
    public void collect(StreamRecord<Object> element) {
        send(null, element);
    }

    @Override
    public <X> void collect(OutputTag<X> tag, StreamRecord<X> element) {
        send(tag, element);
    }

    private void send(@Nullable OutputTag<?> tag, StreamRecord<?> element) {
        for (Line line : lines) {
            if (Objects.equals(line.side, tag)) {
                line.to.element(element);
            }
        }
    }

    /** As every output of Flink's: who has said that it is idle sends no watermarks. */
    @Override
    public void emitWatermark(Watermark watermark) {
        if (announced.isIdle()) {
            return;
        }
        for (Line line : lines) {
            line.to.watermark(line.channel, watermark);
        }
    }

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {
        if (announced.equals(status)) {
            return;
        }
        announced = status;
        for (Line line : lines) {
            line.to.status(line.channel, status);
        }
    }

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {}

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {}

    @Override
    public void emitWatermark(WatermarkEvent watermark) {}

    /** A test ends when it ends: what is still open is dropped. */
    @Override
    public void close() {}

    final void shut() throws Exception {
        harness.close();
    }
}
