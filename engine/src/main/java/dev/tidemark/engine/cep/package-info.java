/**
 * Complex event patterns: which sequences of events match, as Flink's CEP library (flink-cep) defines it.
 *
 * <p>Begin at {@link dev.tidemark.engine.cep.EventPattern}, which says what to look for:
 *
 * <pre>{@code
 * var pattern = EventPattern.begin("first", Quake.class).where(q -> q.mag() >= 6)
 *         .followedBy("aftershocks").where(q -> q.mag() >= 4).oneOrMore()
 *         .within(Duration.ofHours(6));
 * var sequences = quakes.keyBy(Quake::net).pattern(pattern)
 *         .select(match -> match.get("first").get(0).id() + " + " + match.get("aftershocks").size());
 * }</pre>
 *
 * <p>{@link dev.tidemark.engine.cep.PatternCompiler} turns a pattern into states and edges
 * ({@link dev.tidemark.engine.cep.CompiledPattern}), {@link dev.tidemark.engine.cep.PatternMatcher} moves the partial matches of a key
 * along them, and {@link dev.tidemark.engine.cep.PatternOperator} gives it the events in the order of their time.
 */
@NullMarked
package dev.tidemark.engine.cep;

import org.jspecify.annotations.NullMarked;
