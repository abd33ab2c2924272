/**
 * A Flink cluster in this JVM. Begin with {@link dev.tidemark.flink.cluster.LocalCluster}.
 */
@NullMarked
package dev.tidemark.flink.cluster;

import org.jspecify.annotations.NullMarked;
