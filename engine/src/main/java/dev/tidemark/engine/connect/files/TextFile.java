package dev.tidemark.engine.connect.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A UTF-8 file to be read, with plain errors where it cannot be. */
record TextFile(Path path) {

    /** What to do with the file's text. */
    @FunctionalInterface
    interface Reading<R> {
        R read(BufferedReader text) throws IOException;
    }

    /** The name without the folder. */
    String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** Opens the file behind its byte order mark, if it has one, reads and closes it. */
    <R> R read(Reading<R> reading) {
        requireFile();
        try (BufferedReader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            return reading.read(text);
        } catch (CharacterCodingException e) {
            throw notUtf8(e);
        } catch (IOException e) {
            throw new RecordFileException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    RecordFileException notUtf8(CharacterCodingException cause) {
        return new RecordFileException(path + " is not UTF-8; save it as UTF-8", cause);
    }

    private void requireFile() {
        if (Files.isDirectory(path)) {
            throw new RecordFileException(path + " is a directory; name a file in it");
        }
        if (!Files.exists(path)) {
            String where = path.isAbsolute()
                    ? ""
                    : "; a relative path begins at " + Path.of("").toAbsolutePath();
            throw new RecordFileException("there is no file " + path + where);
        }
    }
}
