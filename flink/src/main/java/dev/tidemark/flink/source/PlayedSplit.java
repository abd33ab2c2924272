package dev.tidemark.flink.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A partition and how far it has been played.
 *
 * @param position how many of its plays are over
 */
public record PlayedSplit(int partition, int position) implements SourceSplit {
    @Override
    public String splitId() {
        return Integer.toString(partition);
    }

    /** Two numbers. */
    static final class Form implements SimpleVersionedSerializer<PlayedSplit> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(PlayedSplit split) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(split.partition);
            out.writeInt(split.position);
            return bytes.toByteArray();
        }

        @Override
        public PlayedSplit deserialize(int version, byte[] serialized) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            return new PlayedSplit(in.readInt(), in.readInt());
        }
    }
}
