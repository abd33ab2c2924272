package dev.tidemark.kernel.session;

import dev.tidemark.kernel.shell.EvaluatorOptions;
import dev.tidemark.kernel.spi.KernelExtension;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a session starts with.
 *
 * @param evaluator the imports and the parent loader of its evaluator
 * @param extensions extensions to install besides those that are found on the class path
 * @param firstCells cells that run before the user's first, numbered 0
 */
public record SessionOptions(EvaluatorOptions evaluator, List<KernelExtension> extensions, List<String> firstCells) {
    /**
     * Keeps the lists.
     *
     * @param evaluator the imports and the parent loader of its evaluator
     * @param extensions extensions to install besides those that are found
     * @param firstCells cells that run before the user's first
     */
    public SessionOptions {
        extensions = List.copyOf(extensions);
        firstCells = List.copyOf(firstCells);
    }

    /**
     * Options without first cells.
     *
     * @param evaluator the imports and the parent loader of its evaluator
     * @param extensions extensions to install besides those that are found
     */
    public SessionOptions(EvaluatorOptions evaluator, List<KernelExtension> extensions) {
        this(evaluator, extensions, List.of());
    }

    /**
     * The class path of this JVM, the extensions found on it, and what the environment asks for: {@code
     * TIDEMARK_CLASSPATH}, jars, folders of classes or patterns, and {@code TIDEMARK_STARTUP}, files to load; the
     * system's path separator stands between them.
     *
     * @return the options of both the kernel and the headless runner
     */
    public static SessionOptions ofThisProcess() {
        return new SessionOptions(
                EvaluatorOptions.ofThisProcess(), List.of(), firstCells(System.getenv(), File.pathSeparator));
    }

    static List<String> firstCells(Map<String, String> environment, String separator) {
        List<String> cells = new ArrayList<>();
        for (String entry : environment.getOrDefault("TIDEMARK_CLASSPATH", "").split(Pattern.quote(separator), -1)) {
            boolean pattern = entry.contains("*");
            if (!entry.isBlank()) {
                cells.add((pattern ? "%jars \"" : "%classpath \"") + entry + "\"");
            }
        }
        for (String file : environment.getOrDefault("TIDEMARK_STARTUP", "").split(Pattern.quote(separator), -1)) {
            if (!file.isBlank()) {
                cells.add("%load \"" + file + "\"");
            }
        }
        return cells;
    }
}
