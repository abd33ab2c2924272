/**
 * Java cells evaluated on JShell in this process; the only package that speaks {@code jdk.jshell}.
 *
 * <p>Begin with {@link dev.tidemark.kernel.shell.Evaluator}. A cell is cut into statements, each becomes a snippet, and the
 * outcome of the whole cell is one {@link dev.tidemark.kernel.shell.CellOutcome}:
 *
 * <pre>{@code
 * try (Evaluator java = Evaluator.open(options)) {
 *     CellOutcome outcome = java.evaluate(1, "int x = 20;\nx + 1");   // a value: 21
 * }
 * }</pre>
 *
 * <p>How it runs: {@link dev.tidemark.kernel.shell.SnippetExecution} hands every snippet to the
 * {@link dev.tidemark.kernel.shell.CellThread}; {@link dev.tidemark.kernel.shell.SnippetLoader} keeps the class files and
 * has {@link dev.tidemark.kernel.shell.InterruptWeaver} put a check of the interrupt flag into their loops.
 */
@NullMarked
package dev.tidemark.kernel.shell;

import org.jspecify.annotations.NullMarked;
