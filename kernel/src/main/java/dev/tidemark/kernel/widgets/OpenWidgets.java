package dev.tidemark.kernel.widgets;

import dev.tidemark.kernel.spi.Comm;
import dev.tidemark.kernel.spi.CommMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The widgets of a session that a front end knows, and which family of front ends that is. */
final class OpenWidgets {
    private final Map<String, Widget> byId = new ConcurrentSkipListMap<>();
    private volatile boolean early;

    /** Whether the page asked for ipywidgets 6's version, which later ones do not. */
    boolean early() {
        return early;
    }

    void add(String id, Widget widget) {
        byId.put(id, widget);
    }

    void remove(String id) {
        byId.remove(id);
    }

    /** A page with ipywidgets 6 asks which version the kernel speaks; it wants one that it satisfies itself. */
    void versionAsked(Comm comm, CommMessage opening) {
        early = true;
        comm.send(Map.of("version", "~2.1.0"));
    }

    /** A page that was loaded anew asks for all states at once (protocol 2.1). */
    void controlOpened(Comm comm, CommMessage opening) {
        comm.onMessage(message -> {
            if ("request_states".equals(message.data().get("method"))) {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("method", "update_states");
                answer.put("states", states());
                answer.put("buffer_paths", List.of());
                comm.send(answer);
            }
        });
    }

    private Map<String, Object> states() {
        Map<String, Object> states = new LinkedHashMap<>();
        byId.forEach((id, widget) -> {
            Map<String, Object> state = widget.fullState(false);
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("model_name", state.get("_model_name"));
            model.put("model_module", state.get("_model_module"));
            model.put("model_module_version", state.get("_model_module_version"));
            model.put("state", state);
            states.put(id, model);
        });
        return states;
    }
}
