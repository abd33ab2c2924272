package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.operator.KeyedListener;
import dev.tidemark.engine.time.TimerEntry;
import dev.tidemark.engine.transcript.Abbreviated;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.window.Timing;
import dev.tidemark.engine.window.Window;
import org.jspecify.annotations.Nullable;

/** Notes what one subtask of an operator does. */
final class Notes implements KeyedListener {
    private final String operator;
    private final int node;
    private final int subtask;
    private final Recorder recorder;

    /** {@code node} is the operator's number. */
    Notes(String operator, int node, int subtask, Recorder recorder) {
        this.operator = operator;
        this.node = node;
        this.subtask = subtask;
        this.recorder = recorder;
    }

    void late(Object key, Event element) {
        recorder.mix(node, element.timestamp() ^ 0x1A7E);
        if (recorder.detailed()) {
            recorder.add(new Effect.DroppedLate(operator, subtask, key, element.value(), element.timestamp()));
        }
    }

    void fired(Object key, Window window, Timing timing) {
        recorder.mix(window.maxTimestamp(), timing == Timing.LATE ? 2 : timing == Timing.ON_TIME ? 1 : 0);
        if (recorder.detailed()) {
            recorder.add(new Effect.Fired(operator, subtask, key, window, timing));
        }
    }

    void called(Object about, int attempt, long answerMillis) {
        recorder.mix(attempt, answerMillis);
        if (recorder.detailed()) {
            recorder.add(new Effect.Called(operator, subtask, about, attempt, answerMillis));
        }
    }

    @Override
    public void stateChanged(String state, Object key, Object namespace, @Nullable Object after) {
        if (recorder.detailed()) {
            recorder.add(new Effect.StateChanged(
                    operator, subtask, state, key, namespace, after == null ? null : Abbreviated.of(after)));
        }
    }

    @Override
    public void timerChanged(TimerEntry<?> timer, boolean eventTime, boolean set) {
        recorder.mix(timer.timestamp(), (eventTime ? 2 : 0) + (set ? 1 : 0));
        if (recorder.detailed()) {
            recorder.add(new Effect.TimerChanged(
                    operator, subtask, timer.key(), timer.namespace(), timer.timestamp(), eventTime, set));
        }
    }

    @Override
    public void timerIgnored(Object key, Object namespace, long timestamp, boolean eventTime) {
        recorder.mix(~timestamp, eventTime ? 2 : 0);
        if (recorder.detailed()) {
            recorder.add(new Effect.TimerIgnored(operator, subtask, key, namespace, timestamp, eventTime));
        }
    }
}
