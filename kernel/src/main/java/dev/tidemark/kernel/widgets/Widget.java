package dev.tidemark.kernel.widgets;

import dev.tidemark.kernel.spi.Comm;
import dev.tidemark.kernel.spi.CommMessage;
import dev.tidemark.kernel.spi.Displayable;
import dev.tidemark.kernel.spi.Notebook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A control in the front end and its state here, which follow each other over a comm of the target {@code jupyter.widget}.
 *
 * <p>The comm is opened when the widget is first shown; before that, and where no notebook is, changes are kept here alone.
 * Setting a state may be done by any thread; handlers run on the thread that runs the cells.
 *
 * <p>One opening message serves two families of front ends: ipywidgets 6 reads its top level, later ones the member
 * {@code state} (Jupyter widgets messaging protocol, 2.1).
 */
public abstract class Widget implements Displayable, AutoCloseable {
    static final String TARGET = "jupyter.widget";
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";
    private static final Map<String, String> PROTOCOL = Map.of("version", "2.1.0");

    private final Kind kind;
    private final Map<String, @Nullable Object> state = new LinkedHashMap<>();
    private @Nullable Comm comm;

    Widget(Kind kind) {
        this.kind = kind;
    }

    /**
     * Sets CSS properties of the widget's box.
     *
     * @param properties such as {@code width} to {@code 60%}, by ipywidgets' names
     */
    public final void layout(Map<String, String> properties) {
        put("layout", new Layout(properties));
    }

    /**
     * Allows or forbids the reader to use the control.
     *
     * @param disabled true to forbid
     */
    public final void disabled(boolean disabled) {
        put("disabled", disabled);
    }

    /** A member of the state as it was set last, here or in the front end. */
    final @Nullable Object get(String name) {
        synchronized (state) {
            return state.get(name);
        }
    }

    /** Sets a member of the state and tells the front end, if the widget is shown. */
    final void put(String name, @Nullable Object value) {
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put(name, value);
        put(change);
    }

    /** Sets members of the state that belong together, in one message. */
    final void put(Map<String, @Nullable Object> changes) {
        Comm shown;
        synchronized (state) {
            state.putAll(changes);
            shown = comm;
        }
        if (shown != null) {
            shown.send(update(changes));
        }
    }

    /** Takes what the front end set; subclasses turn it into events. */
    void received(Map<String, @Nullable Object> changes) {
        synchronized (state) {
            changes.forEach((name, value) -> {
                if (state.containsKey(name)) {
                    state.put(name, value);
                }
            });
        }
    }

    /** An event that is no change of state, such as a click. */
    void happened(String event) {}

    /** What is shown where there is no widget manager. */
    @Override
    public abstract String toString();

    @Override
    public final Map<String, Object> mimeBundle() {
        if (!Notebook.isLive()) {
            return Map.of("text/plain", toString());
        }
        Comm shown = open();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("version_major", 2);
        view.put("version_minor", 0);
        view.put("model_id", shown.id());
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put(VIEW, view);
        // version 6 shows the widget because of this message, and the text as well if there is one
        shown.send(Map.of("method", "display"));
        bundle.put("text/plain", openWidgets().early() ? "" : toString());
        return bundle;
    }

    /** The widget's identity in the front end; opens it and all that it refers to. */
    final Comm open() {
        synchronized (state) {
            if (comm == null) {
                Map<String, Object> data = new LinkedHashMap<>(fullState(true));
                data.put("state", fullState(false));
                data.put("buffer_paths", List.of());
                Comm opened = Notebook.kernel().openComm(TARGET, data, PROTOCOL, List.of());
                opened.onMessage(this::hear);
                opened.onClose(this::forget);
                comm = opened;
                openWidgets().add(opened.id(), this);
            }
            return comm;
        }
    }

    /** The whole state with the names of its classes; null members are as good as none. */
    final Map<String, Object> fullState(boolean early) {
        synchronized (state) {
            Map<String, @Nullable Object> full = new LinkedHashMap<>(kind.names(early));
            full.putAll(state);
            return full.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> sent(entry.getValue()), (a, b) -> b, LinkedHashMap::new));
        }
    }

    private void hear(CommMessage message) {
        Map<String, Object> data = message.data();
        switch (String.valueOf(data.get("method"))) {
            case "update" -> receive(data.get("state"));
            case "backbone" -> receive(data.get("sync_data"));
            case "request_state" -> open().send(update(fullState(openWidgets().early())));
            case "custom" -> {
                if (data.get("content") instanceof Map<?, ?> content) {
                    happened(String.valueOf(content.get("event")));
                }
            }
            default -> {}
        }
    }

    private void receive(@Nullable Object changes) {
        if (changes instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            map.forEach((name, value) -> named.put(String.valueOf(name), value));
            received(named);
        }
    }

    /** Takes the widget off the page; showing it again opens it anew. */
    @Override
    public void close() {
        Comm open;
        synchronized (state) {
            open = comm;
        }
        if (open != null) {
            forget();
            open.close();
        }
    }

    private void forget() {
        synchronized (state) {
            if (comm != null) {
                openWidgets().remove(comm.id());
                comm = null;
            }
        }
    }

    private static Map<String, Object> update(Map<String, ?> changes) {
        Map<String, Object> sent = new LinkedHashMap<>();
        changes.forEach((name, value) -> sent.put(name, sent(value)));
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("method", "update");
        message.put("state", sent);
        message.put("buffer_paths", List.of());
        message.put("buffers", List.of());
        return message;
    }

    /** Widgets are sent by name, wherever they are in a value. */
    @SuppressWarnings("NullAway") // JSON has nulls
    private static Object sent(@Nullable Object value) {
        if (value instanceof Widget widget) {
            return "IPY_MODEL_" + widget.open().id();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(one -> all.add(sent(one)));
            return all;
        }
        return value;
    }

    private static OpenWidgets openWidgets() {
        return Notebook.kernel().shared(OpenWidgets.class, OpenWidgets::new);
    }
}
