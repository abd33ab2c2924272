/**
 * What a user does to a run, as values that can be recorded and applied again. Begin with {@link dev.tidemark.engine.command.Command}.
 */
@NullMarked
package dev.tidemark.engine.command;

import org.jspecify.annotations.NullMarked;
