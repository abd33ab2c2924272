package dev.tidemark.kernel.spi;

import org.jspecify.annotations.Nullable;

/** A command of the notebook that is not Java: {@code %name …} on a line, or {@code %%name …} on top of a cell. */
@FunctionalInterface
public interface Magic {
    /**
     * Does what the command says.
     *
     * @param call what the user wrote
     * @return a value to show, or null for none
     * @throws Exception if the command fails; its message is shown and the cell ends
     */
    @Nullable
    Object run(MagicCall call) throws Exception;
}
