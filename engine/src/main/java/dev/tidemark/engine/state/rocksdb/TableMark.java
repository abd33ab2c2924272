package dev.tidemark.engine.state.rocksdb;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.nio.ByteBuffer;

/**
 * What a keyframe says of a table, so that another backend can go on with it: a row below those of all tables.
 *
 * @param owner the operator subtask
 * @param name of the state
 * @param description of what it holds, as {@code StateSchema} prints it
 * @param number of the table, with which its rows begin; from 1
 * @param size how many rows it has
 * @param lastSequence the number of the entry that came last
 */
record TableMark(String owner, String name, String description, int number, int size, long lastSequence) {
    private static final int TABLE = 0;

    /** Below all marks. */
    static byte[] first() {
        return ByteBuffer.allocate(Integer.BYTES).putInt(TABLE).array();
    }

    /** Above all marks, and below all tables. */
    static byte[] end() {
        return ByteBuffer.allocate(Integer.BYTES).putInt(TABLE + 1).array();
    }

    byte[] key() {
        ByteSink out = new ByteSink();
        out.writeInt(TABLE);
        out.writeString(owner);
        out.writeString(name);
        return out.toBytes();
    }

    byte[] content() {
        ByteSink out = new ByteSink();
        out.writeString(description);
        out.writeInt(number);
        out.writeInt(size);
        out.writeLong(lastSequence);
        return out.toBytes();
    }

    static TableMark of(byte[] key, byte[] content) {
        ByteSource place = new ByteSource(key, Integer.BYTES, key.length - Integer.BYTES);
        String owner = place.readString();
        String name = place.readString();
        ByteSource in = new ByteSource(content);
        return new TableMark(owner, name, in.readString(), in.readInt(), in.readInt(), in.readLong());
    }
}
