package dev.tidemark.kernel.protocol;

import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import dev.tidemark.kernel.session.SessionOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * A kernel that is its own front end for a few typical requests, so that a class-data archive made at its end holds what
 * a later start needs.
 */
public final class Training {
    private static final int LONGEST_WAIT_MILLIS = 60_000;
    private static final List<String> CELLS = List.of(
            "1 + 1",
            "record Warm(int n, String s) {}\nvar warm = List.of(new Warm(1, \"a\"), new Warm(2, \"b\"));\nwarm",
            "Function<Integer, Integer> warmer = x -> x + 1;\nSystem.out.println(warmer.apply(1));\n"
                    + "warm.stream().map(Warm::n).collect(Collectors.toList())",
            "int half(int x) { return 1 / x; }\nhalf(0)",
            "int broken = \"text\";",
            "%vars");

    private Training() {}

    /**
     * Starts a kernel on this machine's loopback address, sends it typical requests, and shuts it down.
     *
     * @throws IOException if no port is free or the kernel does not answer
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static void run() throws IOException, InterruptedException {
        FreePorts.Listening listening = FreePorts.listen("training", SessionOptions.ofThisProcess());
        KernelConnectionProperties connection = listening.connection();
        KernelServer server = listening.server();
        try (ZMQ.Context context = ZMQ.context(1);
                Wire shell = new Wire(
                        context,
                        SocketType.DEALER,
                        connection.createHMACGenerator(),
                        "training",
                        connection.getShellPort());
                Wire control = new Wire(
                        context,
                        SocketType.DEALER,
                        connection.createHMACGenerator(),
                        "training",
                        connection.getControlPort())) {
            shell.connect("tcp://127.0.0.1:" + connection.getShellPort());
            control.connect("tcp://127.0.0.1:" + connection.getControlPort());
            ask(shell, "kernel_info_request", "{}");
            for (String cell : CELLS) {
                JsonObject content = new JsonObject();
                content.addProperty("code", cell);
                ask(shell, "execute_request", Json.text(content));
            }
            ask(shell, "complete_request", "{\"code\":\"warm.\",\"cursor_pos\":5}");
            ask(shell, "inspect_request", "{\"code\":\"warm.size()\",\"cursor_pos\":7}");
            ask(shell, "is_complete_request", "{\"code\":\"if (true) {\"}");
            ask(control, "shutdown_request", "{\"restart\":false}");
            server.awaitShutdown();
        } catch (GeneralSecurityException e) {
            throw new IOException("this JVM cannot sign messages", e);
        }
    }

    private static void ask(Wire wire, String type, String content) throws IOException {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", type);
        header.addProperty("session", "training");
        header.addProperty("username", "training");
        header.addProperty("msg_type", type);
        header.addProperty("version", Outgoing.PROTOCOL_VERSION);
        wire.write(new Outgoing(Channel.SHELL, List.of(), Json.text(header), "{}", "{}", content, List.of()));
        wire.setReceiveTimeOut(LONGEST_WAIT_MILLIS);
        byte[] first = wire.recv();
        if (first == null) {
            throw new IOException("the kernel did not answer " + type);
        }
        while (wire.hasReceiveMore()) {
            wire.recv();
        }
    }
}
