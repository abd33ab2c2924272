package dev.tidemark.visualizers.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Something that a cell can show: a value that knows every form in which a front end may want it. */
public interface Picture {

    /** The headline; empty if there is none. */
    String title();

    /**
     * The forms by MIME type, as Jupyter's {@code display_data} wants them. Always has {@code text/html}, which shows
     * something sensible without scripts, and {@code text/plain}.
     */
    Map<String, Object> mimeBundle();

    /** A whole page of its own that needs no network. */
    default String html() {
        return StandalonePage.of(title(), String.valueOf(mimeBundle().get(MimeTypes.HTML)));
    }

    /**
     * Writes the picture as a file, as the name's ending says: {@code .html} is a page of its own, {@code .txt} the plain form,
     * {@code .svg} the still picture of those that have one.
     *
     * @throws IllegalArgumentException if this picture has no form with that ending
     * @throws UncheckedIOException if the file cannot be written
     */
    default void save(Path file) {
        String content = SavedForm.of(this, file);
        try {
            Files.writeString(file, content);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot write " + file, cause);
        }
    }
}
