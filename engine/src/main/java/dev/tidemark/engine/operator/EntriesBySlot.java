package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.codec.ByteSink;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The entries of one table or timer queue, each written once, sorted into the slots (key groups) of their keys. */
final class EntriesBySlot<K> {
    private static final class Slot {
        private final ByteSink entries = new ByteSink();
        private int count;
    }

    private final ToIntFunction<K> slotOf;
    private final SortedMap<Integer, Slot> slots = new TreeMap<>();

    EntriesBySlot(ToIntFunction<K> slotOf) {
        this.slotOf = slotOf;
    }

    /** Where the next entry, which belongs to {@code key}, is to be written. */
    ByteSink entry(K key) {
        Slot slot = slots.computeIfAbsent(slotOf.applyAsInt(key), any -> new Slot());
        slot.count++;
        return slot.entries;
    }

    /** The slots that have entries. */
    Collection<Integer> slots() {
        return slots.keySet();
    }

    /** Writes how many entries a slot has, and the entries. */
    void write(int slot, ByteSink out) {
        Slot chosen = slots.get(slot);
        out.writeLength(chosen == null ? 0 : chosen.count);
        if (chosen != null) {
            out.writeRaw(chosen.entries.array(), 0, chosen.entries.size());
        }
    }
}
