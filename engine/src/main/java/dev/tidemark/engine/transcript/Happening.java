package dev.tidemark.engine.transcript;

import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.window.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one atomic thing that a step was. */
public sealed interface Happening {
    /** The operator or source in which it happened; empty for the clock and the job. */
    String operator();

    /** The subtask, or −1 for the clock and the job. */
    int subtask();

    /** In words; times lie on the day that begins at {@code day} unless they say otherwise. */
    String text(long day);

    /** Processing time moved on. */
    record ClockMoved(long fromMillis, long toMillis, boolean byHand) implements Happening {
        @Override
        public String operator() {
            return "";
        }

        @Override
        public int subtask() {
            return -1;
        }

        @Override
        public String text(long day) {
            return byHand ? "clock set to " + Times.text(toMillis, day) : "clock " + Times.text(toMillis, day);
        }
    }

    /** A source read an event. */
    record EventRead(String operator, int subtask, String partition, Object value, long timestamp)
            implements Happening {
        @Override
        public String text(long day) {
            return operator + "/" + partition + " <- " + ValueText.print(value) + at(timestamp, day);
        }
    }

    /** A source took a watermark, an idle mark ({@code watermark} is null) or an end that the user sent. */
    record MarkRead(String operator, int subtask, String partition, Mark mark, long watermark) implements Happening {
        @Override
        public String text(long day) {
            return operator + "/" + partition + " <- "
                    + (mark == Mark.WATERMARK ? "watermark " + Times.text(watermark, day) : mark.word());
        }
    }

    /** What a user can send besides events. */
    enum Mark {
        WATERMARK("watermark"),
        IDLE("idle"),
        END("end");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        /** How it is written. */
        public String word() {
            return word;
        }
    }

