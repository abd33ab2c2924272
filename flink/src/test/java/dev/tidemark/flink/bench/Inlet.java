package dev.tidemark.flink.bench;

import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.Input;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.io.PushingAsyncDataInput.DataOutput;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.StatusWatermarkValve;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.jspecify.annotations.Nullable;

/** One input of an operator: its channels meet in Flink's valve. */
final class Inlet implements DataOutput<Object> {
    private final Station station;
    private final int number;
    private final TypeSerializer<Object> serializer;
    private int channels;
    private int ended;
    private @Nullable StatusWatermarkValve valve;

    Inlet(Station station, int number, TypeSerializer<Object> serializer) {
        this.station = station;
        this.number = number;
        this.serializer = serializer;
    }

    int addChannel() {
        return channels++;
    }

    private StatusWatermarkValve valve() {
        StatusWatermarkValve known = valve;
        if (known == null) {
            known = new StatusWatermarkValve(channels);
            valve = known;
        }
        return known;
    }

    /** Something that may throw. */
    private interface Act {
        void run() throws Exception;
    }

    private static void act(Act act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element arrives, as a copy. */
    void element(StreamRecord<?> element) {
        Object value = serializer.copy(element.getValue());
        StreamRecord<Object> copy =
                element.hasTimestamp() ? new StreamRecord<>(value, element.getTimestamp()) : new StreamRecord<>(value);
        act(() -> emitRecord(copy));
    }

    void watermark(int channel, Watermark watermark) {
        act(() -> valve().inputWatermark(watermark, channel, this));
    }

    void status(int channel, WatermarkStatus status) {
        act(() -> valve().inputWatermarkStatus(status, channel, this));
    }

    /** A channel is over; when all are, the operator's input is. */
    void end(int channel) throws Exception {
        if (++ended < channels) {
            return;
        }
        AbstractStreamOperator<Object> operator = station.operator();
        if (operator instanceof BoundedOneInput one) {
            one.endInput();
        } else if (operator instanceof BoundedMultiInput many) {
            many.endInput(number + 1);
        }
        station.inletEnded();
    }

    @SuppressWarnings("unchecked")
    private @Nullable Input<Object> one() {
        return (Object) station.operator() instanceof Input<?> input ? (Input<Object>) input : null;
    }

    @SuppressWarnings("unchecked")
    private TwoInputStreamOperator<Object, Object, Object> two() {
        return Objects.requireNonNull((TwoInputStreamOperator<Object, Object, Object>) (Object) station.operator());
    }

    @Override
    public void emitRecord(StreamRecord<Object> element) throws Exception {
        Input<Object> input = one();
        if (input != null) {
            input.setKeyContextElement(element);
            input.processElement(element);
        } else if (number == 0) {
            two().setKeyContextElement1(element);
            two().processElement1(element);
        } else {
            two().setKeyContextElement2(element);
            two().processElement2(element);
        }
    }

    @Override
    public void emitWatermark(Watermark watermark) throws Exception {
        Input<Object> input = one();
        if (input != null) {
            input.processWatermark(watermark);
        } else if (number == 0) {
            two().processWatermark1(watermark);
        } else {
            two().processWatermark2(watermark);
        }
    }

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) throws Exception {
        Input<Object> input = one();
        if (input != null) {
            input.processWatermarkStatus(status);
        } else if (number == 0) {
            two().processWatermarkStatus1(status);
        } else {
            two().processWatermarkStatus2(status);
        }
    }

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {}

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {}

    @Override
    public void emitWatermark(WatermarkEvent watermark) {}
}
