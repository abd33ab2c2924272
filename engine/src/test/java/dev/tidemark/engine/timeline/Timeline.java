package dev.tidemark.engine.timeline;

import dev.tidemark.engine.RuntimeMode;
import dev.tidemark.engine.transcript.Transcript;
import dev.tidemark.engine.transcript.TranscriptLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A test as a text: what goes into a pipeline line by line, and after each what has to come out.
 *
 * <pre>{@code
 * # an element within the allowed lateness makes the window fire again
 * pipeline: tumbling 10 lateness 5
 * order: total
 * checkpoint: with watermarks
 * statements: 48
 * day 1970-01-01
 * 1ms in <- (a, 1) @ 3ms
 * 2ms in <- watermark 9ms
 * 2ms out -> Fired(key=a, start=0, end=10, values=[1]) @ 9ms
 * }</pre>
 *
 * <p>The time of an input line walks the clock there, {@code clock jumps} sets it at once; after each input line everything that is
 * ready is done. What comes out on the way belongs to the line before.
 *
 * @param name the file, without folder and ending
 * @param pipeline a name in {@link TimelinePipelines}
 * @param checkpoint under what condition a restore from a checkpoint changes nothing
 * @param mode whether the run is a batch; its sources by hand are taken to be bounded then
 * @param startMillis where the clock stands at first
 * @param statements the numbers of the statements about Flink's semantics that it shows
 */
public record Timeline(
        String name,
        String pipeline,
        Order order,
        Checkpoints checkpoint,
        RuntimeMode mode,
        long startMillis,
        List<Integer> statements,
        List<Section> sections) {
    private static final Set<TranscriptLine.Kind> OUT =
            EnumSet.of(TranscriptLine.Kind.OUTPUT, TranscriptLine.Kind.LATE);

    /** What of the order of outputs holds for every schedule and parallelism; with one subtask it is always total. */
    public enum Order {
        TOTAL,
        PER_KEY,
        MULTISET
    }

    /** Under what condition a restart from a checkpoint changes no result. */
    public enum Checkpoints {
        /** Nothing is late, no processing-time timer is used, the trigger is the default one: DESIGN 10.2. */
        ANY,
        /** Only when the checkpoint keeps watermarks, which Flink's does not. */
        WITH_WATERMARKS,
        /** As before, and only when no input is repeated: processing time, or which input came first, decides what comes out. */
        WITH_WATERMARKS_NO_REPLAY,
        /** Calls are made again after it, so that results come later: only what the sinks hold in the end is the same. */
        RESULTS_ONLY,
        /** As before, and results are not the same either when they come later. */
        NEVER
    }

    /** An input line with the lines that come out after it and before the next. */
    public record Section(TranscriptLine input, List<TranscriptLine> out) {
        public Section {
            out = List.copyOf(out);
        }
    }

    public Timeline {
        statements = List.copyOf(statements);
        sections = List.copyOf(sections);
    }

    /**
     * Reads a timeline.
     *
     * @throws IllegalArgumentException if its header or a line can't be read
     */
    public static Timeline parse(String name, String text) {
        TimelineHeader header = TimelineHeader.of(name, text);
        List<Section> sections = new ArrayList<>();
        TranscriptLine input = null;
        List<TranscriptLine> out = new ArrayList<>();
        List<TranscriptLine> lines = Transcript.parse(header.body()).lines();
        for (TranscriptLine line : lines) {
            if (OUT.contains(line.kind())) {
                out.add(line);
            } else {
                if (input != null) {
                    sections.add(new Section(input, out));
                } else if (!out.isEmpty()) {
                    throw new IllegalArgumentException("timeline '" + name + "' begins with an output");
                }
                input = line;
                out.clear();
            }
        }
        if (input == null) {
            throw new IllegalArgumentException("timeline '" + name + "' has no input");
        }
        sections.add(new Section(input, out));
        long start = header.startMillis().orElse(lines.get(0).clockMillis());
        return new Timeline(
                name,
                header.pipeline(),
                header.order(),
                header.checkpoint(),
                header.mode(),
                start,
                header.statements(),
                sections);
    }

    /** The same with other lines. */
    public Timeline with(List<Section> others) {
        return new Timeline(name, pipeline, order, checkpoint, mode, startMillis, statements, others);
    }

    /** Whether a line says what comes out. */
    static boolean isOut(TranscriptLine line) {
        return OUT.contains(line.kind());
    }

    @Override
    public String toString() {
        return name;
    }
}
