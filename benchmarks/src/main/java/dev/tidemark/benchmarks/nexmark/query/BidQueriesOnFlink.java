package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkOnFlink;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** The queries that look at one bid at a time, on Flink. */
record BidQueriesOnFlink(NexmarkPlan plan) {
    DataStream<Bid> q0(StreamExecutionEnvironment environment, long events) {
        return bids(environment, events);
    }

    DataStream<PricedBid> q1(StreamExecutionEnvironment environment, long events) {
        return bids(environment, events).map(PricedBid::of);
    }

    DataStream<AuctionPrice> q2(StreamExecutionEnvironment environment, long events) {
        return bids(environment, events).filter(AuctionPrice::wanted).map(AuctionPrice::of);
    }

    DataStream<EnrichedBid> q13(StreamExecutionEnvironment environment, long events) {
        return bids(environment, events).map(new LookUp());
    }

    DataStream<TimedBid> q14(StreamExecutionEnvironment environment, long events) {
        return bids(environment, events).filter(TimedBid::wanted).map(TimedBid::of);
    }

    DataStream<ChannelBid> q21(StreamExecutionEnvironment environment, long events) {
        return bids(environment, events)
                .flatMap((Bid bid, Collector<ChannelBid> out) -> {
                    ChannelBid found = ChannelBid.of(bid);
                    if (found != null) {
                        out.collect(found);
                    }
                })
                .returns(ChannelBid.class);
    }

    DataStream<DirectoriesBid> q22(StreamExecutionEnvironment environment, long events) {
        return bids(environment, events).map(DirectoriesBid::of);
    }

    private DataStream<Bid> bids(StreamExecutionEnvironment environment, long events) {
        return NexmarkOnFlink.source(environment, plan, events).bids();
    }

    private static final class LookUp extends RichMapFunction<Bid, EnrichedBid> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable Map<Long, String> table;

        @Override
        public void open(OpenContext context) {
            table = EnrichedBid.sideTable();
        }

        @Override
        public EnrichedBid map(Bid bid) {
            return EnrichedBid.of(bid, Objects.requireNonNull(table));
        }
    }
}
