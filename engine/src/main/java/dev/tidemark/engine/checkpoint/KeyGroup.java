package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key group of one operator, taken apart: the tables by name, each key's entries as bytes, and the timers.
 *
 * <p>Law: what was read and not changed is written as the same bytes. The form is that of {@code KeyedStore}.
 */
final class KeyGroup {
    private final List<Table> tables = new ArrayList<>();
    private final List<Timer> eventTimers = new ArrayList<>();
    private final List<Timer> processingTimers = new ArrayList<>();

    /** The entries of one named state; {@code description} is its kind and the type of its values. */
    record Table(String name, String description, List<Entry> entries) {}

    /** A key, and its namespace and value. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(byte[] key, byte[] content) {}

    /** A key's timer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Timer(byte[] key, byte[] namespace, long timestamp) {}

    static KeyGroup read(byte[] bytes, Codec<Object> keys, Codec<Object> namespaces) {
        KeyGroup group = new KeyGroup();
        ByteSource in = new ByteSource(bytes);
        for (int left = in.readLength(); left > 0; left--) {
            Table table = new Table(in.readString(), in.readString(), new ArrayList<>());
            for (int entries = in.readLength(); entries > 0; entries--) {
                table.entries().add(new Entry(part(bytes, in, keys), in.readBytes()));
            }
            group.tables.add(table);
        }
        readTimers(bytes, in, keys, namespaces, group.eventTimers);
        readTimers(bytes, in, keys, namespaces, group.processingTimers);
        return group;
    }

    private static void readTimers(
            byte[] bytes, ByteSource in, Codec<Object> keys, Codec<Object> namespaces, List<Timer> timers) {
        for (int left = in.readLength(); left > 0; left--) {
            timers.add(new Timer(part(bytes, in, keys), part(bytes, in, namespaces), in.readLong()));
        }
    }

    /** The bytes of the value that comes next. */
    private static byte[] part(byte[] bytes, ByteSource in, Codec<Object> codec) {
        int from = in.position();
        codec.read(in);
        return Arrays.copyOfRange(bytes, from, in.position());
    }

    /** The tables of named states; one whose name begins with NUL is the store's own. */
    List<Table> tables() {
        return tables.stream().filter(table -> !ofTheStore(table)).toList();
    }

    private static boolean ofTheStore(Table table) {
        return table.name().startsWith("\0");
    }

    /** A group without entries, with what the store says of its own in this one. */
    KeyGroup like() {
        KeyGroup made = new KeyGroup();
        tables.stream()
                .filter(KeyGroup::ofTheStore)
                .forEach(table -> made.tables.add(new Table(table.name(), table.description(), new ArrayList<>())));
        return made;
    }

    List<Timer> timers(boolean eventTime) {
        return eventTime ? eventTimers : processingTimers;
    }

    /** The table of a state, null where the group has none. */
    @Nullable
    Table table(String name) {
        for (Table table : tables) {
            if (table.name().equals(name)) {
                return table;
            }
        }
        return null;
    }

    /** The table of a state, made where it is missing; tables lie in the order of their names. */
    Table table(String name, String description) {
        Table known = table(name);
        if (known != null) {
            return known;
        }
        Table made = new Table(name, description, new ArrayList<>());
        int place = 0;
        while (place < tables.size() && tables.get(place).name().compareTo(name) < 0) {
            place++;
        }
        tables.add(place, made);
        return made;
    }

    boolean isEmpty() {
        return eventTimers.isEmpty()
                && processingTimers.isEmpty()
                && tables.stream().allMatch(table -> table.entries().isEmpty());
    }

    byte[] write() {
        ByteSink out = new ByteSink();
        out.writeLength(tables.size());
        for (Table table : tables) {
            out.writeString(table.name());
            out.writeString(table.description());
            out.writeLength(table.entries().size());
            for (Entry entry : table.entries()) {
                out.writeRaw(entry.key(), 0, entry.key().length);
                out.writeBytes(entry.content());
            }
        }
        write(eventTimers, out);
        write(processingTimers, out);
        return out.toBytes();
    }

    private static void write(List<Timer> timers, ByteSink out) {
        out.writeLength(timers.size());
        for (Timer timer : timers) {
            out.writeRaw(timer.key(), 0, timer.key().length);
            out.writeRaw(timer.namespace(), 0, timer.namespace().length);
            out.writeLong(timer.timestamp());
        }
    }
}
