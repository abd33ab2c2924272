/**
 * One notebook's session: the evaluator, what is plugged in, and where its output goes.
 *
 * <p>Begin with {@link dev.tidemark.kernel.session.Session}; the Jupyter kernel and the headless runner open the same one
 * and differ only in their {@link dev.tidemark.kernel.session.FrontEnd}:
 *
 * <pre>{@code
 * try (Session session = Session.open(SessionOptions.ofThisProcess(), frontEnd)) {
 *     CellResult result = session.run(new Cell(1, "1 + 1"));
 * }
 * }</pre>
 */
@NullMarked
package dev.tidemark.kernel.session;

import org.jspecify.annotations.NullMarked;
