package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.time.PartitionWatermark;
import dev.tidemark.engine.topology.Arrivals;

/** One partition of a source: what it holds, how far it was read, and its watermark. */
abstract class SourcePartition {
    private final String name;
    private final PartitionWatermark watermark;
    private int position;

    private SourcePartition(String name, PartitionWatermark watermark) {
        this.name = name;
        this.watermark = watermark;
    }

    String name() {
        return name;
    }

    PartitionWatermark watermark() {
        return watermark;
    }

    int position() {
        return position;
    }

    void position(int value) {
        this.position = value;
    }

    /** Starts at the position of a checkpoint, which may come from a run with more input by hand. */
    abstract void resumeAt(int checkpointed);

    /** Whether the next entry is an event; there is one. */
    abstract boolean eventNext();

    /** The value of the event that is next. */
    abstract Object value();

    /** The timestamp of the event that is next. */
    abstract long timestamp();

    /** The event that was read last. */
    abstract Event last();

    /** The next entry, which is no event. */
    abstract StreamElement mark();

    /** Goes behind the next entry. */
    void advance() {
        position++;
    }

    /** Whether something can be read at {@code now}. */
    abstract boolean ready(long now);

    /** When the next entry arrives, {@link Long#MAX_VALUE} when that is not known. */
    abstract long nextArrival();

    /** Whether nothing more will come. */
    abstract boolean done();

    /** How many entries wait at {@code now}. */
    abstract int waiting(long now);

    /** A partition of a recorded trace. */
    static final class Recorded extends SourcePartition {
        private final Arrivals arrivals;
        private Arrivals.Cursor cursor;
        private boolean done;
        private long nextArrival;

        Recorded(String name, PartitionWatermark watermark, Arrivals arrivals) {
            super(name, watermark);
            this.arrivals = arrivals;
            this.cursor = arrivals.from(0);
            arrived();
        }

        private void arrived() {
            done = !cursor.hasEvent();
            nextArrival = done ? Long.MAX_VALUE : cursor.arrivalMillis();
        }

        @Override
        void position(int value) {
            super.position(value);
            cursor = arrivals.from(value);
            arrived();
        }

        @Override
        void advance() {
            super.advance();
            cursor.next();
            arrived();
        }

        @Override
        void resumeAt(int checkpointed) {
            position(checkpointed);
        }

        @Override
        boolean eventNext() {
            return true;
        }

        @Override
        Object value() {
            return cursor.value();
        }

        @Override
        long timestamp() {
            return cursor.timestamp();
        }

        @Override
        Event last() {
            Arrivals.Cursor before = arrivals.from(position() - 1);
            return new Event(before.value(), before.timestamp());
        }

        @Override
        StreamElement mark() {
            throw new IllegalStateException("a recorded trace holds events only");
        }

        @Override
        boolean ready(long now) {
            return nextArrival <= now && !done;
        }

        @Override
        long nextArrival() {
            return nextArrival;
        }

        @Override
        boolean done() {
            return done;
        }

        @Override
        int waiting(long now) {
            int count = 0;
            Arrivals.Cursor ahead = arrivals.from(position());
            while (ahead.hasEvent() && ahead.arrivalMillis() <= now) {
                count++;
                ahead.next();
            }
            return count;
        }
    }

    /** A partition that the user fills by hand. */
    static final class ByHand extends SourcePartition {
        private final String source;
        private final ManualInputs inputs;

        ByHand(String source, String name, PartitionWatermark watermark, ManualInputs inputs) {
            super(name, watermark);
            this.source = source;
            this.inputs = inputs;
        }

        @Override
        void resumeAt(int checkpointed) {
            position(Math.min(checkpointed, log().size()));
        }

        private AppendLog<StreamElement> log() {
            return inputs.log(source, name());
        }

        private StreamElement entry() {
            return log().get(position());
        }

        @Override
        boolean eventNext() {
            return entry() instanceof Event;
        }

        @Override
        Object value() {
            return ((Event) entry()).value();
        }

        @Override
        long timestamp() {
            return ((Event) entry()).timestamp();
        }

        @Override
        Event last() {
            return (Event) log().get(position() - 1);
        }

        @Override
        StreamElement mark() {
            return entry();
        }

        @Override
        boolean ready(long now) {
            return position() < log().size() && entry() != EndOfInput.INSTANCE;
        }

        @Override
        long nextArrival() {
            return Long.MAX_VALUE;
        }

        @Override
        boolean done() {
            return position() < log().size() && entry() == EndOfInput.INSTANCE;
        }

        @Override
        int waiting(long now) {
            return log().size() - position();
        }
    }
}
