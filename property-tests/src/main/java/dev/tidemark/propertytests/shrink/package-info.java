/**
 * Making a broken law's script, schedule and crash plan as small as possible. Begin with {@link dev.tidemark.propertytests.shrink.AttemptShrinker}.
 */
@NullMarked
package dev.tidemark.propertytests.shrink;

import org.jspecify.annotations.NullMarked;
