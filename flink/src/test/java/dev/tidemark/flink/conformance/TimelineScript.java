package dev.tidemark.flink.conformance;

import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.timeline.Timeline;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.TranscriptLine;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.flink.source.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The input lines of a timeline as a script: line i of the script is section i, empty where only the clock jumps. */
final class TimelineScript {
    private TimelineScript() {}

    static Script of(Timeline timeline, Topology topology) {
        List<List<Command.Send>> lines = new ArrayList<>();
        for (Timeline.Section section : timeline.sections()) {
            lines.add(line(section.input(), topology));
        }
        return new Script(lines);
    }

    private static List<Command.Send> line(TranscriptLine input, Topology topology) {
        return switch (input.kind()) {
            case EVENT -> List.of(send(input, event(input, topology)));
            case WATERMARK -> toAll(input, new Watermark(input.timestamp()), topology);
            case IDLE -> toAll(input, WatermarkStatus.IDLE, topology);
            case END -> toAll(input, EndOfInput.INSTANCE, topology);
            case JUMP -> List.of();
            default -> throw new IllegalArgumentException("not an input: " + input);
        };
    }

    private static Event event(TranscriptLine input, Topology topology) {
        Object value = Objects.requireNonNull(ValueText.parse(
                input.value(), topology.node(input.source()).output().type()));
        return new Event(value, input.timestamp());
    }

    private static Command.Send send(TranscriptLine input, StreamElement element) {
        return new Command.Send(input.source(), input.partition(), element);
    }

    /** To the partition that is named, or to all. */
    private static List<Command.Send> toAll(TranscriptLine input, StreamElement element, Topology topology) {
        if (input.subject().indexOf('/') >= 0) {
            return List.of(send(input, element));
        }
        Role.SourceRole source = (Role.SourceRole) topology.node(input.source()).role();
        return source.input().partitions().stream()
                .map(partition -> new Command.Send(input.source(), partition, element))
                .toList();
    }
}
