/**
 * Registers the kernel with Jupyter, without a script or Python: {@code java -jar tidemark-kernel.jar install}.
 *
 * <p>Begin with {@link dev.tidemark.kernel.install.InstallCommand}. Paths are text here, joined by the rules of the system
 * that is described, so that those of Windows can be tested anywhere.
 */
@NullMarked
package dev.tidemark.kernel.install;

import org.jspecify.annotations.NullMarked;
