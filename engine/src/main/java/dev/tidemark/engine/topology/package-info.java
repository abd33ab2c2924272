/**
 * A pipeline as an immutable, validated value that can be printed and compared. Begin with {@link dev.tidemark.engine.topology.Topology}.
 */
@NullMarked
package dev.tidemark.engine.topology;

import org.jspecify.annotations.NullMarked;
