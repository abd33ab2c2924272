/** What a user sees when looking into a run: plain records, copied out. */
@NullMarked
package dev.tidemark.engine.view;

import org.jspecify.annotations.NullMarked;
