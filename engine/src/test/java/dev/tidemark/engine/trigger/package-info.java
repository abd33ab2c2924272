/** What triggers keep and what they leave, seen from outside. */
@NullMarked
package dev.tidemark.engine.trigger;

import org.jspecify.annotations.NullMarked;
