package dev.tidemark.flink.bench;

import dev.tidemark.engine.time.Alignment;
import dev.tidemark.flink.source.Pace;
import dev.tidemark.flink.source.PlayedSplit;
import java.lang.reflect.Field;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.runtime.source.event.AddSplitEvent;
import org.apache.flink.runtime.source.event.NoMoreSplitsEvent;
import org.apache.flink.runtime.source.event.WatermarkAlignmentEvent;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.SourceOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.io.DataInputStatus;
import org.apache.flink.streaming.runtime.io.PushingAsyncDataInput.DataOutput;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.StreamTask;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/** A source of Flink's: plays its part of a script line by line. */
final class SourceStation extends Station implements DataOutput<Object> {
    private final HandClock clock;
    private final Turns turns;
    private final Coordinator coordinator;
    private boolean playing;
    private boolean over;
    private long completed;

    SourceStation(StreamNode node, HandClock clock, Turns turns, Coordinator coordinator) throws Exception {
        super(node, clock, new HandMailbox(clock, turns), coordinator);
        this.coordinator = coordinator;
        this.clock = clock;
        this.turns = turns;
        readOneByOne();
    }

    /** Flink's task would read on until a mail comes, which it knows by its thread; here mails are looked at after each element. */
    private void readOneByOne() throws ReflectiveOperationException {
        Field checker = SourceOperator.class.getDeclaredField("canEmitBatchOfRecords");
        checker.setAccessible(true);
        StreamTask.CanEmitBatchOfRecordsChecker never = () -> false;
        checker.set(source(), never);
    }

    @SuppressWarnings("unchecked")
    private SourceOperator<Object, PlayedSplit> source() {
        return (SourceOperator<Object, PlayedSplit>) (Object) operator();
    }

    /** Takes all partitions, and starts to probe its watermarks. */
    void begin(int partitions, SimpleVersionedSerializer<PlayedSplit> serializer) throws Exception {
        List<PlayedSplit> splits = IntStream.range(0, partitions)
                .mapToObj(i -> new PlayedSplit(i, 0))
                .toList();
        source().handleOperatorEvent(new AddSplitEvent<>(splits, serializer));
        source().handleOperatorEvent(new NoMoreSplitsEvent());
        turns.run(this::play);
    }

    /** Plays what this line says to it: lets the line's round begin; when something behind it is full it goes on later. */
    void line(int number) throws Exception {
        while (completed < Pace.checkpointsBefore(number)) {
            source().notifyCheckpointComplete(++completed);
        }
        goOn();
    }

    private void goOn() throws Exception {
        if (!playing) {
            turns.run(this::play);
        }
    }

    /** From now on it is told, again and again, how far it may read, as Flink's coordinator would. */
    void align(Alignment alignment) {
        announceAt(clock.absoluteTimeMillis() + alignment.updateMillis(), alignment);
    }

    private void announceAt(long millis, Alignment alignment) {
        clock.schedule(millis, () -> {
            announceAt(millis + alignment.updateMillis(), alignment);
            OptionalLong allowed = coordinator.allowed(alignment.maxDriftMillis());
            if (allowed.isPresent() && !over) {
                source().handleOperatorEvent(new WatermarkAlignmentEvent(allowed.getAsLong()));
                goOn();
            }
        });
    }

    private void play() throws Exception {
        playing = true;
        playAll();
        playing = false;
    }

    private void playAll() throws Exception {
        while (!over) {
            DataInputStatus status = source().emitNext(this);
            clock.settle();
            if (status == DataInputStatus.END_OF_DATA) {
                over = true;
                emitWatermark(Watermark.MAX_WATERMARK);
                finish();
                source().emitNext(this); // reports the end of time where that is asked for
            } else if (status == DataInputStatus.NOTHING_AVAILABLE) {
                return;
            }
        }
    }

    @Override
    public void emitRecord(StreamRecord<Object> element) {
        collect(element);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        super.emitWatermark(watermark);
    }

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {
        super.emitWatermarkStatus(status);
    }

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {}

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {}

    @Override
    public void emitWatermark(WatermarkEvent watermark) {}
}
