package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.Barrier;
import dev.tidemark.engine.element.ElementReceiver;
import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is in flight from one subtask to another, first in, first out.
 *
 * <p>A ring of columns, so that an event on its way costs no object of its own.
 */
final class Channel {
    private static final int SMALLEST = 16;

    private final String from;
    private final String to;
    private final int input;
    private final Codec<Object> codec;
    private final boolean copies;
    private @Nullable Object[] values = new Object[SMALLEST];
    private long[] timestamps = new long[SMALLEST];
    private boolean[] events = new boolean[SMALLEST];
    private @Nullable Object[] keys = {};
    private int head;
    private int size;

    /** An empty channel into the given input, 0 or 1, of the operator at the head of the receiving task. */
    Channel(String from, String to, int input, Codec<Object> codec) {
        this.from = from;
        this.to = to;
        this.input = input;
        this.codec = codec;
        this.copies = !codec.immutable();
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    int input() {
        return input;
    }

    /** The codec of the events. */
    Codec<Object> codec() {
        return codec;
    }

    /** Sends an event; a value that could change travels as a copy. */
    void send(Object value, long timestamp) {
        put(copies ? codec.copy(value) : value, timestamp);
    }

    /** Sends an event with the key that was read from it, so that the receiver need not read it again. */
    void send(Object value, long timestamp, Object key) {
        int tail = put(copies ? codec.copy(value) : value, timestamp);
        if (keys.length != values.length) {
            keys = new Object[values.length];
        }
        keys[tail] = key;
    }

    private int put(Object value, long timestamp) {
        int tail = nextSlot();
        values[tail] = value;
        timestamps[tail] = timestamp;
        events[tail] = true;
        return tail;
    }

    /** Sends what is not an event. */
    void send(StreamElement element) {
        int tail = nextSlot();
        values[tail] = element;
        events[tail] = false;
    }

    private int nextSlot() {
        if (size == values.length) {
            grow();
        }
        return (head + size++) & (values.length - 1);
    }

    private void grow() {
        int capacity = values.length;
        @Nullable Object[] widerValues = widened(values);
        long[] widerTimestamps = new long[2 * capacity];
        boolean[] widerEvents = new boolean[2 * capacity];
        for (int i = 0; i < size; i++) {
            int slot = (head + i) & (capacity - 1);
            widerTimestamps[i] = timestamps[slot];
            widerEvents[i] = events[slot];
        }
        keys = widened(keys);
        values = widerValues;
        timestamps = widerTimestamps;
        events = widerEvents;
        head = 0;
    }

    private @Nullable Object[] widened(@Nullable Object[] column) {
        if (column.length == 0) {
            return column;
        }
        @Nullable Object[] wider = new Object[2 * column.length];
        for (int i = 0; i < size; i++) {
            wider[i] = column[(head + i) & (column.length - 1)];
        }
        return wider;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Whether the first element is an event; there is one. */
    boolean eventNext() {
        return events[head];
    }

    /** The timestamp of the event that is first. */
    long timestampNext() {
        return timestamps[head];
    }

    /** The key of the event that is first, if its sender has said it. */
    @Nullable
    Object keyNext() {
        return keys.length == 0 ? null : keys[head];
    }

    /** Takes the first element: an event's value, or what is not an event as it is. */
    Object take() {
        Object taken = Objects.requireNonNull(values[head]);
        values[head] = null;
        head = (head + 1) & (values.length - 1);
        size--;
        return taken;
    }

    /** The elements, the next to be delivered first. */
    List<StreamElement> inFlight() {
        List<StreamElement> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int slot = (head + i) & (values.length - 1);
            Object value = Objects.requireNonNull(values[slot]);
            elements.add(events[slot] ? new Event(value, timestamps[slot]) : (StreamElement) value);
        }
        return elements;
    }

    void snapshot(ByteSink out) {
        write(inFlight(), out);
    }

    void restore(ByteSource in) {
        while (size > 0) {
            take();
        }
        keys = new Object[0];
        for (StreamElement element : read(in)) {
            if (element instanceof Event event) {
                put(event.value(), event.timestamp());
            } else {
                send(element);
            }
        }
    }

    private void write(List<StreamElement> elements, ByteSink out) {
        out.writeLength(elements.size());
        Writer writer = new Writer(out);
        elements.forEach(element -> element.deliverTo(writer));
    }

    private List<StreamElement> read(ByteSource in) {
        List<StreamElement> elements = new ArrayList<>();
        int count = in.readLength();
        for (int i = 0; i < count; i++) {
            elements.add(readElement(in));
        }
        return elements;
    }

    private StreamElement readElement(ByteSource in) {
        return switch (in.readByte()) {
            case 0 -> new Event(codec.read(in), in.readLong());
            case 1 -> new Watermark(in.readLong());
            case 2 -> in.readBoolean() ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE;
            case 3 -> new Barrier(in.readLong());
            default -> EndOfInput.INSTANCE;
        };
    }

    private final class Writer implements ElementReceiver {
        private final ByteSink out;

        Writer(ByteSink out) {
            this.out = out;
        }

        @Override
        public void event(Event event) {
            out.writeByte(0);
            codec.write(event.value(), out);
            out.writeLong(event.timestamp());
        }

        @Override
        public void watermark(Watermark watermark) {
            out.writeByte(1);
            out.writeLong(watermark.timestamp());
        }

        @Override
        public void status(WatermarkStatus status) {
            out.writeByte(2);
            out.writeBoolean(status == WatermarkStatus.IDLE);
        }

        @Override
        public void barrier(Barrier barrier) {
            out.writeByte(3);
            out.writeLong(barrier.checkpoint());
        }

        @Override
        public void endOfInput() {
            out.writeByte(4);
        }
    }
}
