package dev.tidemark.kernel.widgets;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A button; each click runs its handlers on the thread that runs the cells. */
public final class Button extends Widget {
    private final List<Runnable> handlers = new CopyOnWriteArrayList<>();
    private final String label;

    /**
     * A button with a label.
     *
     * @param label what stands on it
     */
    public Button(String label) {
        super(Kind.control("Button"));
        this.label = label;
        put("description", label);
        disabled(false);
    }

    /**
     * Runs something at every click, after the cells that were sent before it.
     *
     * @param handler what it prints appears with the button
     */
    public void onClick(Runnable handler) {
        handlers.add(handler);
    }

    @Override
    void happened(String event) {
        if (event.equals("click")) {
            handlers.forEach(Runnable::run);
        }
    }

    @Override
    public String toString() {
        return "Button: " + label;
    }
}
