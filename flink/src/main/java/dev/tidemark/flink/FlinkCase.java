package dev.tidemark.flink;

import dev.tidemark.engine.topology.Topology;
import dev.tidemark.flink.source.Script;

/** A topology with what is sent to its sources by hand. */
public record FlinkCase(Topology topology, Script script) {}
