package dev.tidemark.visualizers.render;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Draws Vega-Lite specifications as SVG inside the JVM, one at a time, on a daemon thread of its own.
 *
 * <p>The JavaScript engine starts with the first picture, or earlier by {@link #warmUp}. Equal specifications give equal
 * SVG, byte for byte, on every machine and in every time zone. A picture that fails or takes too long is
 * {@linkplain Still#missing missing}, never an exception: a chart is still worth showing without it. After a timeout the
 * engine is thrown away and the next picture starts a new one.
 */
public final class StillRenderer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Duration patience;
    private final ExecutorService worker;
    /** The last pictures, since a chart that is shown is often saved next. Only the worker's thread touches it. */
    private final Map<String, Still> recent = new RecentStills();

    private volatile @Nullable VegaContext context;

    /** A renderer that waits this long for a picture, the start of the engine included. */
    public StillRenderer(Duration patience) {
        this.patience = patience;
        this.worker = Executors.newSingleThreadExecutor(StillRenderer::thread);
    }

    /** The renderer of this process, which everything uses that shows a chart. */
    public static StillRenderer shared() {
        return Shared.RENDERER;
    }

    /** Begins to start the engine and returns at once; ready when the future is. */
    public CompletableFuture<Void> warmUp() {
        return CompletableFuture.runAsync(this::context, worker);
    }

    /** Draws one specification; waits until it is drawn, fails, or takes longer than the renderer's patience. */
    public Still draw(String specJson) {
        return draw(specJson, patience);
    }

    Still draw(String specJson, Duration patience) {
        Future<Still> drawing;
        try {
            drawing = worker.submit(() -> drawn(specJson));
        } catch (RejectedExecutionException closed) {
            return Still.missing("the renderer is closed");
        }
        try {
            return drawing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            drawing.cancel(false);
            discard();
            return Still.missing("it took longer than " + patience.toMillis() + " ms to draw");
        } catch (ExecutionException failure) {
            return Still.missing(String.valueOf(failure.getCause()));
        } catch (InterruptedException interrupt) {
            drawing.cancel(false);
            Thread.currentThread().interrupt();
            return Still.missing("drawing was interrupted");
        }
    }

    /** Ends the engine and its thread; pictures asked for later are missing. */
    @Override
    public void close() {
        worker.shutdown();
        discard();
    }

    private Still drawn(String specJson) {
        Still known = recent.get(specJson);
        if (known != null) {
            return known;
        }
        Still still = context().draw(specJson);
        if (still.svg().isPresent()) {
            recent.put(specJson, still);
        }
        return still;
    }

    private VegaContext context() {
        VegaContext current = context;
        if (current == null) {
            current = VegaContext.start();
            context = current;
        }
        return current;
    }

    private void discard() {
        VegaContext current = context;
        context = null;
        if (current != null) {
            current.cancel();
        }
    }

    private static Thread thread(Runnable work) {
        // Compiling a specification recurses deeply, and an interpreter needs many frames for that.
        Thread thread = new Thread(null, work, "tidemark-still-renderer", 16L << 20);
        thread.setDaemon(true);
        return thread;
    }

    private static final class RecentStills extends LinkedHashMap<String, Still> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 8;

        RecentStills() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Still> eldest) {
            return size() > MOST;
        }
    }

    private static final class Shared {
        static final StillRenderer RENDERER = new StillRenderer(PATIENCE);
    }
}
