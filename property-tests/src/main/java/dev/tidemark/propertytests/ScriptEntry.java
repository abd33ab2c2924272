package dev.tidemark.propertytests;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.transcript.TranscriptLine;
import dev.tidemark.engine.transcript.ValueText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Shrinkable;

/**
 * One line of an {@link EventScript}: something that reaches a source, or the clock.
 *
 * @param <T> the events
 */
public sealed interface ScriptEntry<T> {
    /** Processing time in milliseconds. */
    long arrivalMillis();

    /** The source that it reaches; empty for the clock. */
    String source();

    /** The source's partition; empty for the clock. */
    String partition();

    /** Puts it before the run's sources; the clock has come to {@link #arrivalMillis} by then. */
    void play(Run run);

    /** The same at another time. */
    ScriptEntry<T> arrivingAt(long millis);

    /** The same for another source and partition; what belongs to the clock stays as it is. */
    ScriptEntry<T> movedTo(String otherSource, String otherPartition);

    /** As a line of a transcript. */
    TranscriptLine line();

    /** Its event time or watermark in milliseconds, {@link Long#MIN_VALUE} for none. */
    default long timestamp() {
        return Long.MIN_VALUE;
    }

    /**
     * An event.
     *
     * @param origin the value, with the simpler values that its generator would have made
     * @param timestamp event time in milliseconds, {@link Long#MIN_VALUE} for none
     */
    record EventArrives<T>(String source, String partition, Shrinkable<T> origin, long timestamp, long arrivalMillis)
            implements ScriptEntry<T> {
        /** The event itself. */
        public T value() {
            return origin.value();
        }

        @Override
        public void play(Run run) {
            Object event = Objects.requireNonNull((Object) value());
            if (timestamp == Event.NO_TIMESTAMP) {
                run.send(source, partition, event);
            } else {
                run.send(source, partition, event, Instant.ofEpochMilli(timestamp));
            }
        }

        @Override
        public EventArrives<T> arrivingAt(long millis) {
            return new EventArrives<>(source, partition, origin, timestamp, millis);
        }

        @Override
        public EventArrives<T> movedTo(String otherSource, String otherPartition) {
            return new EventArrives<>(otherSource, otherPartition, origin, timestamp, arrivalMillis);
        }

        @Override
        public TranscriptLine line() {
            return new TranscriptLine(
                    arrivalMillis,
                    subject(source, partition),
                    TranscriptLine.Kind.EVENT,
                    ValueText.print(value()),
                    timestamp);
        }
    }

    /** A watermark sent by hand. */
    record WatermarkMoves<T>(String source, String partition, long timestamp, long arrivalMillis)
            implements ScriptEntry<T> {
        @Override
        public void play(Run run) {
            run.advanceWatermark(source, partition, Instant.ofEpochMilli(timestamp));
        }

        @Override
        public ScriptEntry<T> arrivingAt(long millis) {
            return new WatermarkMoves<>(source, partition, timestamp, millis);
        }

        @Override
        public ScriptEntry<T> movedTo(String otherSource, String otherPartition) {
            return new WatermarkMoves<>(otherSource, otherPartition, timestamp, arrivalMillis);
        }

        @Override
        public TranscriptLine line() {
            return new TranscriptLine(
                    arrivalMillis, subject(source, partition), TranscriptLine.Kind.WATERMARK, "", timestamp);
        }
    }

    /** A partition is declared idle. */
    record PartitionIdle<T>(String source, String partition, long arrivalMillis) implements ScriptEntry<T> {
        @Override
        public void play(Run run) {
            run.markIdle(source, partition);
        }

        @Override
        public ScriptEntry<T> arrivingAt(long millis) {
            return new PartitionIdle<>(source, partition, millis);
        }

        @Override
        public ScriptEntry<T> movedTo(String otherSource, String otherPartition) {
            return new PartitionIdle<>(otherSource, otherPartition, arrivalMillis);
        }

        @Override
        public TranscriptLine line() {
            return new TranscriptLine(
                    arrivalMillis, subject(source, partition), TranscriptLine.Kind.IDLE, "", Long.MIN_VALUE);
        }
    }

    /** The clock is set at once; what was due in between happens late. */
    record ClockJumps<T>(long arrivalMillis) implements ScriptEntry<T> {
        @Override
        public String source() {
            return "";
        }

        @Override
        public String partition() {
            return "";
        }

        @Override
        public void play(Run run) {
            run.settle();
            run.jumpProcessingTimeTo(Instant.ofEpochMilli(arrivalMillis));
        }

        @Override
        public ScriptEntry<T> arrivingAt(long millis) {
            return new ClockJumps<>(millis);
        }

        @Override
        public ScriptEntry<T> movedTo(String otherSource, String otherPartition) {
            return this;
        }

        @Override
        public TranscriptLine line() {
            return new TranscriptLine(arrivalMillis, "clock", TranscriptLine.Kind.JUMP, "", Long.MIN_VALUE);
        }
    }

    /** A source ends in all its partitions; sources that have not ended do so behind the last entry. */
    record SourceEnds<T>(String source, long arrivalMillis) implements ScriptEntry<T> {
        @Override
        public String partition() {
            return "";
        }

        @Override
        public void play(Run run) {
            run.finish(source);
        }

        @Override
        public ScriptEntry<T> arrivingAt(long millis) {
            return new SourceEnds<>(source, millis);
        }

        @Override
        public ScriptEntry<T> movedTo(String otherSource, String otherPartition) {
            return new SourceEnds<>(otherSource, arrivalMillis);
        }

        @Override
        public TranscriptLine line() {
            return new TranscriptLine(arrivalMillis, source, TranscriptLine.Kind.END, "", Long.MIN_VALUE);
        }
    }

    private static String subject(String source, String partition) {
        return partition.equals(EventScript.ONLY_PARTITION) ? source : source + "/" + partition;
    }

    /** The entries of a transcript's inputs. */
    static <T> List<ScriptEntry<T>> ofLine(TranscriptLine line, java.util.function.Function<TranscriptLine, T> value) {
        long at = line.clockMillis();
        return switch (line.kind()) {
            case EVENT ->
                List.of(new EventArrives<>(
                        line.source(),
                        line.partition(),
                        Shrinkable.unshrinkable(value.apply(line)),
                        line.timestamp(),
                        at));
            case WATERMARK -> List.of(new WatermarkMoves<>(line.source(), line.partition(), line.timestamp(), at));
            case IDLE -> List.of(new PartitionIdle<>(line.source(), line.partition(), at));
            case JUMP -> List.of(new ClockJumps<>(at));
            case END -> List.of(new SourceEnds<>(line.source(), at));
            case OUTPUT, LATE -> List.of();
        };
    }
}
