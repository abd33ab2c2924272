/** Tests of codecs and of the types found in functions. */
@NullMarked
package dev.tidemark.engine.state.codec;

import org.jspecify.annotations.NullMarked;
