package dev.tidemark.engine.runtime;

import dev.tidemark.engine.operator.Redistribution;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a checkpoint holds of a sink with an outside: of one subtask, or its share of what all had.
 *
 * @param states what writers remembered
 * @param pending committables by the checkpoint that they belong to
 */
record SinkShare(List<byte[]> states, SortedMap<Long, List<byte[]>> pending) {

    void write(ByteSink out) {
        writeAll(states, out);
        writePending(pending, out);
    }

    static void writeAll(List<byte[]> each, ByteSink out) {
        out.writeLength(each.size());
        each.forEach(out::writeBytes);
    }

    static List<byte[]> readAll(ByteSource in) {
        List<byte[]> all = new ArrayList<>();
        for (int left = in.readLength(); left > 0; left--) {
            all.add(in.readBytes());
        }
        return all;
    }

    static void writePending(SortedMap<Long, List<byte[]>> pending, ByteSink out) {
        out.writeLength(pending.size());
        pending.forEach((id, committables) -> {
            out.writeVarLong(id);
            writeAll(committables, out);
        });
    }

    static SortedMap<Long, List<byte[]>> readPending(ByteSource in) {
        SortedMap<Long, List<byte[]>> pending = new TreeMap<>();
        for (int left = in.readLength(); left > 0; left--) {
            long id = in.readVarLong();
            pending.put(id, readAll(in));
        }
        return pending;
    }

    /** What one subtask stored, behind how much it had collected; nothing where the operator of this uid only collected. */
    private static SinkShare read(byte[] stored) {
        ByteSource in = new ByteSource(stored);
        in.readVarInt();
        return in.remaining() == 0
                ? new SinkShare(List.of(), new TreeMap<>())
                : new SinkShare(readAll(in), readPending(in));
    }

    /** The share of a subtask of the next start: as entries of a list are dealt out. */
    static SinkShare of(List<byte[]> stored, int subtask, int parallelism) {
        List<List<byte[]>> states = new ArrayList<>();
        List<List<byte[]>> pending = new ArrayList<>();
        for (byte[] each : stored) {
            SinkShare share = read(each);
            states.add(share.states());
            pending.add(share.numbered());
        }
        return new SinkShare(
                Redistribution.SPLIT.share(states, subtask, parallelism),
                byNumber(Redistribution.SPLIT.share(pending, subtask, parallelism)));
    }

    /** What all subtasks together stored. */
    static SinkShare ofAll(List<byte[]> stored) {
        List<byte[]> states = new ArrayList<>();
        List<byte[]> pending = new ArrayList<>();
        for (byte[] each : stored) {
            SinkShare share = read(each);
            states.addAll(share.states());
            pending.addAll(share.numbered());
        }
        return new SinkShare(states, byNumber(pending));
    }

    /** Each committable behind the number of its checkpoint. */
    private List<byte[]> numbered() {
        List<byte[]> entries = new ArrayList<>();
        pending.forEach((id, committables) -> committables.forEach(committable -> {
            ByteSink entry = new ByteSink();
            entry.writeVarLong(id);
            entry.writeBytes(committable);
            entries.add(entry.toBytes());
        }));
        return entries;
    }

    private static SortedMap<Long, List<byte[]>> byNumber(List<byte[]> entries) {
        SortedMap<Long, List<byte[]>> pending = new TreeMap<>();
        for (byte[] entry : entries) {
            ByteSource in = new ByteSource(entry);
            pending.computeIfAbsent(in.readVarLong(), any -> new ArrayList<>()).add(in.readBytes());
        }
        return pending;
    }

    /** All committables, those of the earliest checkpoint first. */
    List<byte[]> committables() {
        List<byte[]> all = new ArrayList<>();
        pending.values().forEach(all::addAll);
        return all;
    }
}
