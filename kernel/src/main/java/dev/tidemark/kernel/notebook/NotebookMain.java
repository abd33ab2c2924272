package dev.tidemark.kernel.notebook;

import dev.tidemark.kernel.session.SessionOptions;
import dev.tidemark.kernel.shell.CellFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Runs a notebook without Jupyter: {@code NotebookMain FILE.ipynb [--html OUT] [--output OUT] [--timeout SECONDS]}. */
public final class NotebookMain {
    private NotebookMain() {}

    /**
     * Runs a notebook and ends the process: with 0 if every cell ran, 1 if one failed, 2 if it could not be run at all.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        int status = run(List.of(arguments), out, System.err);
        out.flush();
        // threads that cells started must not keep the process alive
        System.exit(status);
    }

    /**
     * Runs a notebook.
     *
     * @param arguments see {@code --help}
     * @param out gets the progress
     * @param err gets errors
     * @return 0 if every cell ran, 1 if one failed, 2 if the notebook could not be run at all
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            NotebookOptions options = NotebookOptions.parse(arguments);
            if (options.help()) {
                out.print(NotebookOptions.USAGE);
                return 0;
            }
            return run(options, out, err);
        } catch (NotebookException e) {
            err.println("error: " + e.getMessage());
        } catch (IOException e) {
            err.println("error: cannot write: " + e);
        }
        return 2;
    }

    private static int run(NotebookOptions options, PrintStream out, PrintStream err)
            throws NotebookException, IOException {
        NotebookFile notebook = NotebookFile.read(options.file());
        CellFailure failure = new NotebookRun(SessionOptions.ofThisProcess(), options.timeout(), out).execute(notebook);
        notebook.write(options.output());
        out.println("wrote " + options.output());
        if (options.html() != null) {
            NotebookFile.writeWhole(options.html(), HtmlPage.of(notebook));
            out.println("wrote " + options.html());
        }
        if (failure == null) {
            return 0;
        }
        err.println("error: " + options.file() + " failed:");
        failure.lines().forEach(line -> err.println("  " + line));
        return 1;
    }
}
