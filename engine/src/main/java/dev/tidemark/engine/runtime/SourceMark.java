package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.Barrier;
import dev.tidemark.engine.element.ElementReceiver;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.transcript.Happening;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the user sends into a partition besides events, as it is read. */
final class SourceMark implements ElementReceiver {
    private final OperatorSubtask source;
    private final SourceReader reader;
    private final SourcePartition partition;
    private final long now;
    private final Consumer<StreamElement> pending;
    private final Recorder recorder;
    private @Nullable Happening happening;

    SourceMark(
            OperatorSubtask source,
            SourceReader reader,
            SourcePartition partition,
            long now,
            Consumer<StreamElement> pending,
            Recorder recorder) {
        this.source = source;
        this.reader = reader;
        this.partition = partition;
        this.now = now;
        this.pending = pending;
        this.recorder = recorder;
    }

    /** What was read. */
    Happening happening() {
        return Objects.requireNonNull(happening);
    }

    @Override
    public void event(Event event) {
        throw new IllegalStateException("an event is not a mark");
    }

    @Override
    public void watermark(Watermark watermark) {
        mark(Happening.Mark.WATERMARK, watermark.timestamp());
        reader.advance(partition, watermark.timestamp(), now, pending);
    }

    @Override
    public void status(WatermarkStatus status) {
        mark(Happening.Mark.IDLE, 0);
        reader.markIdle(partition, now, pending);
    }

    private void mark(Happening.Mark mark, long watermark) {
        recorder.mix(source.node().id(), watermark ^ mark.word().hashCode());
        happening = new Happening.MarkRead(source.name(), source.subtask(), partition.name(), mark, watermark);
    }

    @Override
    public void barrier(Barrier met) {
        throw new IllegalStateException("sources do not read barriers");
    }

    @Override
    public void endOfInput() {
        throw new IllegalStateException("the end of a partition is not read");
    }
}
