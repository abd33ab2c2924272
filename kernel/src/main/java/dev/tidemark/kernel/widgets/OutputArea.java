package dev.tidemark.kernel.widgets;

import dev.tidemark.kernel.spi.Notebook;

/** A place for what code prints and displays, such as a handler's output; ipywidgets calls it {@code Output}. */
public final class OutputArea extends Widget {
    private static final Kind KIND = new Kind("@jupyter-widgets/output", "OutputModel", "OutputModel", "OutputView");

    /** An empty place. */
    public OutputArea() {
        super(KIND);
        put("msg_id", "");
    }

    /**
     * Runs something whose output goes here. Where there is no widget manager it goes to the cell.
     *
     * @param task what to run; what it throws goes on, after its output was sent here
     */
    public void capture(Runnable task) {
        if (!Notebook.isLive()) {
            task.run();
            return;
        }
        open();
        flush();
        put("msg_id", Notebook.kernel().requestId());
        try {
            task.run();
        } finally {
            flush();
            put("msg_id", "");
        }
    }

    /** Removes what is here. */
    public void clear() {
        capture(() -> {
            if (Notebook.isLive()) {
                Notebook.kernel().clearOutput(false);
            }
        });
    }

    private static void flush() {
        Notebook.kernel().flush();
    }

    @Override
    public String toString() {
        return "OutputArea";
    }
}
