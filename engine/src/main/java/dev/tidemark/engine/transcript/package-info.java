/**
 * What happened, as steps and as text: the project's one text format. Begin with {@link dev.tidemark.engine.transcript.Step}.
 */
@NullMarked
package dev.tidemark.engine.transcript;

import org.jspecify.annotations.NullMarked;
