package dev.tidemark.kernel.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Cells in a file of H2's MVStore, which is small, needs no native code and survives a killed process.
 *
 * <p>The store belongs to one process as long as it is open. So it is opened for each use and closed again, and whoever
 * finds it in use waits a little: kernels share one file. Cells beyond {@value #MOST_CELLS} are forgotten, oldest first.
 */
final class HistoryFile {
    static final int MOST_CELLS = 10_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int COMPACTION_MILLIS = 200;

    private final Path path;

    HistoryFile(Path path) {
        this.path = path;
    }

    /**
     * Adds cells of a session.
     *
     * @param session the session, or 0 to begin a new one
     * @return the session's number
     */
    int append(int session, List<PastCell> cells) {
        return use(store -> {
            MVMap<Integer, String> sessions = store.openMap("sessions");
            int last = sessions.isEmpty() ? 0 : sessions.lastKey();
            int number = session == 0 ? last + 1 : session;
            sessions.putIfAbsent(number, Instant.now().toString());
            MVMap<Long, String> inputs = store.openMap("inputs");
            MVMap<Long, String> outputs = store.openMap("outputs");
            for (PastCell cell : cells) {
                long key = key(number, cell.number());
                inputs.put(key, cell.input());
                if (cell.output() != null) {
                    outputs.put(key, cell.output());
                }
            }
            while (inputs.sizeAsLong() > MOST_CELLS) {
                long oldest = inputs.firstKey();
                inputs.remove(oldest);
                outputs.remove(oldest);
            }
            if (session == 0) {
                // each opening leaves a little behind; a new session, which is rare, clears it away
                store.commit();
                store.compactFile(COMPACTION_MILLIS);
            }
            return number;
        });
    }

    /** All cells, by session and number. */
    List<PastCell> read() {
        return use(store -> {
            MVMap<Long, String> inputs = store.openMap("inputs");
            MVMap<Long, String> outputs = store.openMap("outputs");
            List<PastCell> cells = new ArrayList<>();
            inputs.forEach((key, input) ->
                    cells.add(new PastCell((int) (key >> Integer.SIZE), key.intValue(), input, outputs.get(key))));
            return cells;
        });
    }

    /** Keys in the order of sessions, then of cells. */
    private static long key(int session, int number) {
        return (long) session << Integer.SIZE | number;
    }

    private <T> T use(Function<MVStore, T> work) {
        MVStore store = open();
        try {
            T result = work.apply(store);
            store.commit();
            return result;
        } finally {
            store.close();
        }
    }

    private MVStore open() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                MVStore store = new MVStore.Builder()
                        .fileName(path.toString())
                        .autoCommitDisabled()
                        .open();
                store.setRetentionTime(0);
                return store;
            } catch (MVStoreException failure) {
                boolean inUse = failure.getErrorCode() == DataUtils.ERROR_FILE_LOCKED;
                if (!inUse || System.nanoTime() >= end) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
