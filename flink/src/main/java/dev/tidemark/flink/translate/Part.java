package dev.tidemark.flink.translate;

import dev.tidemark.engine.topology.Topology;
import dev.tidemark.flink.source.Pace;
import dev.tidemark.flink.source.Script;
import org.jspecify.annotations.Nullable;

/**
 * One topology of a job.
 *
 * @param number tells its results from those of other topologies
 * @param prefix goes before names and uids, so that topologies side by side do not meet; empty for one alone
 * @param script what is sent to sources by hand; null when there is none
 * @param pace when lines of the script are played
 * @param parallelism of operators that name no other number
 */
public record Part(
        int number,
        String prefix,
        Topology topology,
        @Nullable Script script,
        Pace pace,
        int parallelism) {}
