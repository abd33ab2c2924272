package dev.tidemark.engine.checkpoint.store;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.checkpoint.OperatorState;
import dev.tidemark.engine.checkpoint.StateTypes;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The form of the file {@code _metadata}; see the package. */
final class Metadata {
    static final String FILE = "_metadata";
    static final int VERSION = 2;
    private static final byte[] BEGINNING = "tidemark checkpoint".getBytes(StandardCharsets.US_ASCII);
    private static final int SHORTEST = BEGINNING.length + Integer.BYTES + Hash.LENGTH;

    private Metadata() {}

    /**
     * The file of a checkpoint, whose longer parts go to {@code files}.
     *
     * @param shared whether they lie beside the checkpoint, with those of others
     */
    static byte[] write(Checkpoint checkpoint, boolean shared, Part.Files files) {
        ByteSink out = new ByteSink();
        out.writeRaw(BEGINNING, 0, BEGINNING.length);
        out.writeInt(VERSION);
        out.writeBoolean(shared);
        out.writeLong(checkpoint.id());
        out.writeLong(checkpoint.step());
        out.writeLong(checkpoint.clockMillis());
        out.writeVarInt(checkpoint.attempt());
        out.writeVarInt(checkpoint.maxParallelism());
        out.writeLength(checkpoint.operators().size());
        checkpoint.operators().forEach(state -> writeOperator(state, out, files));
        out.writeLength(checkpoint.watermarks().size());
        checkpoint.watermarks().forEach(kept -> {
            out.writeString(kept.uid());
            out.writeVarInt(kept.subtask());
            out.writeLong(kept.watermark());
            out.writeBytes(kept.progress());
        });
        byte[] hash = Hash.of(out.array(), out.size());
        out.writeRaw(hash, 0, hash.length);
        return out.toBytes();
    }

    private static void writeOperator(OperatorState state, ByteSink out, Part.Files files) {
        out.writeString(state.uid());
        state.types().write(out);
        out.writeLength(state.subtasks().size());
        state.subtasks().forEach(bytes -> writePart(bytes, out, files));
        out.writeLength(state.keyGroups().size());
        state.keyGroups().forEach((group, bytes) -> {
            out.writeVarInt(group);
            writePart(bytes, out, files);
        });
    }

    private static void writePart(byte[] bytes, ByteSink out, Part.Files files) {
        boolean inline = bytes.length <= Part.LONGEST_INLINE;
        out.writeBoolean(inline);
        if (inline) {
            out.writeBytes(bytes);
            return;
        }
        Part part = Part.of(bytes);
        files.keep(part, bytes);
        out.writeString(part.name());
        out.writeInt(part.size());
    }

    /**
     * The content of a file, once it is seen to be whole.
     *
     * @param file to be named in errors
     */
    static ByteSource open(byte[] bytes, Path file) {
        int begin = Math.min(BEGINNING.length, bytes.length);
        if (!Arrays.equals(bytes, 0, begin, BEGINNING, 0, begin)) {
            throw new CheckpointException(file + " is no metadata of a checkpoint, or its beginning is damaged; "
                    + "take the folder of a checkpoint, or an earlier checkpoint");
        }
        if (bytes.length < SHORTEST || !Hash.endsWithOwn(bytes)) {
            throw new CheckpointException(file + " is damaged: its " + bytes.length
                    + " bytes do not end with their own SHA-256; take a copy of the file, or an earlier checkpoint");
        }
        ByteSource in = new ByteSource(bytes, BEGINNING.length, bytes.length - BEGINNING.length - Hash.LENGTH);
        int version = in.readInt();
        if (version > VERSION) {
            throw new CheckpointException(
                    file + " has version " + version + " of the form, and this program reads up to " + VERSION
                            + "; read it with the program that wrote it, or a later one");
        }
        if (version < VERSION) {
            throw new CheckpointException(
                    file + " has version " + version + " of the form, and this program reads version " + VERSION
                            + ", whose values have other bytes; start without it, or go on with the program that wrote it");
        }
        return in;
    }

    /** Whether the longer parts lie beside the checkpoint; the first thing in the content. */
    static boolean shared(ByteSource in) {
        return in.readBoolean();
    }

    /** The checkpoint, behind {@link #shared}; {@code files} gives the longer parts. */
    static Checkpoint read(ByteSource in, Part.Files files) {
        long id = in.readLong();
        long step = in.readLong();
        long clock = in.readLong();
        int attempt = in.readVarInt();
        int maxParallelism = in.readVarInt();
        List<OperatorState> operators = new ArrayList<>();
        for (int left = in.readLength(); left > 0; left--) {
            operators.add(readOperator(in, files));
        }
        List<Checkpoint.KeptWatermark> watermarks = new ArrayList<>();
        for (int left = in.readLength(); left > 0; left--) {
            watermarks.add(
                    new Checkpoint.KeptWatermark(in.readString(), in.readVarInt(), in.readLong(), in.readBytes()));
        }
        return new Checkpoint(id, step, clock, attempt, maxParallelism, operators, watermarks);
    }

    private static OperatorState readOperator(ByteSource in, Part.Files files) {
        String uid = in.readString();
        StateTypes types = StateTypes.read(in);
        List<byte[]> subtasks = new ArrayList<>();
        for (int left = in.readLength(); left > 0; left--) {
            subtasks.add(readPart(in, files));
        }
        SortedMap<Integer, byte[]> groups = new TreeMap<>();
        for (int left = in.readLength(); left > 0; left--) {
            groups.put(in.readVarInt(), readPart(in, files));
        }
        return new OperatorState(uid, types, subtasks, groups);
    }

    private static byte[] readPart(ByteSource in, Part.Files files) {
        return in.readBoolean() ? in.readBytes() : files.fetch(new Part(in.readString(), in.readInt()));
    }
}
