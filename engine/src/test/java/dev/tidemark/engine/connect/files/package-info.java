/** Tests of reading files. */
@NullMarked
package dev.tidemark.engine.connect.files;

import org.jspecify.annotations.NullMarked;
