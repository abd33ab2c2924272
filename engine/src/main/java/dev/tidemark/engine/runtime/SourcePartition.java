package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.time.PartitionWatermark;
import dev.tidemark.engine.topology.SourceInput.Arrival;
import java.util.List;

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

    /** Reads the next entry. */
    StreamElement take() {
        return entry(position++);
    }

    abstract StreamElement entry(int index);

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
        private final List<Arrival> arrivals;

        Recorded(String name, PartitionWatermark watermark, List<Arrival> arrivals) {
            super(name, watermark);
            this.arrivals = arrivals;
        }

        @Override
        void resumeAt(int checkpointed) {
            position(checkpointed);
        }

        @Override
        StreamElement entry(int index) {
            return arrivals.get(index).event();
        }

        @Override
        boolean ready(long now) {
            return !done() && arrivals.get(position()).arrivalMillis() <= now;
        }

        @Override
        long nextArrival() {
            return done() ? Long.MAX_VALUE : arrivals.get(position()).arrivalMillis();
        }

        @Override
        boolean done() {
            return position() >= arrivals.size();
        }

        @Override
        int waiting(long now) {
            int count = 0;
            while (position() + count < arrivals.size()
                    && arrivals.get(position() + count).arrivalMillis() <= now) {
                count++;
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

        @Override
        StreamElement entry(int index) {
            return log().get(index);
        }

        @Override
        boolean ready(long now) {
            return position() < log().size() && entry(position()) != EndOfInput.INSTANCE;
        }

        @Override
        long nextArrival() {
            return Long.MAX_VALUE;
        }

        @Override
        boolean done() {
            return position() < log().size() && entry(position()) == EndOfInput.INSTANCE;
        }

        @Override
        int waiting(long now) {
            return log().size() - position();
        }
    }
}
