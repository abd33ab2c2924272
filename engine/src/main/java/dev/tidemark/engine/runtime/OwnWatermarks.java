package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.transcript.Happening;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The watermarks that a task makes itself: those of its source, or those of the elements that pass.
 *
 * <p>They see an element when it has found room in every operator below. Probes come whether there is room or not.
 *
 * @param reader null for a task that reads from channels
 * @param assigned null where the watermarks that come in are passed on
 */
record OwnWatermarks(
        Chain chain,
        @Nullable SourceReader reader,
        @Nullable AssignedWatermarks assigned) {
    /** When the next probe that changes something is due. */
    long nextProbe() {
        if (chain.ending()) {
            return Long.MAX_VALUE;
        }
        if (reader != null) {
            return reader.nextProbe();
        }
        return assigned == null ? Long.MAX_VALUE : assigned.nextProbe();
    }

    /** The task has failed. */
    void stop() {
        if (reader != null && reader.aligned() != null) {
            reader.aligned().stop();
        }
    }

    void probe(long now, Consumer<StreamElement> out) {
        if (reader != null) {
            reader.probe(now, out);
        } else {
            Objects.requireNonNull(assigned).probe(now, out);
        }
    }

    /** Compares the sources of an alignment group. */
    Happening compare(long now) {
        return Objects.requireNonNull(Objects.requireNonNull(reader).aligned())
                .group()
                .compare(now);
    }

    /** A watermark comes in from the channels, and goes on unless there are others in its place. */
    void came(long watermark, Consumer<StreamElement> out) {
        if (assigned != null) {
            assigned.came(watermark, out);
        } else {
            out.accept(new Watermark(watermark));
        }
    }

    /** An event of a source's partition has gone down. */
    void read(int partition, Object value, long timestamp, Consumer<StreamElement> out) {
        SourceReader source = Objects.requireNonNull(reader);
        if (chain.full()) {
            source.seesLater(partition);
        } else {
            source.saw(source.partitions().get(partition), value, timestamp, now(), out);
        }
    }

    /** An element has passed. */
    void passed(Object value, Consumer<StreamElement> out) {
        if (assigned != null && chain.full()) {
            assigned.seesLater(value);
        } else if (assigned != null) {
            assigned.saw(value, now(), out);
        }
    }

    /** Sees what has found room by now. */
    void look(Consumer<StreamElement> out) {
        if (!chain.canHold() || chain.full()) {
            return;
        }
        boolean seen =
                (reader != null && reader.seesNow(now(), out)) || (assigned != null && assigned.seesNow(now(), out));
        if (seen) {
            chain.resume();
        }
    }

    /** Nothing more comes from the channels. */
    void end(Consumer<StreamElement> out) {
        if (assigned != null) {
            assigned.end(now(), out);
        }
    }

    private long now() {
        return chain.head().processingTime();
    }

    void snapshot(ByteSink out) {
        if (reader != null) {
            reader.snapshot(out);
        }
        if (assigned != null) {
            assigned.snapshot(out);
        }
    }

    void restore(ByteSource in) {
        if (reader != null) {
            reader.restore(in);
        }
        if (assigned != null) {
            assigned.restore(in);
        }
    }
}
