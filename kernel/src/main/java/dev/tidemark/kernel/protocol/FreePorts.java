package dev.tidemark.kernel.protocol;

import dev.tidemark.kernel.history.CellHistory;
import dev.tidemark.kernel.session.SessionOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** Connections on ports of this machine that are free, for a kernel that is started without a front end. */
final class FreePorts {
    private static final int PORTS = 5;
    private static final int ATTEMPTS = 5;

    /** A kernel and where it listens. */
    record Listening(KernelConnectionProperties connection, KernelServer server) {}

    private FreePorts() {}

    /**
     * Starts a kernel on free ports, and on others if one of them was taken meanwhile.
     *
     * @throws IOException if ports are taken again and again
     */
    static Listening listen(String key, SessionOptions options) throws IOException {
        for (int attempt = 1; ; attempt++) {
            KernelConnectionProperties connection = connection(key);
            try {
                return new Listening(
                        connection, KernelServer.bind(connection.toJsonString(), options, CellHistory.inMemory()));
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * A connection on the loopback address whose five ports were free, and all different, a moment ago.
     *
     * @throws IOException if there are no such ports
     */
    static KernelConnectionProperties connection(String key) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < PORTS; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new KernelConnectionProperties(
                    "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], "tcp", "hmac-sha256", key);
        } finally {
            for (ServerSocket each : held) {
                each.close();
            }
        }
    }
}
