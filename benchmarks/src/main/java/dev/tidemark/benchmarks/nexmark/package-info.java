/**
 * The stream of Nexmark: people open auctions and bid in them.
 *
 * <p>Begin at {@link dev.tidemark.benchmarks.nexmark.NexmarkPlan}. Proportions and distributions are those of the official generator
 * (github.com/nexmark/nexmark, with its defaults); the values are drawn anew from the number of the event, so that the stream is the
 * same wherever it is made. The queries are in {@code query}.
 */
@NullMarked
package dev.tidemark.benchmarks.nexmark;

import org.jspecify.annotations.NullMarked;
