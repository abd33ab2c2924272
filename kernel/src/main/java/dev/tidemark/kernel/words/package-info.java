/** Words that are alike, for messages that offer the right one. */
@NullMarked
package dev.tidemark.kernel.words;

import org.jspecify.annotations.NullMarked;
