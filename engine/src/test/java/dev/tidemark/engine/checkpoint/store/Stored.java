package dev.tidemark.engine.checkpoint.store;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.checkpoint.OperatorState;
import dev.tidemark.engine.checkpoint.StateTypes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checkpoints of one operator with two key groups, long enough to be files, and everything in them as text. */
final class Stored {
    private Stored() {}

    static Checkpoint checkpoint(long id, int first, int second) {
        SortedMap<Integer, byte[]> groups = new TreeMap<>();
        groups.put(3, bytes(first, 5000));
        groups.put(70, bytes(second, 6000));
        groups.put(90, bytes(second, 10));
        StateTypes types = new StateTypes("totals", StateTypes.OwnKind.SNAPSHOT, "String", "", new TreeMap<>());
        OperatorState state = new OperatorState("totals", types, List.of(bytes(9, 4097), bytes(1, 3)), groups);
        List<Checkpoint.KeptWatermark> kept = List.of(new Checkpoint.KeptWatermark("totals", 0, 77, bytes(4, 4)));
        return new Checkpoint(id, 10 * id, 1000 * id, 2, 128, List.of(state), kept);
    }

    private static byte[] bytes(int seed, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (seed * 31 + i * i);
        }
        return bytes;
    }

    /** Equal for equal checkpoints. */
    static String text(Checkpoint checkpoint) {
        return new String(
                Metadata.write(checkpoint, false, new Part.Files() {
                    @Override
                    public void keep(Part part, byte[] content) {}

                    @Override
                    public byte[] fetch(Part part) {
                        throw new IllegalStateException("nothing is read");
                    }
                }),
                java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
