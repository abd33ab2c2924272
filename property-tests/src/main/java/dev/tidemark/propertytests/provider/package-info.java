/**
 * Hands jqwik the generators of schedules, crash plans and scripts.
 */
@NullMarked
package dev.tidemark.propertytests.provider;

import org.jspecify.annotations.NullMarked;
