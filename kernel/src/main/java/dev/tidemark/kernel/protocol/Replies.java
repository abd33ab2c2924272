package dev.tidemark.kernel.protocol;

import com.google.gson.JsonObject;
import dev.tidemark.kernel.shell.CellFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What every request gets: busy, its answer or an error instead, idle. */
final class Replies {
    private static final Logger LOGGER = Logger.getLogger("Tidemark.Replies");
    private static final String RED = "\u001B[1;31m";
    private static final String PLAIN = "\u001B[0m";

    /** Handles one request. */
    @FunctionalInterface
    interface Handler {
        void run() throws Exception;
    }

    private final Consumer<Outgoing> sender;

    Replies(Consumer<Outgoing> sender) {
        this.sender = sender;
    }

    /** Handles a request between busy and idle; whatever is thrown becomes an error reply. */
    void handle(Incoming request, Handler handler) {
        status(request, "busy");
        try {
            handler.run();
        } catch (Exception | Error failure) {
            LOGGER.log(Level.SEVERE, request.type() + " could not be handled", failure);
            fail(request, failure.getClass().getName(), String.valueOf(failure.getMessage()));
        }
        status(request, "idle");
    }

    /** Answers a request on the channel where it came. */
    void reply(Incoming request, JsonObject content) {
        String type = request.type().replaceFirst("_request$", "_reply");
        sender.accept(Outgoing.to(request, request.channel(), type, content));
    }

    /** Answers a request with an error, if it is of the kind that has an answer. */
    void fail(Incoming request, String name, String message) {
        if (request.type().endsWith("_request")) {
            JsonObject content = new JsonObject();
            content.addProperty("status", "error");
            reply(request, refusal(name, message, content));
        }
    }

    /** Adds the fields of an error that no code threw. */
    static JsonObject refusal(String name, String message, JsonObject content) {
        content.addProperty("ename", name);
        content.addProperty("evalue", message);
        content.add("traceback", Incoming.array(List.of()));
        return content;
    }

    void status(Incoming request, String state) {
        JsonObject content = new JsonObject();
        content.addProperty("execution_state", state);
        sender.accept(Outgoing.broadcast(request, "status", content));
    }

    /** Adds a failure's fields; the first line is red and bold, the rest keeps the colour of the screen. */
    static JsonObject error(CellFailure failure, JsonObject content) {
        content.addProperty("ename", failure.name());
        content.addProperty("evalue", failure.message());
        List<String> lines = new ArrayList<>(failure.lines());
        lines.set(0, RED + lines.get(0) + PLAIN);
        content.add("traceback", Incoming.array(lines));
        return content;
    }
}
