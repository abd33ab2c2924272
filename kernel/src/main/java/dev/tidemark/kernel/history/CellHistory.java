package dev.tidemark.kernel.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The cells that ran, in this session and, when they are kept in a file, in those before.
 *
 * <p>Adding returns at once; a thread of its own writes. The file is opened at the first cell or the first question, never
 * at the start of a kernel. A file that cannot be read or written is reported once in the log, and history goes on in
 * memory.
 */
public final class CellHistory implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger("Tidemark.history");
    private static final int LONGEST_OUTPUT = 10_000;
    private static final int ONLY_SESSION = 1;
    private static final long LAST_WORDS_MILLIS = 1_000;

    private final List<PastCell> here = new ArrayList<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "history");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable HistoryFile file;
    private int session;
    private int written;

    private CellHistory(@Nullable HistoryFile file) {
        this.file = file;
    }

    /**
     * A history that ends with the session.
     *
     * @return an empty history
     */
    public static CellHistory inMemory() {
        return new CellHistory(null);
    }

    /**
     * A history that is kept in a file, which any number of kernels may share.
     *
     * @param file the file; it and its folder are made when the first cell is added
     * @return a history that tells of earlier sessions too
     */
    public static CellHistory keptIn(Path file) {
        return new CellHistory(new HistoryFile(file));
    }

    /**
     * Remembers a cell of this session.
     *
     * @param number its execution count
     * @param input its code
     * @param output the text of its value, or null; a long one is cut
     */
    public void add(int number, String input, @Nullable String output) {
        String kept = output == null || output.length() <= LONGEST_OUTPUT
                ? output
                : output.substring(0, LONGEST_OUTPUT) + "…";
        synchronized (here) {
            here.add(new PastCell(ONLY_SESSION, number, input, kept));
        }
        if (!writer.isShutdown()) {
            writer.execute(this::write);
        }
    }

    /**
     * All cells, by session and number.
     *
     * @return those of earlier sessions first
     */
    public synchronized List<PastCell> cells() {
        write();
        HistoryFile kept = file;
        if (kept != null) {
            try {
                return kept.read();
            } catch (RuntimeException unreadable) {
                giveUp(unreadable);
            }
        }
        synchronized (here) {
            return List.copyOf(here);
        }
    }

    /**
     * The number of this session; one that has no cell yet gets its number now.
     *
     * @return from 1
     */
    public synchronized int session() {
        if (session == 0) {
            write();
        }
        return session == 0 ? ONLY_SESSION : session;
    }

    /** Writes what is new; the first time, this session gets its number. */
    private synchronized void write() {
        HistoryFile kept = file;
        if (kept == null) {
            return;
        }
        List<PastCell> fresh;
        synchronized (here) {
            fresh = List.copyOf(here.subList(written, here.size()));
        }
        if (fresh.isEmpty() && session != 0) {
            return;
        }
        try {
            session = kept.append(session, fresh);
            written += fresh.size();
        } catch (RuntimeException unwritable) {
            giveUp(unwritable);
        }
    }

    private void giveUp(RuntimeException why) {
        LOGGER.log(Level.WARNING, "history is kept in memory only, because of " + file, why);
        file = null;
    }

    /** Writes what is waiting; adding more does nothing lasting. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)) {
                LOGGER.warning("the last cells could not be written to " + file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
