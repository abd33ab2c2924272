/**
 * Attacks pipelines: generated streams of disordered events, schedules and crashes, and the laws that hold whatever they do.
 * Begin with {@link dev.tidemark.propertytests.PipelineAssertions} and {@link dev.tidemark.propertytests.EventScripts}.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<EventScript<Order>> disordered() {
 *     return EventScripts.of(orders).source("orders").disorder(Duration.ofSeconds(5));
 * }
 *
 * @Property
 * void crashes_never_change_the_result(
 *         @ForAll("disordered") EventScript<Order> script, @ForAll Schedule schedule, @ForAll CrashPlan crashes) {
 *     assertThatPipeline(turnover()).on(script).under(schedule, crashes).producesTheSameAs(noCrash());
 * }
 * }</pre>
 */
@NullMarked
package dev.tidemark.propertytests;

import org.jspecify.annotations.NullMarked;
