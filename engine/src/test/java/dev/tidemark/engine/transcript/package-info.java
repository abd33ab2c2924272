/** Tests of the text format. */
@NullMarked
package dev.tidemark.engine.transcript;

import org.jspecify.annotations.NullMarked;
