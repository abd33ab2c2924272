package dev.tidemark.kernel.widgets;

import dev.tidemark.kernel.render.Json;
import dev.tidemark.kernel.session.FrontEnd;
import dev.tidemark.kernel.session.Session;
import dev.tidemark.kernel.session.SessionOptions;
import dev.tidemark.kernel.spi.CommMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A session whose front end writes down comm messages and what is printed, and speaks as a page would. */
final class RecordedComms implements FrontEnd, AutoCloseable {
    private final List<CommEvent> comms = new ArrayList<>();
    private final StringBuilder printed = new StringBuilder();
    private final String requestId;
    final Session session;

    /** With an empty request identity, there is nobody at the other end. */
    RecordedComms(String requestId) {
        this.requestId = requestId;
        session = Session.open(SessionOptions.ofThisProcess(), this);
    }

    /** What was sent since the last call. */
    synchronized List<CommEvent> take() {
        List<CommEvent> taken = List.copyOf(comms);
        comms.clear();
        return taken;
    }

    /** The JSON of what was sent since the last call. */
    List<String> said() {
        return take().stream().map(event -> Json.text(Json.tree(event.data()))).toList();
    }

    synchronized String printed() {
        String text = printed.toString();
        printed.setLength(0);
        return text;
    }

    /** Shows a widget as a cell would; gives its identity. */
    String show(Widget widget) {
        Object view = widget.mimeBundle().get("application/vnd.jupyter.widget-view+json");
        return view instanceof Map<?, ?> map ? String.valueOf(map.get("model_id")) : "";
    }

    /** The page says something on a widget's comm. */
    void say(String id, String json) {
        session.outsideCell("a comm message", () -> {
            session.comms().said(id, new CommMessage(Json.map(Json.object(json)), Map.of(), List.of()));
            return true;
        });
    }

    /** The page opens a comm. */
    void open(String id, String target) throws Exception {
        session.comms().opened(id, target, new CommMessage(Map.of(), Map.of(), List.of()));
    }

    @Override
    public synchronized void stream(String name, String text) {
        printed.append(text);
    }

    @Override
    public void display(Map<String, Object> bundle, String displayId) {
        stream("display", bundle.get("text/plain") + "\n");
    }

    @Override
    public void updateDisplay(Map<String, Object> bundle, String displayId) {
        display(bundle, displayId);
    }

    @Override
    public void page(Map<String, Object> bundle) {
        display(bundle, "");
    }

    @Override
    public void clearOutput(boolean wait) {
        stream("clear", "clear\n");
    }

    @Override
    public String input(String prompt, boolean hidden) throws IOException {
        throw new IOException("nobody to ask");
    }

    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public synchronized void comm(CommEvent event) {
        comms.add(event);
    }

    @Override
    public void close() {
        session.close();
    }
}
