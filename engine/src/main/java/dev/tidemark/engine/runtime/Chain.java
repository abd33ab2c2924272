package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.Barrier;
import dev.tidemark.engine.element.ElementReceiver;
import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.operator.HoldingOperator;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.TimerEntry;
import dev.tidemark.engine.transcript.Happening;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The operators of one task: watermarks, changes of status and the end go through them one by one.
 *
 * <p>Each operator fires its timers for a watermark, one a step, and only then passes it on. One that holds a watermark
 * lets it go later, and it goes on below that operator. While an operator is full nothing above it moves, except for what
 * the task's own probes say. Until the end has passed an operator, it waits in front of it.
 */
final class Chain {
    private static final int NOT_ENDING = -1;

    private final List<OperatorSubtask> operators;
    private final int[] ends;
    private final List<Holding> holding;
    private final boolean holds;
    private final OperatorSubtask[] withTimers;
    private final ArrayDeque<StreamElement> waiting = new ArrayDeque<>();
    private final ArrayDeque<Advance> advances = new ArrayDeque<>();
    private int ending = NOT_ENDING;
    private boolean endSaid;
    private boolean finished;
    private boolean stopped;

    /** A watermark on its way through the operators in {@code [index, end)}. */
    private static final class Advance {
        private int index;
        private final int end;
        private final long to;
        /** Whether the operator at the index has held it and lets it go now. */
        private boolean released;
        /** Whether it was made while an operator was full, which does not stop it. */
        private final boolean inserted;

        Advance(int index, int end, long to, boolean released, boolean inserted) {
            this.index = index;
            this.end = end;
            this.to = to;
            this.released = released;
            this.inserted = inserted;
        }
    }

    /**
     * Operators, each before those that it sends to.
     *
     * @param ends for each, the index behind the last operator below it
     */
    Chain(List<OperatorSubtask> operators, List<Integer> ends) {
        this.operators = List.copyOf(operators);
        this.ends = ends.stream().mapToInt(Integer::intValue).toArray();
        this.holding = IntStream.range(0, operators.size())
                .filter(i -> operators.get(i).operator() instanceof HoldingOperator)
                .mapToObj(i -> new Holding(i, operators.get(i)))
                .toList();
        this.holds = !holding.isEmpty();
        this.withTimers =
                operators.stream().filter(operator -> operator.store() != null).toArray(OperatorSubtask[]::new);
        for (Holding each : holding) {
            int index = each.index();
            operators.get(index).releasing(to -> advances.push(new Advance(index, this.ends[index], to, true, false)));
        }
    }

    List<OperatorSubtask> operators() {
        return operators;
    }

    OperatorSubtask head() {
        return operators.get(0);
    }

    /** Its task has failed: nothing moves any more. */
    void stop() {
        stopped = true;
        for (OperatorSubtask each : operators) {
            if (each.operator() instanceof SinkOperator sink) {
                sink.stop();
            }
        }
    }

    /** Whether the end has passed every operator. */
    boolean finished() {
        return finished && !stopped;
    }

    /** Whether the end has come, so that nothing more will be taken in. */
    boolean ending() {
        return ending != NOT_ENDING || finished || stopped;
    }

    /** Whether there is an operator that can hold anything back. */
    boolean canHold() {
        return holds;
    }

    /** Whether an operator is full, or the task has failed, so that nothing can be taken in. */
    boolean full() {
        return stopped || (holds && innermostFull() >= 0);
    }

    /** The index of the last operator that is full, or −1. */
    private int innermostFull() {
        for (int i = holding.size() - 1; i >= 0; i--) {
            if (holding.get(i).full()) {
                return holding.get(i).index();
            }
        }
        return -1;
    }

    private @Nullable Holding holdingAt(int index) {
        for (Holding each : holding) {
            if (each.index() == index) {
                return each;
            }
        }
        return null;
    }

    /** Puts something behind what waits to go through. */
    void add(StreamElement element) {
        waiting.add(element);
    }

    /** Whether nothing is on its way through. */
    boolean quiet() {
        return advances.isEmpty() && waiting.isEmpty() && ending == NOT_ENDING;
    }

    /** Whether a watermark's advance has a timer to fire, which goes before everything else. */
    boolean hasPending() {
        Advance top = advances.peek();
        return top != null && moves(top);
    }

    private boolean moves(Advance advance) {
        int full = innermostFull();
        return advance.inserted || advance.index > full || (advance.index == full && advance.released);
    }

    /** Fires the next timer of a watermark's advance; says what it was when somebody wants to know. */
    @Nullable
    Happening fireEventTimer() {
        OperatorSubtask operator = operators.get(advances.element().index);
        TimerEntry<Object> timer = operator.fire(true);
        resume();
        return operator.telling() ? timer(operator, timer, true) : null;
    }

    /** When the next operator wants something of processing time: a timer, or to be woken up. */
    long nextProcessingTime() {
        long next = Long.MAX_VALUE;
        if (finished || stopped) {
            return next;
        }
        if (holding.isEmpty()) {
            for (OperatorSubtask operator : withTimers) {
                next = Math.min(next, operator.nextProcessingTimer());
            }
        } else {
            for (int i = first(); i < operators.size(); i++) {
                next = Math.min(next, operators.get(i).nextProcessingTimer());
            }
            for (Holding each : holding) {
                next = each.index() < first() ? next : Math.min(next, each.nextWakeUp());
            }
        }
        return next;
    }

