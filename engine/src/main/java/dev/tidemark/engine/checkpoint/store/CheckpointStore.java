package dev.tidemark.engine.checkpoint.store;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.state.codec.ByteSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A folder with the last checkpoints of one job, and its savepoints.
 *
 * <p>A checkpoint is {@code chk-<number>}; parts that several have in common are one file in {@code shared}, which goes when the last
 * that needs it does. A savepoint is {@code savepoint-<name>}, stands alone and stays. One program at a time writes to a
 * store. Source: Flink's {@code DefaultCompletedCheckpointStore} and {@code SharedStateRegistry}.
 */
public final class CheckpointStore {
    static final String SHARED = "shared";
    static final String NAME = "chk-";
    private static final String SAVEPOINT = "savepoint-";

    private final Path folder;
    private final int retained;

    private CheckpointStore(Path folder, int retained) {
        this.folder = folder.toAbsolutePath();
        this.retained = retained;
    }

    /** The store in a folder, which is made when the first checkpoint comes; it keeps one, as Flink does unless told otherwise. */
    public static CheckpointStore in(Path folder) {
        return new CheckpointStore(folder, 1);
    }

    /** The same store, keeping the last {@code checkpoints}. */
    public CheckpointStore retaining(int checkpoints) {
        if (checkpoints < 1) {
            throw new IllegalArgumentException("retaining(" + checkpoints + "): at least 1 checkpoint must be kept");
        }
        return new CheckpointStore(folder, checkpoints);
    }

    /** Writes a checkpoint, and then removes those that are too many. */
    public Path add(Checkpoint checkpoint) {
        Path place = folder.resolve(NAME + checkpoint.id());
        try {
            removeUnfinished();
            Path written = Checkpoints.write(checkpoint, place, new PartFolder(folder.resolve(SHARED)), true);
            removeOldest(retained);
            return written;
        } catch (IOException e) {
            throw Checkpoints.unwritable(place, e);
        }
    }

    /** Writes a checkpoint that is never removed. */
    public Path savepoint(Checkpoint checkpoint, String name) {
        return Checkpoints.write(checkpoint, folder.resolve(SAVEPOINT + name));
    }

    /** The complete checkpoints, the one with the lowest number first. */
    public List<StoredCheckpoint> checkpoints() {
        try {
            return found();
        } catch (IOException e) {
            throw new CheckpointException(folder + " could not be read: " + e + "; see to its rights and disk", e);
        }
    }

    private List<StoredCheckpoint> found() throws IOException {
        List<StoredCheckpoint> found = new ArrayList<>();
        for (Path each : Durable.list(folder)) {
            if (complete(each)) {
                found.add(summary(each, new TreeSet<>()));
            }
        }
        found.sort(Comparator.comparingLong(StoredCheckpoint::id));
        return found;
    }

    private static boolean complete(Path each) {
        return each.getFileName().toString().startsWith(NAME) && Files.exists(each.resolve(Metadata.FILE));
    }

    /** Reads the metadata alone, and adds the names of the files that it needs. */
    private static StoredCheckpoint summary(Path each, Set<Path> needed) {
        Path file = each.resolve(Metadata.FILE);
        ByteSource in = Metadata.open(Checkpoints.metadata(each, file), file);
        PartFolder parts = new PartFolder(Metadata.shared(in) ? each.resolveSibling(SHARED) : each);
        Set<Path> own = new TreeSet<>();
        Checkpoint read = Checkpoints.read(in, file, new Part.Files() {
            @Override
            public void keep(Part part, byte[] bytes) {
                throw new IllegalStateException("nothing is written where a checkpoint is read");
            }

            @Override
            public byte[] fetch(Part part) {
                own.add(parts.file(part));
                return new byte[0];
            }
        });
        needed.addAll(own);
        return new StoredCheckpoint(each, read.id(), read.step(), read.clockMillis(), own.size());
    }

    /** The savepoints, by name. */
    public List<Path> savepoints() {
        try {
            return Durable.list(folder).stream()
                    .filter(each -> each.getFileName().toString().startsWith(SAVEPOINT))
                    .toList();
        } catch (IOException e) {
            throw new CheckpointException(folder + " could not be read: " + e + "; see to its rights and disk", e);
        }
    }

    /** Reads the checkpoint with the highest number; one that is damaged is an error, and the next older has to be asked for. */
    public Optional<Checkpoint> latest() {
        List<StoredCheckpoint> all = checkpoints();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).open());
    }

    /** The job is over for good: checkpoints go, unless they are to be kept; savepoints stay. */
    public void cancel(boolean retain) {
        try {
            removeOldest(retain ? retained : 0);
        } catch (IOException e) {
            throw new CheckpointException(folder + " could not be cleaned up: " + e + "; see to its rights", e);
        }
    }

    /** Removes what a program that was killed had begun to write, or to remove. */
    private void removeUnfinished() throws IOException {
        for (Path each : Durable.list(folder)) {
            String name = each.getFileName().toString();
            boolean begun = name.startsWith("." + NAME) && name.endsWith(Durable.UNFINISHED);
            if (begun || (name.startsWith(NAME) && !complete(each))) {
                Durable.delete(each, Metadata.FILE);
            }
        }
    }

    /** Leaves the last {@code kept} checkpoints, and no file that none of them needs. */
    private void removeOldest(int kept) throws IOException {
        List<StoredCheckpoint> all = found();
        for (StoredCheckpoint each : all.subList(0, Math.max(0, all.size() - kept))) {
            Durable.delete(each.folder(), Metadata.FILE);
        }
        Set<Path> needed = new TreeSet<>();
        for (Path each : Durable.list(folder)) {
            if (complete(each)) {
                summary(each, needed);
            }
        }
        for (Path part : Durable.list(folder.resolve(SHARED))) {
            if (!needed.contains(part)) {
                Files.delete(part);
            }
        }
    }
}
