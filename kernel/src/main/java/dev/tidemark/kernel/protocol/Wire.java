package dev.tidemark.kernel.protocol;

import com.google.gson.JsonParseException;
import dev.tidemark.kernel.render.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * One socket with the framing of Jupyter's wire protocol; used by the socket thread alone.
 *
 * <p>A message with a wrong signature, a missing part or bad JSON is logged and dropped, whole, so that the next one is
 * read from its beginning.
 */
final class Wire extends JupyterSocket {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int PARTS = 5;

    private final int port;

    Wire(ZMQ.Context context, SocketType type, HMACGenerator signatures, String name, int port) {
        super(context, type, signatures, Logger.getLogger("Tidemark." + name));
        this.port = port;
        // a limit would make the library drop messages without a word
        setHWM(0);
        setLinger(300);
    }

    @Override
    public void bind(KernelConnectionProperties connection) {
        boolean tcp = !"ipc".equals(connection.getTransport());
        bind(
                tcp
                        ? formatAddress(connection.getTransport(), connection.getIp(), port)
                        : "ipc://" + connection.getIp() + "-" + port);
    }

    /** Reads all frames of the next message; the socket must be ready. */
    List<byte[]> frames() {
        List<byte[]> frames = new ArrayList<>();
        do {
            byte[] frame = recv(ZMQ.DONTWAIT);
            if (frame == null) {
                break;
            }
            frames.add(frame);
        } while (hasReceiveMore());
        return frames;
    }

    /** Reads the next message; null if it is not a valid one. */
    @Nullable
    Incoming read(Channel channel) {
        List<byte[]> frames = frames();
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        if (frames.size() < delimiter + 1 + PARTS) {
            logger.warning("dropped a message of " + frames.size() + " frames, which is too few");
            return null;
        }
        List<byte[]> parts = frames.subList(delimiter + 1, frames.size());
        byte[] expected =
                bytes(hmacGenerator.calculateSignature(parts.get(1), parts.get(2), parts.get(3), parts.get(4)));
        if (!MessageDigest.isEqual(expected, parts.get(0))) {
            logger.warning("dropped a message whose signature is wrong");
            return null;
        }
        try {
            return new Incoming(
                    channel,
                    List.copyOf(frames.subList(0, delimiter)),
                    Json.object(text(parts.get(1))),
                    Json.object(text(parts.get(3))),
                    Json.object(text(parts.get(4))),
                    List.copyOf(parts.subList(PARTS, parts.size())));
        } catch (JsonParseException e) {
            logger.log(Level.WARNING, "dropped a message that is not JSON", e);
            return null;
        }
    }

    void write(Outgoing message) {
        message.prefix().forEach(this::sendMore);
        byte[] header = bytes(message.header());
        byte[] parent = bytes(message.parent());
        byte[] metadata = bytes(message.metadata());
        byte[] content = bytes(message.content());
        sendMore(DELIMITER);
        sendMore(bytes(hmacGenerator.calculateSignature(header, parent, metadata, content)));
        sendMore(header);
        sendMore(parent);
        sendMore(metadata);
        List<byte[]> rest = new ArrayList<>(List.of(content));
        rest.addAll(message.buffers());
        for (int i = 0; i < rest.size() - 1; i++) {
            sendMore(rest.get(i));
        }
        send(rest.get(rest.size() - 1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
