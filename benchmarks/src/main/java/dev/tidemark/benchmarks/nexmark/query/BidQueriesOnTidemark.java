package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkOnTidemark;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.function.RuntimeContext;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The queries that look at one bid at a time, on Tidemark. */
record BidQueriesOnTidemark(NexmarkPlan plan) {
    DataStream<Bid> q0(Pipeline pipeline, long events) {
        return bids(pipeline, events);
    }

    DataStream<PricedBid> q1(Pipeline pipeline, long events) {
        return bids(pipeline, events).map(PricedBid::of);
    }

    DataStream<AuctionPrice> q2(Pipeline pipeline, long events) {
        return bids(pipeline, events).filter(AuctionPrice::wanted).map(AuctionPrice::of);
    }

    DataStream<EnrichedBid> q13(Pipeline pipeline, long events) {
        return bids(pipeline, events).map(new LookUp());
    }

    DataStream<TimedBid> q14(Pipeline pipeline, long events) {
        return bids(pipeline, events).filter(TimedBid::wanted).map(TimedBid::of);
    }

    DataStream<ChannelBid> q21(Pipeline pipeline, long events) {
        return bids(pipeline, events)
                .<ChannelBid>flatMap((bid, out) -> {
                    ChannelBid found = ChannelBid.of(bid);
                    if (found != null) {
                        out.collect(found);
                    }
                })
                .returns(ChannelBid.class);
    }

    DataStream<DirectoriesBid> q22(Pipeline pipeline, long events) {
        return bids(pipeline, events).map(DirectoriesBid::of);
    }

    private DataStream<Bid> bids(Pipeline pipeline, long events) {
        return NexmarkOnTidemark.source(pipeline, plan, events).bids();
    }

    private static final class LookUp implements MapFunction<Bid, EnrichedBid>, RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable Map<Long, String> table;

        @Override
        public void open(RuntimeContext context) {
            table = EnrichedBid.sideTable();
        }

        @Override
        public EnrichedBid map(Bid bid) {
            return EnrichedBid.of(bid, Objects.requireNonNull(table));
        }
    }
}
