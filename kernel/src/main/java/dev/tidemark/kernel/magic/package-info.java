/**
 * Commands of the notebook that are not Java: {@code %name} on a line, {@code %%name} on top of a cell.
 *
 * <p>Begin with {@link dev.tidemark.kernel.magic.Magics}, the registry; {@link dev.tidemark.kernel.magic.CellPart} cuts a
 * cell into Java and commands.
 */
@NullMarked
package dev.tidemark.kernel.magic;

import org.jspecify.annotations.NullMarked;
