package dev.tidemark.flink.source;

import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.topology.Arrivals;
import dev.tidemark.engine.topology.SourceInput;
import dev.tidemark.flink.type.CodecSerializer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a source plays, partition by partition, in the form in which it travels.
 *
 * @param serializer of the events
 * @param partitions what each partition plays, in the order of the topology
 * @param pace when a line may be played
 */
public record Played(CodecSerializer<Object> serializer, List<byte[]> partitions, Pace pace) implements Serializable {
    public Played {
        partitions = List.copyOf(partitions);
    }

    /** A recorded trace, in the order of its arrivals, without waiting for them. */
    public static Played of(SourceInput.Recorded trace, Codec<Object> codec) {
        List<List<Play>> plays = new ArrayList<>();
        for (Arrivals arrivals : trace.arrivals()) {
            List<Play> partition = new ArrayList<>();
            for (Arrivals.Cursor at = arrivals.from(0); at.hasEvent(); at.next()) {
                partition.add(new Play(at.arrivalMillis(), new Event(at.value(), at.timestamp())));
            }
            plays.add(partition);
        }
        return of(plays, codec, Pace.FREE);
    }

    /** What a script sends to the source {@code name}. */
    public static Played of(Script script, String name, SourceInput.ByHand input, Codec<Object> codec, Pace pace) {
        List<List<Play>> plays = new ArrayList<>();
        for (String partition : input.partitions()) {
            List<Play> lines = new ArrayList<>();
            for (int line = 0; line < script.lines().size(); line++) {
                for (Command.Send send : script.lines().get(line)) {
                    if (send.source().equals(name) && send.partition().equals(partition)) {
                        lines.add(new Play(line, send.element()));
                    }
                }
            }
            plays.add(lines);
        }
        return of(plays, codec, pace);
    }

    private static Played of(List<List<Play>> plays, Codec<Object> codec, Pace pace) {
        List<byte[]> written = new ArrayList<>();
        for (List<Play> partition : plays) {
            ByteSink out = new ByteSink();
            partition.forEach(play -> play.write(codec, out));
            written.add(out.toBytes());
        }
        return new Played(new CodecSerializer<>(codec), written, pace);
    }

    /** What one partition plays. */
    List<Play> read(int partition) {
        List<Play> plays = new ArrayList<>();
        ByteSource in = new ByteSource(partitions.get(partition));
        while (in.remaining() > 0) {
            plays.add(Play.read(serializer.codec(), in));
        }
        return plays;
    }

    /** The line in which the last partition ends, or a line after all others. */
    long end() {
        long end = 0;
        for (int i = 0; i < partitions.size(); i++) {
            List<Play> plays = read(i);
            StreamElement last =
                    plays.isEmpty() ? null : plays.get(plays.size() - 1).element();
            if (last != EndOfInput.INSTANCE) {
                return Long.MAX_VALUE;
            }
            end = Math.max(end, plays.get(plays.size() - 1).line());
        }
        return end;
    }
}
