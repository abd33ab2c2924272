package dev.tidemark.kernel.session;

import dev.tidemark.kernel.shell.EvaluatorOptions;
import dev.tidemark.kernel.spi.KernelExtension;
import java.util.List;

/**
 * What a session starts with.
 *
 * @param evaluator the imports and the parent loader of its evaluator
 * @param extensions extensions to install besides those that are found on the class path
 */
public record SessionOptions(EvaluatorOptions evaluator, List<KernelExtension> extensions) {
    /**
     * Keeps the extensions in a list of its own.
     *
     * @param evaluator the imports and the parent loader of its evaluator
     * @param extensions extensions to install besides those that are found
     */
    public SessionOptions {
        extensions = List.copyOf(extensions);
    }

    /**
     * The class path of this JVM, and the extensions found on it.
     *
     * @return the options of both the kernel and the headless runner
     */
    public static SessionOptions ofThisProcess() {
        return new SessionOptions(EvaluatorOptions.ofThisProcess(), List.of());
    }
}
