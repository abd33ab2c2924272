package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.TimerEntry;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.ValueText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a task in batch has taken in through its keyed inputs: handed over when everything is there, by key, then by
 * timestamp.
 *
 * <p>Equal ones are ordered by input, then by channel, then by arrival, so that no schedule can be seen. Behind the last
 * element of a key its timers fire, one a step, and its state goes. Source: Flink's {@code SortingDataInput}, {@code
 * MultiInputSortingDataInput}, {@code BatchExecutionKeyedStateBackend} and {@code BatchExecutionInternalTimeService}.
 */
final class SortedInput {
    private final OperatorSubtask head;
    private final KeyedStore<Object> store;
    private final Channel[] channels;
    private final Comparator<Entry> order;
    private final List<Entry> entries = new ArrayList<>();
    private int next;
    private boolean complete;
    private @Nullable Object key;
    private long watermark = Watermark.BEGINNING;

    /** An element with where it came from. */
    private record Entry(Object key, long timestamp, int channel, Object value) {}

    SortedInput(OperatorSubtask head, Channel[] channels) {
        this.head = head;
        this.store = head.keyed();
        this.channels = channels;
        this.order = Comparator.comparing(Entry::key, store.keyCodec().order())
                .thenComparingLong(Entry::timestamp)
                .thenComparingInt(entry -> channels[entry.channel()].input())
                .thenComparingInt(Entry::channel);
        head.timersAtKeyEnd();
    }

    /** Whether what comes out of a channel is sorted; else it is taken at once. */
    boolean sorts(int channel) {
        return head.selector(channels[channel].input()) != null;
    }

    void add(int channel, @Nullable Object said, Object value, long timestamp) {
        Object of = said == null ? keyOf(channels[channel].input(), value) : said;
        entries.add(new Entry(of, timestamp, channel, value));
    }

    private Object keyOf(int input, Object value) {
        try {
            return Objects.requireNonNull(
                    Objects.requireNonNull(head.selector(input)).key(value), "the key is null");
        } catch (RuntimeException e) {
            throw new FunctionFailure(head.name(), head.subtask(), null, "element " + ValueText.print(value), e);
        }
    }

    /** A watermark waits until everything is handed over. */
    void watermark(long to) {
        watermark = to;
    }

    /** Everything is there; what comes behind the last element goes to {@code then}. */
    void complete(Consumer<StreamElement> then) {
        complete = true;
        entries.sort(order);
        endAfterLast(then);
    }

    private void endAfterLast(Consumer<StreamElement> then) {
        if (!hasNext()) {
            endKey();
            then.accept(new Watermark(watermark));
            then.accept(EndOfInput.INSTANCE);
        }
    }

    /** Whether there is anything to hand over, or a timer of the last key to fire. */
    boolean hasNext() {
        return complete && (next < entries.size() || hasTimers());
    }

    /** Hands over the next element, or fires the next timer of a key that is over; the last is followed by the end. */
    Happening step(Consumer<StreamElement> then) {
        Happening done = step();
        endAfterLast(then);
        return done;
    }

    private Happening step() {
        boolean over = key != null
                && (next == entries.size() || !entries.get(next).key().equals(key));
        if (over && hasTimers()) {
            boolean eventTime = store.eventTimers().size() > 0;
            TimerEntry<Object> timer = fire(eventTime);
            return new Happening.TimerFired(
                    head.name(), head.subtask(), timer.key(), timer.namespace(), timer.timestamp(), eventTime);
        }
        if (over) {
            endKey();
        }
        Entry entry = entries.get(next++);
        key = entry.key();
        Channel from = channels[entry.channel()];
        head.element(from.input(), entry.key(), entry.value(), entry.timestamp());
        return new Happening.EventDelivered(head.name(), head.subtask(), from.from(), entry.value(), entry.timestamp());
    }

    private boolean hasTimers() {
        return store.eventTimers().size() + store.processingTimers().size() > 0;
    }

    /** Fires the first timer of a key that is over, at the end of time; none is set meanwhile. */
    private TimerEntry<Object> fire(boolean eventTime) {
        head.watermark(Watermark.END_OF_TIME);
        store.ignoreTimers(true);
        TimerEntry<Object> fired = head.fire(eventTime, Long.MAX_VALUE);
        store.ignoreTimers(false);
        head.watermark(Watermark.BEGINNING);
        return fired;
    }

    /** A key is over and its timers have fired: its state goes. */
    private void endKey() {
        store.clear();
    }

    /** What was taken in and not handed over yet, in the order in which that will be once everything is there. */
    List<StreamElement> waiting() {
        List<StreamElement> waiting = new ArrayList<>();
        List<Entry> sorted = new ArrayList<>(entries.subList(next, entries.size()));
        sorted.sort(order);
        sorted.forEach(each -> waiting.add(new Event(each.value(), each.timestamp())));
        return waiting;
    }

    void snapshot(ByteSink out) {
        out.writeBoolean(complete);
        out.writeLong(watermark);
        out.writeBoolean(key != null);
        if (key != null) {
            store.keyCodec().write(key, out);
        }
        out.writeLength(entries.size() - next);
        for (Entry each : entries.subList(next, entries.size())) {
            out.writeVarInt(each.channel());
            out.writeLong(each.timestamp());
            store.keyCodec().write(each.key(), out);
            channels[each.channel()].codec().write(each.value(), out);
        }
    }

    void restore(ByteSource in) {
        complete = in.readBoolean();
        watermark = in.readLong();
        key = in.readBoolean() ? store.keyCodec().read(in) : null;
        entries.clear();
        next = 0;
        for (int left = in.readLength(); left > 0; left--) {
            int channel = in.readVarInt();
            long timestamp = in.readLong();
            Object of = store.keyCodec().read(in);
            entries.add(
                    new Entry(of, timestamp, channel, channels[channel].codec().read(in)));
        }
    }
}
