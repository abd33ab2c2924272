package dev.tidemark.engine.runtime;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.transcript.Happening;
import java.util.List;

/**
 * Tells sinks that go outside of barriers, of their end, and of checkpoints that are complete: the last one sink and step at a time, so
 * that anything can happen in between. Source: Flink's {@code notifyCheckpointComplete}, FLIP-147.
 */
final class Notices {
    private final boolean batch;
    private long complete;

    Notices(boolean batch) {
        this.batch = batch;
    }

    private interface Saying {
        void to(SinkOperator sink) throws Exception;
    }

    private static void say(OperatorSubtask operator, String occasion, Saying saying) {
        if (operator.operator() instanceof SinkOperator sink) {
            try {
                saying.to(sink);
            } catch (FunctionFailure e) {
                throw e;
            } catch (Exception e) {
                throw new FunctionFailure(operator.name(), operator.subtask(), null, occasion, e);
            }
        }
    }

    /** A barrier passes, also of a checkpoint that was given up: what is prepared then is committed with a later one. */
    static void barrier(Task task, long checkpoint) {
        for (OperatorSubtask operator : task.chain()) {
            say(operator, "at the barrier of checkpoint " + checkpoint, sink -> sink.prepare(checkpoint));
        }
    }

    /** A task has seen the end of its input. */
    static void end(Task task) {
        for (OperatorSubtask operator : task.chain()) {
            say(operator, "at the end of its input", SinkOperator::endOfInput);
        }
    }

    /** This checkpoint is complete, or the job has started from it. */
    void completed(long checkpoint) {
        complete = checkpoint;
    }

    /** What is complete for a task; everything in a batch, when its input is over. */
    private long complete(Task task) {
        return batch && task.finished() ? Long.MAX_VALUE : complete;
    }

    /** The first operator of a task that is to be told, as an index into its chain; −1 for none. */
    int next(Task task) {
        long known = complete(task);
        List<OperatorSubtask> chain = task.chain();
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).operator() instanceof SinkOperator sink && sink.listens(known)) {
                return i;
            }
        }
        return -1;
    }

    Happening tell(Task task, int index) {
        OperatorSubtask told = task.chain().get(index);
        long known = complete(task);
        say(told, "when it committed", sink -> sink.complete(known));
        return new Happening.Notified(told.name(), told.subtask(), known);
    }

    /** Whether everything is over, and the end of a sink is in no checkpoint yet. */
    boolean lackFinal(List<Task> tasks) {
        return !batch
                && tasks.stream().allMatch(Task::finished)
                && tasks.stream()
                        .flatMap(task -> task.chain().stream())
                        .anyMatch(each -> each.operator() instanceof SinkOperator sink && sink.lacks(complete));
    }

    void snapshot(ByteSink out) {
        out.writeLong(complete);
    }

    void restore(ByteSource in) {
        complete = in.readLong();
    }
}
