/**
 * Runs a notebook file without Jupyter: the same session as the kernel's, the outputs written back, a page made of it.
 *
 * <p>Begin with {@link dev.tidemark.kernel.notebook.NotebookMain}. Relative paths in cells resolve against the working
 * directory of the process: a launcher starts the process in the notebook's folder, as Jupyter does.
 */
@NullMarked
package dev.tidemark.kernel.notebook;

import org.jspecify.annotations.NullMarked;
