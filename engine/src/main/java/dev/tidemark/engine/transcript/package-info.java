/** Steps, transcripts, and the one text format for values: begin at {@link dev.tidemark.engine.transcript.ValueText}. */
@NullMarked
package dev.tidemark.engine.transcript;

import org.jspecify.annotations.NullMarked;
