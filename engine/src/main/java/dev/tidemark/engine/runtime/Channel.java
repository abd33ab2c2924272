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
import java.util.ArrayDeque;
import java.util.List;

/** What is in flight from one subtask to another, first in, first out. */
final class Channel {
    private final String from;
    private final String to;
    private final int input;
    private final Codec<Object> codec;
    private final ArrayDeque<StreamElement> elements = new ArrayDeque<>();

    /** An empty channel into the given input, 0 or 1, of the operator at the head of the receiving task. */
    Channel(String from, String to, int input, Codec<Object> codec) {
        this.input = input;
        this.from = from;
        this.to = to;
        this.codec = codec;
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

    /** Sends an event; a value that could change travels as a copy. */
    void send(Object value, long timestamp) {
        elements.add(new Event(codec.copy(value), timestamp));
    }

    void send(StreamElement element) {
        elements.add(element);
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }

    StreamElement take() {
        return elements.remove();
    }

    List<StreamElement> inFlight() {
        return List.copyOf(elements);
    }

    void snapshot(ByteSink out) {
        out.writeLength(elements.size());
        Writer writer = new Writer(out);
        elements.forEach(element -> element.deliverTo(writer));
    }

    void restore(ByteSource in) {
        elements.clear();
        int count = in.readLength();
        for (int i = 0; i < count; i++) {
            elements.add(read(in));
        }
    }

    private StreamElement read(ByteSource in) {
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
