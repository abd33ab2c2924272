package dev.tidemark.kernel.notebook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line of the headless runner.
 *
 * @param file the notebook
 * @param output where the executed notebook is written
 * @param html where the page is written, or null for none
 * @param timeout how long each cell may take
 * @param help whether only the usage is asked for
 */
record NotebookOptions(Path file, Path output, @Nullable Path html, Duration timeout, boolean help) {
    static final String USAGE = """
            usage: NotebookMain FILE.ipynb [options]

            Runs the Java cells of a notebook in order, without Jupyter, and writes their outputs into the file.
            Relative paths in cells are resolved from the working directory of this process.

              --output FILE      write the executed notebook there and leave the source as it is
              --html FILE        also write a page that needs no network
              --timeout SECONDS  stop a cell that takes longer (default 600)
              --help             show this text

            Exit status: 0 if every cell ran, 1 if a cell failed, 2 if the notebook could not be run at all.
            """;

    static NotebookOptions parse(List<String> arguments) throws NotebookException {
        Path file = null;
        Path output = null;
        Path html = null;
        Duration timeout = Duration.ofMinutes(10);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--help", "-h" -> {
                    return new NotebookOptions(Path.of(""), Path.of(""), null, timeout, true);
                }
                case "--output" -> output = Path.of(value(argument, rest));
                case "--html" -> html = Path.of(value(argument, rest));
                case "--timeout" -> timeout = seconds(value(argument, rest));
                default -> file = file(argument, file);
            }
        }
        if (file == null) {
            throw new NotebookException("no notebook is given; --help shows how");
        }
        return new NotebookOptions(file, output == null ? file : output, html, timeout, false);
    }

    private static Path file(String argument, @Nullable Path before) throws NotebookException {
        if (argument.startsWith("-")) {
            throw new NotebookException("unknown option " + argument + "; --help shows those that there are");
        }
        if (before != null) {
            throw new NotebookException("one notebook at a time: " + before + ", then " + argument);
        }
        return Path.of(argument);
    }

    private static String value(String option, Iterator<String> rest) throws NotebookException {
        if (!rest.hasNext()) {
            throw new NotebookException(option + " needs a value");
        }
        return rest.next();
    }

    private static Duration seconds(String text) throws NotebookException {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0 && seconds < 1e9) {
                return Duration.ofMillis(Math.max(1, (long) (seconds * 1_000)));
            }
        } catch (NumberFormatException e) {
            throw new NotebookException("--timeout needs a number of seconds, not '" + text + "'");
        }
        throw new NotebookException("--timeout needs a positive number of seconds, not " + text);
    }
}
