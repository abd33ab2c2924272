package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has to be known of an operator to read its part of a checkpoint without its code: its name and the types of what it stored,
 * in print.
 *
 * @param operator its name
 * @param own what it keeps outside of keys
 * @param key the type of its keys, empty without keyed state
 * @param timer the type of its timers' namespace, empty without keyed state
 * @param namespaces the type of the namespace of each state by the state's name; a state that nobody has asked for since the job was
 *     restored is known from before
 */
public record StateTypes(String operator, OwnKind own, String key, String timer, SortedMap<String, String> namespaces) {
    public StateTypes {
        namespaces = new TreeMap<>(namespaces);
    }

    /** The same, with the namespaces of states that only {@code other} knows. */
    public StateTypes and(StateTypes other) {
        SortedMap<String, String> all = new TreeMap<>(other.namespaces);
        all.putAll(namespaces);
        return new StateTypes(operator, own, key, timer, all);
    }

    /** Appends it, for {@link #read}. */
    public void write(ByteSink out) {
        out.writeString(operator);
        out.writeString(own.name());
        out.writeString(key);
        out.writeString(timer);
        out.writeLength(namespaces.size());
        namespaces.forEach((state, namespace) -> {
            out.writeString(state);
            out.writeString(namespace);
        });
    }

    /** Reads what {@link #write} wrote. */
    public static StateTypes read(ByteSource in) {
        String operator = in.readString();
        OwnKind own = OwnKind.valueOf(in.readString());
        String key = in.readString();
        String timer = in.readString();
        SortedMap<String, String> namespaces = new TreeMap<>();
        for (int left = in.readLength(); left > 0; left--) {
            namespaces.put(in.readString(), in.readString());
        }
        return new StateTypes(operator, own, key, timer, namespaces);
    }

    /** What an operator keeps outside of keys. */
    public enum OwnKind {
        /** A source: how far it has read each of its partitions. */
        POSITIONS,
        /** A sink: how many results it has collected. */
        COLLECTED,
        /** Broadcast state, the same in every subtask. */
        BROADCAST,
        /** Entries that are dealt out when the parallelism changes. */
        ENTRIES,
        /** What its snapshot is; not used when it is restored. */
        SNAPSHOT
    }
}
