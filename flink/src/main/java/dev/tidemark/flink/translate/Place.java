package dev.tidemark.flink.translate;

import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Partitioning;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.function.ElementFunctions;
import dev.tidemark.flink.function.Sides;
import dev.tidemark.flink.type.CodecTypeInformation;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator stands: its node and what comes in.
 *
 * @param feeds for each input of the operator what comes in, as it is sent
 * @param lates for each input where elements go that are late and that nobody else takes; null to drop them
 * @param probeMillis how far apart the job's probes of watermarks are
 */
record Place(Node node, List<Feed> feeds, List<@Nullable OutputTag<Object>> lates, long probeMillis) {
    Place {
        feeds = List.copyOf(feeds);
    }

    /** One input: a stream, how it is spread, and for which operator. */
    record Feed(DataStream<Object> stream, Partitioning how, String owner) {
        /** The stream, spread as it should be. */
        DataStream<Object> spread() {
            return Spread.of(stream, how, owner);
        }

        /** Flink's selector of the key, where the stream is spread by one. */
        ElementFunctions.TypedKey selector() {
            return new ElementFunctions.TypedKey(Carried.of(((Partitioning.Hash) how).selector(), owner), keyType());
        }

        /** The type of the key. */
        TypeInformation<Object> keyType() {
            return CodecTypeInformation.of(((Partitioning.Hash) how).key());
        }
    }

    String name() {
        return node.name();
    }

    /** The only, or the first, input. */
    DataStream<Object> input() {
        return input(0);
    }

    /** One input, spread as it should be. */
    DataStream<Object> input(int number) {
        return feeds.get(number).spread();
    }

    /** One input as it is before it is spread. */
    DataStream<Object> stream(int number) {
        return feeds.get(number).stream();
    }

    /** The only, or the first, input by key. */
    KeyedStream<Object, Object> keyed() {
        return keyed(0);
    }

    /** One input by key. */
    KeyedStream<Object, Object> keyed(int number) {
        Feed feed = feeds.get(number);
        return feed.stream().keyBy(feed.selector(), feed.keyType());
    }

    /** Where the late elements of an input go; null when they are dropped. */
    @Nullable
    OutputTag<Object> late(int number) {
        return lates.get(number);
    }

    /** A function of this operator on its way. */
    <F> Carried<F> carried(Prototype<? extends F> prototype) {
        return Carried.of(prototype, name());
    }

    /** The type of what the operator emits. */
    TypeInformation<Object> type() {
        return CodecTypeInformation.of(node.output());
    }

    /** Its side outputs that are read. */
    Sides sides() {
        return Sides.of(node);
    }
}
