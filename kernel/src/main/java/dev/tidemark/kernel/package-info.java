/**
 * A Jupyter kernel for Java on JShell, and the same evaluation without Jupyter.
 *
 * <p>Begin with {@link dev.tidemark.kernel.KernelMain}. {@code spi} is what plugs in, {@code shell} evaluates Java,
 * {@code session} joins both for one notebook, {@code protocol} speaks Jupyter's messages, {@code notebook} runs a file
 * without Jupyter, {@code render} and {@code magic} bring what is built in, {@code widgets} are controls in the page,
 * {@code history} and {@code javadoc} what they say, {@code maven} fetches libraries, {@code install} registers the kernel.
 */
@NullMarked
package dev.tidemark.kernel;

import org.jspecify.annotations.NullMarked;
