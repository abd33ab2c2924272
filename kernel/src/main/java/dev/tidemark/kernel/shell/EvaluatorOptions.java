package dev.tidemark.kernel.shell;

import java.util.List;

/**
 * What an evaluator starts with; its compiler sees the class path of this JVM.
 *
 * @param parent the parent of the snippets' class loader
 * @param imports names to import, each as in an import declaration
 */
public record EvaluatorOptions(ClassLoader parent, List<String> imports) {
    /** The imports of every JShell session: what most Java code needs first. */
    public static final List<String> DEFAULT_IMPORTS = List.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.time.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.regex.*",
            "java.util.stream.*");

    /**
     * Keeps the imports in a list of its own.
     *
     * @param parent the parent of the snippets' class loader
     * @param imports names to import
     */
    public EvaluatorOptions {
        imports = List.copyOf(imports);
    }

    /**
     * The class path of this JVM and the default imports.
     *
     * @return the options
     */
    public static EvaluatorOptions ofThisProcess() {
        return new EvaluatorOptions(EvaluatorOptions.class.getClassLoader(), DEFAULT_IMPORTS);
    }
}
