package dev.tidemark.kernel.session;

import dev.tidemark.kernel.spi.CellHook;
import dev.tidemark.kernel.spi.CompletionSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What extensions asked to be called for, in order; they may add to it while it is gone through. */
record Registrations(
        List<CellHook> hooks,
        List<CompletionSource> completions,
        List<Runnable> interruptHooks,
        List<Runnable> shutdownHooks) {
    Registrations() {
        this(
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>());
    }
}
