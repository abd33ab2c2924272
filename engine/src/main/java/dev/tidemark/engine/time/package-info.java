/**
 * Event time and processing time: the clock, watermark strategies, the merging of watermarks, timers. Begin with {@link dev.tidemark.engine.time.Watermarks}.
 */
@NullMarked
package dev.tidemark.engine.time;

import org.jspecify.annotations.NullMarked;
