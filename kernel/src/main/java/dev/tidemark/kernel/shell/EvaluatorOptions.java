package dev.tidemark.kernel.shell;

import java.util.List;

/**
 * What an evaluator starts with.
 *
 * @param classpath the class path that the compiler sees, in the form of {@code java.class.path}
 * @param parent the parent of the snippets' class loader
 * @param imports names to import, each as in an import declaration
 */
public record EvaluatorOptions(String classpath, ClassLoader parent, List<String> imports) {
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
     * @param classpath the class path that the compiler sees
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
        return new EvaluatorOptions(
                System.getProperty("java.class.path", ""), EvaluatorOptions.class.getClassLoader(), DEFAULT_IMPORTS);
    }
}
