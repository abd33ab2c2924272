package dev.tidemark.kernel.protocol;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.tidemark.kernel.render.Json;
import dev.tidemark.kernel.session.SessionOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A small Jupyter client over real sockets, for one kernel in this process. */
final class Client implements AutoCloseable {
    private static final int LONGEST_WAIT_MILLIS = 30_000;

    /** The iopub messages of one request and its reply. */
    record Exchange(List<JsonObject> published, JsonObject reply) {
        List<JsonObject> contents(String type) {
            return published.stream()
                    .filter(message -> type.equals(
                            message.getAsJsonObject("header").get("msg_type").getAsString()))
                    .map(message -> message.getAsJsonObject("content"))
                    .toList();
        }

        String printed() {
            StringBuilder all = new StringBuilder();
            contents("stream").forEach(content -> all.append(content.get("text").getAsString()));
            return all.toString();
        }

        String status() {
            return reply.get("status").getAsString();
        }
    }

    final KernelConnectionProperties connection;
    private final @Nullable KernelServer server;
    final Wire shell;
    final Wire control;
    final Wire stdin;
    final Wire iopub;
    final Wire heartbeat;
    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<String, List<JsonObject>> published = new LinkedHashMap<>();

    /** A client of a new kernel in this process, which ends with it. */
    Client() throws Exception {
        this(FreePorts.listen("secret", SessionOptions.ofThisProcess()));
    }

    Client(FreePorts.Listening listening) throws Exception {
        this(listening.connection(), listening.server());
    }

    /** A client of a kernel that somebody else ends if it is not given. */
    Client(KernelConnectionProperties connection, @Nullable KernelServer server) throws Exception {
        this.connection = connection;
        this.server = server;
        byte[] identity = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        shell = connect(SocketType.DEALER, connection.getShellPort(), identity);
        control = connect(SocketType.DEALER, connection.getControlPort(), identity);
        stdin = connect(SocketType.DEALER, connection.getStdinPort(), identity);
        iopub = connect(SocketType.SUB, connection.getIopubPort(), identity);
        heartbeat = connect(SocketType.REQ, connection.getHbPort(), identity);
        iopub.subscribe(new byte[0]);
        JsonObject welcome = receive(iopub, Channel.IOPUB);
        while (!"iopub_welcome".equals(type(welcome))) {
            welcome = receive(iopub, Channel.IOPUB);
        }
    }

    private Wire connect(SocketType type, int port, byte[] identity) throws Exception {
        Wire wire = new Wire(context, type, connection.createHMACGenerator(), "test", port);
        wire.setIdentity(identity);
        wire.setReceiveTimeOut(LONGEST_WAIT_MILLIS);
        wire.setLinger(0);
        wire.connect("tcp://127.0.0.1:" + port);
        return wire;
    }

    /** Sends a request; gives its message id. */
    String send(Wire wire, String type, JsonObject content) {
        return send(wire, type, content, "{}", List.of());
    }

    String send(Wire wire, String type, JsonObject content, String metadata, List<byte[]> buffers) {
        String id = UUID.randomUUID().toString();
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", id);
        header.addProperty("session", "test");
        header.addProperty("username", "test");
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.4");
        wire.write(
                new Outgoing(Channel.SHELL, List.of(), Json.text(header), "{}", metadata, Json.text(content), buffers));
        return id;
    }

    KernelServer server() {
        return requireNonNull(server);
    }

    String sendCell(String code) {
        return send(shell, "execute_request", cell(code));
    }

    static JsonObject cell(String code) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("allow_stdin", true);
        return content;
    }

    Exchange run(String code) {
        return finish(sendCell(code));
    }

    Exchange ask(Wire wire, String type, JsonObject content) {
        return finish(wire, send(wire, type, content));
    }

    Exchange finish(String id) {
        return finish(shell, id);
    }

    /** Waits for the reply and the idle status of a request. */
    Exchange finish(Wire wire, String id) {
        JsonObject reply = receive(wire, Channel.SHELL);
        if (!id.equals(parent(reply))) {
            throw new AssertionError("expected the reply to " + id + ", got " + reply);
        }
        return new Exchange(untilIdle(id), reply.getAsJsonObject("content"));
    }

    /** Waits for the reply to a request, past replies to others. */
    void awaitReply(Wire wire, String id) {
        while (!id.equals(parent(receive(wire, Channel.SHELL)))) {
            // a reply to an earlier request
        }
    }

    /** The iopub messages of a request up to its idle status. */
    List<JsonObject> untilIdle(String id) {
        while (true) {
            List<JsonObject> so = published.getOrDefault(id, List.of());
            if (!so.isEmpty() && isIdle(so.get(so.size() - 1))) {
                return so;
            }
            collect();
        }
    }

    /** Waits for the first message of a type that belongs to a request. */
    void awaitPublished(String id, String type) {
        while (published.getOrDefault(id, List.of()).stream().noneMatch(message -> type.equals(type(message)))) {
            collect();
        }
    }

    private void collect() {
        JsonObject message = receive(iopub, Channel.IOPUB);
        published.computeIfAbsent(parent(message), parent -> new ArrayList<>()).add(message);
    }

    /** Receives a message, with its parent's header as {@code parent_header}. */
    JsonObject receive(Wire wire, Channel channel) {
        List<byte[]> frames = new ArrayList<>();
        do {
            byte[] frame = wire.recv();
            if (frame == null) {
                throw new AssertionError("no message on " + channel + " within " + LONGEST_WAIT_MILLIS + " ms");
            }
            frames.add(frame);
        } while (wire.hasReceiveMore());
        int header = 0;
        while (!"<IDS|MSG>".equals(new String(frames.get(header), StandardCharsets.UTF_8))) {
            header++;
        }
        JsonObject message = new JsonObject();
        message.add("header", json(frames.get(header + 2)));
        message.add("parent_header", json(frames.get(header + 3)));
        message.add("metadata", json(frames.get(header + 4)));
        message.add("content", json(frames.get(header + 5)));
        JsonArray buffers = new JsonArray();
        frames.subList(header + 6, frames.size())
                .forEach(frame -> buffers.add(HexFormat.of().formatHex(frame)));
        message.add("buffers", buffers);
        return message;
    }

    private static JsonObject json(byte[] frame) {
        return Json.object(new String(frame, StandardCharsets.UTF_8));
    }

    static String type(JsonObject message) {
        return message.getAsJsonObject("header").get("msg_type").getAsString();
    }

    private static String parent(JsonObject message) {
        JsonElement id = message.getAsJsonObject("parent_header").get("msg_id");
        return id instanceof JsonPrimitive known ? known.getAsString() : "";
    }

    private static boolean isIdle(@Nullable JsonObject message) {
        return message != null
                && "status".equals(type(message))
                && "idle"
                        .equals(requireNonNull(message.getAsJsonObject("content"))
                                .get("execution_state")
                                .getAsString());
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        List.of(shell, control, stdin, iopub, heartbeat).forEach(Wire::close);
        context.close();
    }
}
