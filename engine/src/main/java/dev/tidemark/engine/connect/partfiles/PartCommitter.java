package dev.tidemark.engine.connect.partfiles;

import dev.tidemark.engine.sink.CommitRequest;
import dev.tidemark.engine.sink.Committer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Gives pending parts their names; one that has its name already was committed before. */
record PartCommitter(PartFolder folder) implements Committer<ClosedPart> {
    @Override
    public void commit(List<CommitRequest<ClosedPart>> requests) throws IOException {
        for (CommitRequest<ClosedPart> request : requests) {
            ClosedPart part = request.committable();
            Path pending = folder.unfinished(part.name());
            Path finished = folder.finished(part.name());
            if (Files.exists(finished)) {
                requireSame(finished, part);
                request.signalAlreadyCommitted();
            } else {
                requireSame(pending, part);
                Files.move(pending, finished, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        folder.force();
    }

    private static void requireSame(Path file, ClosedPart part) throws IOException {
        if (!Files.exists(file) || Files.size(file) != part.length()) {
            throw new IOException("part " + part.name() + " has " + part.length() + " bytes in the checkpoint, and "
                    + (Files.exists(file) ? file + " has " + Files.size(file) : "there is no " + file)
                    + "; put the file back, or start from another checkpoint");
        }
    }
}
