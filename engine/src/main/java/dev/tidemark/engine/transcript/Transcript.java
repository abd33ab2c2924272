package dev.tidemark.engine.transcript;

import dev.tidemark.engine.time.Times;
import java.util.ArrayList;
import java.util.List;

/**
 * What went into a run and what came out of it, line by line: the one text format of timelines, golden files, docs and
 * notebooks.
 *
 * <pre>{@code
 * day 2018-01-01
 * 12:04:59 scores <- 5 @ 12:00:26
 * 12:06:00 scores <- watermark 12:02:00
 * 12:06:00 sums -> 5 @ 12:01:59.999
 * 12:08:19 sum late 9 @ 12:01:25
 * }</pre>
 *
 * <p>A line begins with the processing time; times without a date lie on the day of the last {@code day} line. A source
 * with several partitions is written {@code source/partition}. {@code clock jumps} says that the clock was set to the
 * line's time at once. Text from {@code #} at the start of a line on is a comment.
 */
public record Transcript(List<TranscriptLine> lines) {
    public Transcript {
        lines = List.copyOf(lines);
    }

    /** Of the steps: what was read, what the sinks took, what was late. */
    public static Transcript of(List<Step> steps) {
        List<TranscriptLine> lines = new ArrayList<>();
        for (Step step : steps) {
            lines.addAll(TranscriptLine.of(step));
        }
        return new Transcript(lines);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws TranscriptException with the number of the line that can't be read
     */
    public static Transcript parse(String text) {
        return TranscriptParser.parse(text);
    }

    /** The lines of one kind. */
    public List<TranscriptLine> lines(TranscriptLine.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        long day = Long.MIN_VALUE;
        for (TranscriptLine line : lines) {
            long itsDay = Times.dayOf(line.clockMillis());
            if (itsDay != day) {
                day = itsDay;
                text.append("day ").append(Times.text(day), 0, 10).append('\n');
            }
            text.append(line.text(day)).append('\n');
        }
        return text.toString();
    }
}
