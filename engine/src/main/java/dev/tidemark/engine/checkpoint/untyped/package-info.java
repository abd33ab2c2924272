/**
 * Values that are read without their classes, by the description of their type alone: what a checkpoint can show to a program that
 * has not the job's code.
 *
 * <p>Begin with {@link dev.tidemark.engine.checkpoint.untyped.TypeText}:
 *
 * <pre>{@code
 * Codec<Object> quakes = TypeText.codec("Quake(id: String, mag: double)");
 * quakes.fromBytes(form);                               // Quake(id=ak1, mag=2.3), a RecordValue
 * }</pre>
 */
@NullMarked
package dev.tidemark.engine.checkpoint.untyped;

import org.jspecify.annotations.NullMarked;
