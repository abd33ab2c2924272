package dev.tidemark.kernel.widgets;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A field for a line of text. */
public final class Text extends TextWidget {
    private final List<Consumer<String>> handlers = new CopyOnWriteArrayList<>();

    /**
     * A field.
     *
     * @param description stands beside it
     * @param value what is in it at first
     */
    public Text(String description, String value) {
        super(Kind.control("Text"), description, value);
        put("continuous_update", true);
        disabled(false);
    }

    /**
     * Runs something when the reader presses Enter.
     *
     * @param handler gets the text
     */
    public void onSubmit(Consumer<String> handler) {
        handlers.add(handler);
    }

    @Override
    void happened(String event) {
        if (event.equals("submit")) {
            handlers.forEach(handler -> handler.accept(value()));
        }
    }
}
