/**
 * Functions over a stream and a broadcast one inside Flink's. Begin with {@link
 * dev.tidemark.flink.broadcast.BroadcastProcessing}.
 */
@NullMarked
package dev.tidemark.flink.broadcast;

import org.jspecify.annotations.NullMarked;
