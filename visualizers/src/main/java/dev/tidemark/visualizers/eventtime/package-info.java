/**
 * Charts of event time: what arrived when, how far the watermark was, which windows fired and what came too late.
 * Begin reading at {@link dev.tidemark.visualizers.eventtime.EventTimeData}, the neutral form of what a run did, then
 * {@link dev.tidemark.visualizers.eventtime.EventTimePlane}.
 *
 * <pre>{@code
 * EventTimeData data = EventTimeData.named("clicks").events(events).watermarks(watermarks).panes(panes);
 * Chart chart = EventTimePlane.of(data);
 * }</pre>
 *
 * The plane is the figure of "The Dataflow Model" (Akidau et al., VLDB 2015, section 2): event time across, processing time
 * upwards. Times are epoch milliseconds; {@code Long.MIN_VALUE} and {@code Long.MAX_VALUE} are minus and plus infinity, as in
 * Flink, and so is any time that is more than 8.64e15 ms away from 1970, since no browser can draw it.
 */
@NullMarked
package dev.tidemark.visualizers.eventtime;

import org.jspecify.annotations.NullMarked;
