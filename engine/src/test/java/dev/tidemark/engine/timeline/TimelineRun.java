package dev.tidemark.engine.timeline;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.RuntimeMode;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.timeline.Timeline.Section;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.TranscriptLine;
import dev.tidemark.engine.transcript.ValueText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drives a run along a timeline and notes what comes out after each line. */
public final class TimelineRun {
    private final Timeline timeline;
    private final TimelineMode mode;
    private final Topology topology;
    private final Run run;
    private final List<Section> happened = new ArrayList<>();
    private int seen;

    private TimelineRun(Timeline timeline, Topology topology, TimelineMode mode, SimulationOptions options) {
        this.timeline = timeline;
        this.mode = mode;
        this.topology = timeline.mode() == RuntimeMode.BATCH ? Bounded.of(topology) : topology;
        this.run = mode.start(
                timeline,
                this.topology,
                options.startAt(Instant.ofEpochMilli(timeline.startMillis())).runtimeMode(timeline.mode()));
    }

    /** What comes out of {@code timeline}'s inputs, section by section. */
    public static TimelineRun of(Timeline timeline, Topology topology, TimelineMode mode, SimulationOptions options) {
        TimelineRun driven = new TimelineRun(timeline, topology, mode, options);
        driven.drive();
        return driven;
    }

    /** The inputs with what came out. */
    public List<Section> happened() {
        return happened;
    }

    /** The run at its end. */
    public Run run() {
        return run;
    }

    private void drive() {
        TranscriptLine input = null;
        for (Section section : timeline.sections()) {
            walk(section.input());
            close(input);
            input = section.input();
            apply(input);
            run.settle();
            mode.afterLine(run, happened.size());
        }
        walk(last());
        close(input);
    }

    /** Puts what came out since the last call behind {@code input}. */
    private void close(@Nullable TranscriptLine input) {
        List<TranscriptLine> lines = run.transcript().lines();
        List<TranscriptLine> out = lines.subList(seen, lines.size()).stream()
                .filter(Timeline::isOut)
                .toList();
        seen = lines.size();
        if (input != null) {
            happened.add(new Section(input, out));
        }
    }

    private TranscriptLine last() {
        Section section = timeline.sections().get(timeline.sections().size() - 1);
        return section.out().isEmpty()
                ? section.input()
                : section.out().get(section.out().size() - 1);
    }

    private void walk(TranscriptLine to) {
        if (to.kind() != TranscriptLine.Kind.JUMP
                && to.clockMillis() > run.clock().toEpochMilli()) {
            run.advanceProcessingTimeTo(Instant.ofEpochMilli(to.clockMillis()));
        }
    }

    private void apply(TranscriptLine line) {
        boolean one = line.subject().indexOf('/') >= 0;
        Instant time = Instant.ofEpochMilli(line.timestamp());
        switch (line.kind()) {
            case EVENT -> send(line, time);
            case WATERMARK -> {
                if (one) {
                    run.advanceWatermark(line.source(), line.partition(), time);
                } else {
                    run.advanceWatermark(line.source(), time);
                }
            }
            case IDLE -> {
                if (one) {
                    run.markIdle(line.source(), line.partition());
                } else {
                    run.markIdle(line.source());
                }
            }
            case END -> run.finish(line.source());
            case JUMP -> run.jumpProcessingTimeTo(Instant.ofEpochMilli(line.clockMillis()));
            default -> throw new IllegalStateException("not an input: " + line);
        }
    }

    private void send(TranscriptLine line, Instant time) {
        Object value = Objects.requireNonNull(ValueText.parse(
                line.value(), topology.node(line.source()).output().type()));
        if (line.timestamp() == Long.MIN_VALUE) {
            run.send(line.source(), line.partition(), value);
        } else {
            run.send(line.source(), line.partition(), value, time);
        }
    }
}
