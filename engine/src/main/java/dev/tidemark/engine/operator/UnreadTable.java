package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.ArrayList;
import java.util.List;

/** A restored state that nobody has asked for yet: its keys are known, its values are bytes until its type is. */
record UnreadTable<K>(String description, List<Entry<K>> entries) {
    /** Window and value of one key, encoded. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry<K>(K key, byte[] content) {}

    UnreadTable(String description) {
        this(description, new ArrayList<>());
    }

    void read(Codec<K> keys, ByteSource in) {
        int count = in.readLength();
        for (int i = 0; i < count; i++) {
            entries.add(new Entry<>(keys.read(in), in.readBytes()));
        }
    }

    void write(Codec<K> keys, EntriesBySlot<K> out) {
        for (Entry<K> each : entries) {
            ByteSink entry = out.entry(each.key());
            keys.write(each.key(), entry);
            entry.writeBytes(each.content());
        }
    }
}
