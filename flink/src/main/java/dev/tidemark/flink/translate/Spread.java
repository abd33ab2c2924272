package dev.tidemark.flink.translate;

import dev.tidemark.engine.topology.Partitioning;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.function.ElementFunctions;
import dev.tidemark.flink.type.CodecTypeInformation;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Spreads a stream over the subtasks of the next operator. */
final class Spread {
    private Spread() {}

    /** The stream, spread as an edge says, to the operator {@code owner}; by key it is a keyed stream. */
    static DataStream<Object> of(DataStream<Object> stream, Partitioning how, String owner) {
        if (how instanceof Partitioning.Hash hash) {
            TypeInformation<Object> type = CodecTypeInformation.of(hash.key());
            return stream.keyBy(new ElementFunctions.TypedKey(Carried.of(hash.selector(), owner), type), type);
        }
        if (how instanceof Partitioning.Custom custom) {
            return stream.partitionCustom(
                    new ElementFunctions.Partition(Carried.of(custom.partitioner(), owner)),
                    new ElementFunctions.Key(Carried.of(custom.selector(), owner)));
        }
        if (how instanceof Partitioning.Rebalance) {
            return stream.rebalance();
        }
        if (how instanceof Partitioning.Rescale) {
            return stream.rescale();
        }
        if (how instanceof Partitioning.Shuffle) {
            return stream.shuffle();
        }
        if (how instanceof Partitioning.Broadcast) {
            return stream.broadcast();
        }
        // without a word Flink forwards where the parallelism is the same, and goes in turns where it is not
        return how instanceof Partitioning.Global ? stream.global() : stream;
    }
}