    /** The first operator on which processing time acts: not above one that is full, nor where the end has passed. */
    private int first() {
        return holding.isEmpty() ? 0 : Math.max(0, Math.max(innermostFull(), ending));
    }

    /** Fires the first processing-time timer that is due, or wakes up the operator that is. */
    Happening fireProcessingTime() {
        long now = nextProcessingTime();
        Happening happened = null;
        for (int i = first(); i < operators.size() && happened == null; i++) {
            Holding held = holdingAt(i);
            if (held != null && held.nextWakeUp() == now) {
                happened = held.wakeUp();
            } else if (operators.get(i).nextProcessingTimer() == now) {
                happened = timer(operators.get(i), operators.get(i).fire(false), false);
            }
        }
        resume();
        return Objects.requireNonNull(happened);
    }

    private static Happening timer(OperatorSubtask operator, TimerEntry<Object> timer, boolean eventTime) {
        return new Happening.TimerFired(
                operator.name(), operator.subtask(), timer.key(), timer.namespace(), timer.timestamp(), eventTime);
    }

    /** Goes on with what waits until a timer has to fire, which is a step of its own, or something is held. */
    void resume() {
        while (!finished) {
            Advance top = advances.peek();
            if (top != null && moves(top)) {
                if (!advance(top)) {
                    return;
                }
            } else if (full()) {
                if (waiting.isEmpty() || waiting.element() == EndOfInput.INSTANCE) {
                    return;
                }
                waiting.remove().deliverTo(through);
            } else if (ending != NOT_ENDING) {
                if (!end()) {
                    return;
                }
            } else {
                StreamElement next = waiting.poll();
                if (next == null) {
                    return;
                }
                next.deliverTo(through);
            }
        }
    }

    /** Takes a watermark through one operator; false when a timer has to fire there first. */
    private boolean advance(Advance advance) {
        OperatorSubtask operator = operators.get(advance.index);
        Holding held = advance.released ? null : holdingAt(advance.index);
        if (held != null && held.holds(advance.to)) {
            advance.index = ends[advance.index];
        } else {
            operator.advance(advance.to);
            if (operator.hasEventTimer()) {
                return false;
            }
            operator.broadcast(new Watermark(advance.to));
            advance.index++;
        }
        advance.released = false;
        if (advance.index == advance.end) {
            advances.remove(advance);
        }
        return true;
    }

    /** Takes the end through the operators; false when one holds something back. */
    private boolean end() {
        while (ending < operators.size()) {
            Holding held = holdingAt(ending);
            if (held != null && !endSaid) {
                endSaid = true;
                held.endOfInput();
            }
            if (held != null && !held.holdsNothing()) {
                return false;
            }
            endSaid = false;
            ending++;
        }
        finished = true;
        operators.forEach(operator -> operator.broadcast(EndOfInput.INSTANCE));
        return true;
    }

    private final ElementReceiver through = new ElementReceiver() {
        @Override
        public void event(Event event) {
            throw new IllegalStateException("events do not wait");
        }

        @Override
        public void watermark(Watermark watermark) {
            advances.push(new Advance(0, operators.size(), watermark.timestamp(), false, full()));
        }

        @Override
        public void status(WatermarkStatus status) {
            operators.forEach(operator -> operator.status(status));
        }

        @Override
        public void barrier(Barrier passing) {
            throw new IllegalStateException("barriers do not wait");
        }

        @Override
        public void endOfInput() {
            ending = 0;
        }
    };

    // ---- snapshot

    void snapshot(ByteSink out) {
        out.writeVarInt(ending);
        out.writeBoolean(endSaid);
        out.writeBoolean(finished);
        out.writeLength(advances.size());
        for (Iterator<Advance> each = advances.descendingIterator(); each.hasNext(); ) {
            Advance advance = each.next();
            out.writeVarInt(advance.index);
            out.writeVarInt(advance.end);
            out.writeLong(advance.to);
            out.writeBoolean(advance.released);
            out.writeBoolean(advance.inserted);
        }
        Channel buffer = new Channel("", "", 0, head().node().output());
        waiting.forEach(buffer::send);
        buffer.snapshot(out);
        operators.forEach(operator -> operator.snapshot(out));
    }

    void restore(ByteSource in) {
        ending = in.readVarInt();
        endSaid = in.readBoolean();
        finished = in.readBoolean();
        advances.clear();
        for (int left = in.readLength(); left > 0; left--) {
            advances.push(
                    new Advance(in.readVarInt(), in.readVarInt(), in.readLong(), in.readBoolean(), in.readBoolean()));
        }
        Channel buffer = new Channel("", "", 0, head().node().output());
        buffer.restore(in);
        waiting.clear();
        waiting.addAll(buffer.inFlight());
        operators.forEach(operator -> operator.restore(in));
    }
}