    /** A source looked at its watermark or its idleness, as it does periodically. */
    record Probed(String operator, int subtask) implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " looks at its watermark";
        }
    }

    /** The sources of an alignment group were compared; {@code lowest} is the lowest watermark that one reported. */
    record Compared(String operator, int subtask, String group, long lowest) implements Happening {
        @Override
        public String text(long day) {
            return "alignment group '" + group + "' is compared, the lowest watermark is " + Times.text(lowest, day);
        }
    }

    /** A source has read everything. */
    record SourceEnded(String operator, int subtask) implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " has read everything";
        }
    }

    /** An element came out of a channel. */
    record EventDelivered(String operator, int subtask, String from, Object value, long timestamp)
            implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " takes " + ValueText.print(value) + at(timestamp, day) + " from " + from;
        }
    }

    /** An element came out of a channel of a task in batch, and waits until everything is there and sorted. */
    record EventSorted(String operator, int subtask, String from, Object value, long timestamp) implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " puts " + ValueText.print(value) + at(timestamp, day) + " from " + from
                    + " in order";
        }
    }

    /** A watermark came out of a channel. */
    record WatermarkDelivered(String operator, int subtask, String from, long watermark) implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " takes watermark " + Times.text(watermark, day) + " from " + from;
        }
    }

    /** A status came out of a channel. */
    record StatusDelivered(String operator, int subtask, String from, WatermarkStatus status) implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " hears that " + from
                    + (status == WatermarkStatus.IDLE ? " is idle" : " is active");
        }
    }

    /** A channel came to its end. */
    record EndDelivered(String operator, int subtask, String from) implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " has everything from " + from;
        }
    }

    /**
     * A barrier entered at a source ({@code from} is null) or came out of a channel.
     *
     * @param waitingFor in how many channels it is still to come; −1 for one that is too old to count
     */
    record BarrierMet(
            String operator, int subtask, @Nullable String from, long checkpoint, int waitingFor) implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " barrier " + checkpoint + (from == null ? "" : " from " + from)
                    + (waitingFor < 0
                            ? ": of a checkpoint that was given up"
                            : waitingFor == 0 ? ": state stored" : ": waits for " + waitingFor + " more");
        }
    }

    /** A timer fired. */
    record TimerFired(String operator, int subtask, Object key, Object namespace, long timestamp, boolean eventTime)
            implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " timer " + (eventTime ? "" : "of processing time ")
                    + Times.text(timestamp, day) + " for " + ValueText.print(key)
                    + (namespace instanceof Window ? " " + namespace : "");
        }
    }

    /** An operator went on by itself when processing time had come; {@code about} is an element, or says what else. */
    record Awoke(String operator, int subtask, String what, Object about) implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " " + what + " "
                    + (about instanceof String text ? text : ValueText.print(about));
        }
    }

    /**
     * A sink heard that it can commit.
     *
     * @param checkpoint the one that is complete; {@link Long#MAX_VALUE} in a batch, when everything has come
     */
    record Notified(String operator, int subtask, long checkpoint) implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " hears that "
                    + (checkpoint == Long.MAX_VALUE
                            ? "everything has come"
                            : "checkpoint " + checkpoint + " is complete");
        }
    }

    /** A subtask was made to fail, or user code threw. */
    record Failed(String operator, int subtask, String reason) implements Happening {
        @Override
        public String text(long day) {
            return operator + "#" + subtask + " failed: " + reason;
        }
    }

    /**
     * A checkpoint was due.
     *
     * @param begun its number; 0 if it did not begin
     * @param underWay the number of the one that it waits for; 0 if none is under way
     * @param againMillis when it is due again, the last one being too short a time ago
     */
    record CheckpointDue(long begun, long underWay, long againMillis) implements OfTheJob {
        @Override
        public String text(long day) {
            if (begun > 0) {
                return "checkpoint " + begun + " begins";
            }
            return "a checkpoint is due; "
                    + (underWay > 0
                            ? "checkpoint " + underWay + " is under way, so it waits"
                            : "the last is too short a time ago, so it is taken at " + Times.text(againMillis, day));
        }
    }

    /** A checkpoint will never be complete. */
    record CheckpointGivenUp(long checkpoint, String reason) implements OfTheJob {
        @Override
        public String text(long day) {
            return "checkpoint " + checkpoint + " is given up: " + reason;
        }
    }

    /** The job failed, and no subtask of it in particular. */
    record JobFailed(String reason) implements OfTheJob {
        @Override
        public String text(long day) {
            return "the job failed: " + reason;
        }
    }

    /** What happens to the job as a whole. */
    sealed interface OfTheJob extends Happening {
        @Override
        default String operator() {
            return "";
        }

        @Override
        default int subtask() {
            return -1;
        }
    }

    /** The job started again from a checkpoint. */
    record Restored(long checkpoint) implements OfTheJob {
        @Override
        public String text(long day) {
            return "restored from checkpoint " + checkpoint;
        }
    }

    /** A machine failed, and with it the subtasks that ran on it. */
    record MachineFailed(String machine, List<String> subtasks) implements OfTheJob {
        public MachineFailed {
            subtasks = List.copyOf(subtasks);
        }

        @Override
        public String text(long day) {
            return "machine '" + machine + "' failed, and with it " + String.join(", ", subtasks);
        }
    }

    /** The coordinator failed: another takes its place, which knows the job and its complete checkpoints. */
    record CoordinatorFailed() implements OfTheJob {
        @Override
        public String text(long day) {
            return "the coordinator failed";
        }
    }

    /**
     * Subtasks started again after a failure.
     *
     * @param subtasks which; empty for the whole job
     * @param checkpoint from which; 0 for the beginning
     */
    record Restarted(List<String> subtasks, long checkpoint) implements OfTheJob {
        public Restarted {
            subtasks = List.copyOf(subtasks);
        }

        @Override
        public String text(long day) {
            return (subtasks.isEmpty() ? "the job starts" : String.join(", ", subtasks) + " start") + " again from "
                    + (checkpoint == 0 ? "the beginning" : "checkpoint " + checkpoint);
        }
    }

    private static String at(long timestamp, long day) {
        return timestamp == Long.MIN_VALUE ? "" : " @ " + Times.text(timestamp, day);
    }
}
