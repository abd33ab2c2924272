/**
 * What is true of every pipeline, and under which assumptions. Begin with {@link dev.tidemark.propertytests.law.SameResults}.
 */
@NullMarked
package dev.tidemark.propertytests.law;

import org.jspecify.annotations.NullMarked;
