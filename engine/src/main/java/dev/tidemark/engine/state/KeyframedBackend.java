package dev.tidemark.engine.state;

import java.nio.file.Path;

/** A backend whose state can be taken as files that it shares, at the cost of what has changed. */
public interface KeyframedBackend extends StateBackend {
    /**
     * Takes everything as it is now; the backend goes on as if nothing had happened.
     *
     * @param folder must not exist; on the file system of the backend's own files these are linked, on any other copied
     */
    Keyframe keyframe(Path folder);

    /** Opens backends, also with what a keyframe holds. */
    interface Factory extends StateBackend.Factory {
        @Override
        KeyframedBackend open();

        /**
         * A new backend, in which a table that is asked for by owner and name begins with what the keyframe has of it. It is
         * independent of the keyframe's folder, whose files it shares.
         */
        KeyframedBackend open(Path keyframe);
    }
}
