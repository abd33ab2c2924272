package dev.tidemark.kernel.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A front end that writes down what it is told, one line each. */
public final class Transcript implements FrontEnd {
    private final List<String> lines = new ArrayList<>();

    @Override
    public synchronized void stream(String name, String text) {
        lines.add(name + ": " + text.strip());
    }

    @Override
    public synchronized void display(Map<String, Object> bundle, String displayId) {
        lines.add("display: " + bundle.get("text/plain"));
    }

    @Override
    public synchronized void updateDisplay(Map<String, Object> bundle, String displayId) {
        lines.add("update: " + bundle.get("text/plain"));
    }

    @Override
    public synchronized void clearOutput(boolean wait) {
        lines.add("clear");
    }

    @Override
    public synchronized void page(Map<String, Object> bundle) {
        lines.add("page: " + bundle.get("text/plain"));
    }

    @Override
    public String input(String prompt, boolean hidden) throws IOException {
        throw new IOException("nobody to ask");
    }

    @Override
    public synchronized void comm(CommEvent event) {
        lines.add(event.act() + " " + event.target() + " " + event.data());
    }

    /** What was told since the last call. */
    public synchronized List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
