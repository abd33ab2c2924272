package dev.tidemark.engine.transcript;

import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.window.Timing;
import dev.tidemark.engine.window.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step did besides happening. */
public sealed interface Effect {
    /** The operator in which it happened. */
    String operator();

    /** In words; times lie on the day that begins at {@code day} unless they say otherwise. */
    String text(long day);

    /** A sink took a result. */
    record Emitted(String operator, int subtask, Object value, long timestamp, long watermark) implements Effect {
        @Override
        public String text(long day) {
            return operator + " -> " + ValueText.print(value) + at(timestamp, day);
        }
    }

    /** An element was late for all its windows: dropped, or taken by the late side output. */
    record DroppedLate(String operator, int subtask, Object key, Object value, long timestamp) implements Effect {
        @Override
        public String text(long day) {
            return operator + " late " + ValueText.print(value) + at(timestamp, day);
        }
    }

    /** A window fired. */
    record Fired(String operator, int subtask, Object key, Window window, Timing timing) implements Effect {
        @Override
        public String text(long day) {
            return operator + " fired " + timing + ": key " + ValueText.print(key) + ", window " + window;
        }
    }

    /**
     * A keyed state changed.
     *
     * @param after what it holds now, a collection as {@link Abbreviated} text; null when it was removed
     */
    record StateChanged(
            String operator,
            int subtask,
            String state,
            Object key,
            Object namespace,
            @Nullable Object after) implements Effect {
        @Override
        public String text(long day) {
            String where = namespace instanceof Window ? " " + namespace : "";
            return operator + " state " + state + "[" + ValueText.print(key) + where + "] "
                    + (after == null
                            ? "removed"
                            : "= " + (after instanceof Abbreviated text ? text.text() : ValueText.print(after)));
        }
    }

    /** A timer was set or deleted. */
    record TimerChanged(
            String operator, int subtask, Object key, Object namespace, long timestamp, boolean eventTime, boolean set)
            implements Effect {
        @Override
        public String text(long day) {
            return operator + (set ? " set" : " deleted") + " timer " + (eventTime ? "" : "of processing time ")
                    + Times.text(timestamp, day) + " for " + ValueText.print(key)
                    + (namespace instanceof Window ? " " + namespace : "");
        }
    }

    /** A timer was not set, since its key is over: in batch none can be set while the timers of a key fire. */
    record TimerIgnored(String operator, int subtask, Object key, Object namespace, long timestamp, boolean eventTime)
            implements Effect {
        @Override
        public String text(long day) {
            return operator + " ignores timer " + (eventTime ? "" : "of processing time ")
                    + Times.text(timestamp, day) + " for " + ValueText.print(key)
                    + (namespace instanceof Window ? " " + namespace : "") + ": the key is over";
        }
    }

    /** An operator's watermark rose. */
    record WatermarkRose(String operator, int subtask, long watermark) implements Effect {
        @Override
        public String text(long day) {
            return operator + " watermark " + Times.text(watermark, day);
        }
    }

    /** An operator became idle or active. */
    record StatusChanged(String operator, int subtask, WatermarkStatus status) implements Effect {
        @Override
        public String text(long day) {
            return operator + (status == WatermarkStatus.IDLE ? " is idle" : " is active");
        }
    }

    /**
     * A source, or one of its partitions, was stopped or is read again: it waits for others.
     *
     * @param partition empty for the subtask as a whole
     * @param allowed the watermark up to which it may be read
     */
    record ReadingChanged(String operator, int subtask, String partition, boolean paused, long watermark, long allowed)
            implements Effect {
        @Override
        public String text(long day) {
            return operator
                    + (partition.isEmpty() ? "#" + subtask : "/" + partition)
                    + (paused
                            ? " is paused: its watermark " + Times.text(watermark, day) + " is beyond "
                                    + Times.text(allowed, day)
                            : " is read again, up to " + Times.text(allowed, day));
        }
    }

    /** A call was made whose answer comes later, at {@code answerMillis} of processing time. */
    record Called(String operator, int subtask, Object about, int attempt, long answerMillis) implements Effect {
        @Override
        public String text(long day) {
            return operator + " asks about " + ValueText.print(about)
                    + (attempt > 1 ? " again, attempt " + attempt : "") + ": answer "
                    + (answerMillis == Long.MAX_VALUE ? "never" : Times.text(answerMillis, day));
        }
    }

    /** A checkpoint is complete and can be restored. */
    record CheckpointCompleted(String operator, long checkpoint) implements Effect {
        @Override
        public String text(long day) {
            return "checkpoint " + checkpoint + " completed";
        }
    }

    /** A checkpoint will never be complete, for what else happened. */
    record CheckpointAborted(String operator, long checkpoint, String reason) implements Effect {
        @Override
        public String text(long day) {
            return "checkpoint " + checkpoint + " is given up: " + reason;
        }
    }

    /**
     * Subtasks stopped after a failure, and will start again.
     *
     * @param subtasks which; empty for the whole job
     */
    record RestartPlanned(String operator, List<String> subtasks, long atMillis) implements Effect {
        public RestartPlanned {
            subtasks = List.copyOf(subtasks);
        }

        @Override
        public String text(long day) {
            return (subtasks.isEmpty() ? "the job stops and starts" : String.join(", ", subtasks) + " stop and start")
                    + " again at " + Times.text(atMillis, day);
        }
    }

    /** The job does not start again after a failure. */
    record RestartRefused(String operator, String strategy) implements Effect {
        @Override
        public String text(long day) {
            return "the job does not start again: " + strategy;
        }
    }

    /**
     * A sink did one of its two phases: it handed over committables for a checkpoint, or ({@code done}) committed them. In a run that
     * does not act outside there are none.
     */
    record Committing(String operator, int subtask, long checkpoint, int committables, boolean done) implements Effect {
        @Override
        public String text(long day) {
            return operator + (done ? " commits " : " prepares ") + committables
                    + (committables == 1 ? " committable" : " committables") + " of checkpoint " + checkpoint;
        }
    }

    /** A sink gave up a committable, for a reason that does no harm. */
    record CommitGivenUp(String operator, int subtask, String reason) implements Effect {
        @Override
        public String text(long day) {
            return operator + " gives up " + reason;
        }
    }

    private static String at(long timestamp, long day) {
        return timestamp == Long.MIN_VALUE ? "" : " @ " + Times.text(timestamp, day);
    }
}
