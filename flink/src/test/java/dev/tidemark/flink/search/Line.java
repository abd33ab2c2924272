package dev.tidemark.flink.search;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.flink.search.stage.Feed;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of a random script: at a time, something is sent to a partition.
 *
 * @param atMillis processing time; lines are in its order
 */
record Line(long atMillis, String source, int partition, StreamElement element) {
    /** What is sent; an end goes to all partitions of the source. */
    List<Command.Send> sends(Feed feed) {
        return element == EndOfInput.INSTANCE
                ? IntStream.range(0, feed.partitions()).mapToObj(this::to).toList()
                : List.of(to(partition));
    }

    private Command.Send to(int part) {
        return new Command.Send(source, Integer.toString(part), element);
    }

    /** Does it on the engine, the clock being there already. */
    void drive(Run run) {
        String part = Integer.toString(partition);
        if (element instanceof Event event) {
            run.send(source, part, event.value(), Instant.ofEpochMilli(event.timestamp()));
        } else if (element instanceof Watermark watermark) {
            run.advanceWatermark(source, part, Instant.ofEpochMilli(watermark.timestamp()));
        } else if (element == WatermarkStatus.IDLE) {
            run.markIdle(source, part);
        } else if (element == EndOfInput.INSTANCE) {
            run.finish(source);
        }
        run.settle();
    }

    @Override
    public String toString() {
        String what = element instanceof Event event
                ? event.value() + " @ " + event.timestamp() + "ms"
                : element instanceof Watermark watermark
                        ? "watermark " + watermark.timestamp() + "ms"
                        : element == EndOfInput.INSTANCE ? "end" : "idle";
        return atMillis + "ms " + source + (partition == 0 ? "" : "/" + partition) + " <- " + what;
    }
}
