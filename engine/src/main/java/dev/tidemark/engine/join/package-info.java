/**
 * Joins: window join and coGroup, which are windows over both streams, and the interval join with its own late rule.
 * Begin with {@link dev.tidemark.engine.join.WindowJoinSpec} and {@link dev.tidemark.engine.join.IntervalJoinOperator}.
 *
 * <pre>{@code
 * orders.keyBy(Order::id)
 *         .intervalJoin(payments.keyBy(Payment::order))
 *         .between(Duration.ZERO, Duration.ofHours(1))
 *         .process((Order order, Payment payment, ProcessJoinFunction.Context context, Output<Paid> out) ->
 *                 out.collect(new Paid(order, payment)));
 * }</pre>
 */
@NullMarked
package dev.tidemark.engine.join;

import org.jspecify.annotations.NullMarked;
