package dev.tidemark.engine.transcript;

import dev.tidemark.engine.time.Times;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a transcript.
 *
 * @param clockMillis processing time
 * @param subject the source (with its partition behind a slash where it has one of its own), sink or operator
 * @param value what went in or out, as text; empty where there is none
 * @param timestamp event time of the value, or the watermark; {@link Long#MIN_VALUE} where there is none
 */
public record TranscriptLine(long clockMillis, String subject, Kind kind, String value, long timestamp) {
    /** What a line says. */
    public enum Kind {
        EVENT,
        WATERMARK,
        IDLE,
        END,
        OUTPUT,
        LATE,
        JUMP
    }

    /** Whether a transcript says anything of the step. */
    public static boolean isSpokenOf(Step step) {
        Happening happening = step.happening();
        return happening instanceof Happening.EventRead
                || happening instanceof Happening.MarkRead
                || happening instanceof Happening.SourceEnded
                || (happening instanceof Happening.ClockMoved moved && moved.byHand())
                || anySpoken(step);
    }

    private static boolean anySpoken(Step step) {
        for (Effect effect : step.effects()) {
            if (isSpokenOf(effect)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpokenOf(Effect effect) {
        return effect instanceof Effect.Emitted || effect instanceof Effect.DroppedLate;
    }

    /** The step without what a transcript does not say, so that it can be kept. */
    public static Step spoken(Step step) {
        return new Step(
                step.number(),
                step.clockMillis(),
                step.happening(),
                step.effects().stream().filter(TranscriptLine::isSpokenOf).toList());
    }

    /** The lines of a step: what it read, what the sinks took, what was late. */
    public static List<TranscriptLine> of(Step step) {
        List<TranscriptLine> lines = new ArrayList<>();
        long now = step.clockMillis();
        Happening happening = step.happening();
        if (happening instanceof Happening.EventRead read) {
            lines.add(new TranscriptLine(
                    now,
                    subject(read.operator(), read.partition()),
                    Kind.EVENT,
                    ValueText.print(read.value()),
                    read.timestamp()));
        } else if (happening instanceof Happening.MarkRead read) {
            boolean watermark = read.mark() == Happening.Mark.WATERMARK;
            lines.add(new TranscriptLine(
                    now,
                    subject(read.operator(), read.partition()),
                    watermark ? Kind.WATERMARK : Kind.IDLE,
                    "",
                    watermark ? read.watermark() : Long.MIN_VALUE));
        } else if (happening instanceof Happening.SourceEnded ended && ended.subtask() == 0) {
            lines.add(new TranscriptLine(now, ended.operator(), Kind.END, "", Long.MIN_VALUE));
        } else if (happening instanceof Happening.ClockMoved moved && moved.byHand()) {
            lines.add(new TranscriptLine(now, "clock", Kind.JUMP, "", Long.MIN_VALUE));
        }
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Emitted out) {
                lines.add(new TranscriptLine(
                        now, out.operator(), Kind.OUTPUT, ValueText.print(out.value()), out.timestamp()));
            } else if (effect instanceof Effect.DroppedLate late) {
                lines.add(new TranscriptLine(
                        now, late.operator(), Kind.LATE, ValueText.print(late.value()), late.timestamp()));
            }
        }
        return lines;
    }

    private static String subject(String source, String partition) {
        return partition.equals("0") ? source : source + "/" + partition;
    }

    /** The source without its partition. */
    public String source() {
        int slash = subject.lastIndexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }

    /** The partition, {@code 0} unless the subject names one. */
    public String partition() {
        int slash = subject.lastIndexOf('/');
        return slash < 0 ? "0" : subject.substring(slash + 1);
    }

    String text(long day) {
        String at = timestamp == Long.MIN_VALUE ? "" : " @ " + Times.text(timestamp, day);
        String what =
                switch (kind) {
                    case EVENT -> " <- " + value + at;
                    case WATERMARK -> " <- watermark " + Times.text(timestamp, day);
                    case IDLE -> " <- idle";
                    case END -> " <- end";
                    case OUTPUT -> " -> " + value + at;
                    case LATE -> " late " + value + at;
                    case JUMP -> " jumps";
                };
        return Times.text(clockMillis, day) + " " + subject + what;
    }
}
