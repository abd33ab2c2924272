package dev.tidemark.kernel.maven;

import dev.tidemark.kernel.spi.DisplayHandle;
import dev.tidemark.kernel.spi.Displayable;
import dev.tidemark.kernel.spi.KernelContext;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/** Shows what is being downloaded, in one line of the cell's output that changes; nothing if all is in the cache. */
final class Transfers extends AbstractTransferListener {
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final KernelContext kernel;
    private @Nullable DisplayHandle handle;
    private long drawnNanos;
    private int files;
    private long bytes;

    Transfers(KernelContext kernel) {
        this.kernel = kernel;
    }

    @Override
    public synchronized void transferProgressed(TransferEvent event) {
        bytes += event.getDataBuffer().remaining();
        String resource = event.getResource().getResourceName();
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        if (handle == null || System.nanoTime() - drawnNanos >= REDRAW_NANOS) {
            draw(String.format(Locale.ROOT, "downloading %s (%s so far)", name, size()));
        }
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        files++;
    }

    /** Says in the same place how much came. */
    synchronized void done() {
        if (handle != null) {
            draw(String.format(Locale.ROOT, "downloaded %,d files, %s", files, size()));
        }
    }

    private String size() {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%,d kB", (bytes + 999) / 1_000)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    private void draw(String words) {
        Displayable line = () -> Map.of("text/plain", words);
        drawnNanos = System.nanoTime();
        if (handle == null) {
            handle = kernel.display(line);
        } else {
            handle.update(line);
        }
    }
}
