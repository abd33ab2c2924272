/**
 * A run in words: a {@link dev.tidemark.visualizers.run.RunCard} says where it stands, a
 * {@link dev.tidemark.visualizers.run.TranscriptView} what it did.
 *
 * <pre>{@code
 * new RunCard("clicks", "step 12 of 40", List.of(new Fact("clock", "09:00:05"), new Fact("late", "3"))).mimeBundle();
 * }</pre>
 */
@NullMarked
package dev.tidemark.visualizers.run;

import org.jspecify.annotations.NullMarked;
