package dev.tidemark.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import dev.tidemark.kernel.session.FrontEnd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a session's output to the front ends as messages on iopub, each with the request that it belongs to.
 *
 * <p>What a background thread prints after its cell ended belongs to the cell that ran last.
 */
final class LiveFrontEnd implements FrontEnd {
    private record Shown(String type, JsonObject content) {}

    private final Consumer<Outgoing> sender;
    private final List<Shown> early = new ArrayList<>();
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private JsonArray payloads = new JsonArray();
    private volatile @Nullable Incoming parent;
    private volatile boolean silent;
    private volatile boolean asks;

    LiveFrontEnd(Consumer<Outgoing> sender) {
        this.sender = sender;
    }

    /** From now on output belongs to this request; the first one gets what was shown at start-up too. */
    synchronized void begin(Incoming request, boolean isSilent, boolean allowsInput) {
        parent = request;
        silent = isSilent;
        asks = allowsInput;
        payloads = new JsonArray();
        early.forEach(shown -> publish(shown.type(), shown.content()));
        early.clear();
    }

    /** The user answered an input request. */
    void answered(String line) {
        answers.add(line);
    }

    @Override
    public void stream(String name, String text) {
        JsonObject content = new JsonObject();
        content.addProperty("name", name);
        content.addProperty("text", text);
        publish("stream", content);
    }

    @Override
    public void display(Map<String, Object> bundle, String displayId) {
        publish("display_data", displayed(bundle, displayId));
    }

    @Override
    public void updateDisplay(Map<String, Object> bundle, String displayId) {
        publish("update_display_data", displayed(bundle, displayId));
    }

    @Override
    public void clearOutput(boolean wait) {
        JsonObject content = new JsonObject();
        content.addProperty("wait", wait);
        publish("clear_output", content);
    }

    /** What the pager shall show travels in the cell's reply (Jupyter messaging, "Payloads"). */
    @Override
    public synchronized void page(Map<String, Object> bundle) {
        JsonObject payload = new JsonObject();
        payload.addProperty("source", "page");
        payload.add("data", Json.tree(bundle));
        payload.addProperty("start", 0);
        payloads.add(payload);
    }

    /** The payloads of the cell that ran, once. */
    synchronized JsonArray takePayloads() {
        JsonArray taken = payloads;
        payloads = new JsonArray();
        return taken;
    }

    @Override
    public String input(String prompt, boolean hidden) throws IOException, InterruptedException {
        Incoming request = parent;
        if (request == null || !asks) {
            throw new IOException("this front end does not take input");
        }
        answers.clear();
        JsonObject content = new JsonObject();
        content.addProperty("prompt", prompt);
        content.addProperty("password", hidden);
        sender.accept(Outgoing.to(request, Channel.STDIN, "input_request", content));
        return answers.take();
    }

    @Override
    public String requestId() {
        Incoming request = parent;
        return request == null ? "" : request.id();
    }

    @Override
    public void comm(CommEvent event) {
        JsonObject content = new JsonObject();
        content.addProperty("comm_id", event.id());
        if (event.act() == CommAct.OPEN) {
            content.addProperty("target_name", event.target());
        }
        content.add("data", Json.tree(event.data()));
        String type =
                switch (event.act()) {
                    case OPEN -> "comm_open";
                    case MESSAGE -> "comm_msg";
                    case CLOSE -> "comm_close";
                };
        JsonObject metadata = Json.tree(event.metadata()).getAsJsonObject();
        sender.accept(Outgoing.broadcast(parent, type, content, metadata, event.buffers()));
    }

    /** Publishes on behalf of the running request, unless it is silent. */
    synchronized void publish(String type, JsonObject content) {
        if (parent == null) {
            early.add(new Shown(type, content));
        } else if (!silent) {
            sender.accept(Outgoing.broadcast(parent, type, content));
        }
    }

    static JsonObject data(Map<String, Object> bundle) {
        JsonObject content = new JsonObject();
        content.add("data", Json.tree(bundle));
        content.add("metadata", new JsonObject());
        return content;
    }

    private static JsonObject displayed(Map<String, Object> bundle, String displayId) {
        JsonObject content = data(bundle);
        JsonObject transients = new JsonObject();
        transients.addProperty("display_id", displayId);
        content.add("transient", transients);
        return content;
    }
}
