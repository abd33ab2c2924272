package dev.tidemark.flink.source;

import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;

/**
 * One thing that a partition plays.
 *
 * @param line its place among everything that the source plays, or the line of the script that holds it
 */
record Play(long line, StreamElement element) {
    private static final int EVENT = 0;
    private static final int WATERMARK = 1;
    private static final int IDLE = 2;
    private static final int ACTIVE = 3;
    private static final int END = 4;

    void write(Codec<Object> codec, ByteSink out) {
        out.writeVarLong(line);
        if (element instanceof Event event) {
            out.writeByte(EVENT);
            out.writeLong(event.timestamp());
            codec.write(event.value(), out);
        } else if (element instanceof Watermark watermark) {
            out.writeByte(WATERMARK);
            out.writeLong(watermark.timestamp());
        } else if (element instanceof WatermarkStatus status) {
            out.writeByte(status == WatermarkStatus.IDLE ? IDLE : ACTIVE);
        } else if (element instanceof EndOfInput) {
            out.writeByte(END);
        } else {
            throw new IllegalArgumentException("a source can't play " + element);
        }
    }

    static Play read(Codec<Object> codec, ByteSource in) {
        long line = in.readVarLong();
        return new Play(
                line,
                switch (in.readByte()) {
                    case EVENT -> {
                        long timestamp = in.readLong();
                        yield new Event(codec.read(in), timestamp);
                    }
                    case WATERMARK -> new Watermark(in.readLong());
                    case IDLE -> WatermarkStatus.IDLE;
                    case ACTIVE -> WatermarkStatus.ACTIVE;
                    default -> EndOfInput.INSTANCE;
                });
    }
}
