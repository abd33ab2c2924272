package dev.tidemark.flink.source;

import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a user's hand would send to the sources of a topology: events, watermarks, idle marks and ends, line by line.
 *
 * <p>A partition plays its part in order.
 *
 * @param lines each with what is sent at once
 */
public record Script(List<List<Command.Send>> lines) {
    /** Nothing. */
    public static final Script EMPTY = new Script(List.of());

    public Script {
        lines = lines.stream().map(List::copyOf).toList();
    }

    /** One more line. */
    public Script then(List<Command.Send> line) {
        List<List<Command.Send>> longer = new ArrayList<>(lines);
        longer.add(line);
        return new Script(longer);
    }

    /** An event in partition {@code 0}. */
    public Script event(String source, Object value, Instant time) {
        return one(source, new Event(value, time.toEpochMilli()));
    }

    /** A watermark of partition {@code 0}. */
    public Script watermark(String source, Instant time) {
        return one(source, new Watermark(time.toEpochMilli()));
    }

    /** Partition {@code 0} is not waited for. */
    public Script idle(String source) {
        return one(source, WatermarkStatus.IDLE);
    }

    /** The end of partition {@code 0}. */
    public Script end(String source) {
        return one(source, EndOfInput.INSTANCE);
    }

    private Script one(String source, StreamElement element) {
        return then(List.of(new Command.Send(source, "0", element)));
    }

    /** How many sources, or partitions, are sent to. */
    public long senders(boolean partitions) {
        return lines.stream()
                .flatMap(List::stream)
                .map(send -> partitions ? send.source() + "/" + send.partition() : send.source())
                .distinct()
                .count();
    }
}
