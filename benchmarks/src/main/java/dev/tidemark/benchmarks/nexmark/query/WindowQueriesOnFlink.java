package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkOnFlink;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.nexmark.Person;
import dev.tidemark.benchmarks.program.FlinkCluster;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.ProcessJoinFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import org.apache.flink.util.Collector;

/** The queries with windows, on Flink. */
record WindowQueriesOnFlink(NexmarkPlan plan) {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    /** Bids of each auction in a window, and then of all that end together the auctions with the most. */
    DataStream<HotItem> q5(StreamExecutionEnvironment environment, long events) {
        return source(environment, events)
                .bids()
                .keyBy(Bid::auction)
                .window(SlidingEventTimeWindows.of(TEN_SECONDS, TWO_SECONDS))
                .aggregate(new CountsOnFlink.Count(), new CountsOnFlink.AuctionCount())
                .windowAll(TumblingEventTimeWindows.of(TWO_SECONDS))
                .process(new HottestOnFlink());
    }

    /** The highest price of each window, and then all bids of that price that fell into it. */
    DataStream<Bid> q7(StreamExecutionEnvironment environment, long events) {
        FlinkCluster.manyWatermarks(environment);
        DataStream<Bid> bids = source(environment, events).bids();
        return bids.map(Bid::price)
                .returns(Types.LONG)
                .windowAll(TumblingEventTimeWindows.of(TEN_SECONDS))
                .reduce(Math::max)
                .keyBy(price -> price)
                .intervalJoin(bids.keyBy(Bid::price))
                .between(TEN_SECONDS.minusMillis(1).negated(), Duration.ofMillis(1))
                .process(new TheBid());
    }

    DataStream<NewSeller> q8(StreamExecutionEnvironment environment, long events) {
        NexmarkOnFlink source = source(environment, events);
        return source.persons()
                .coGroup(source.auctions())
                .where(Person::id)
                .equalTo(Auction::seller)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(NewSeller.WINDOW_MILLIS)))
                .apply(new JoinsOnFlink.WhoSells());
    }

    DataStream<BidderSession> q11(StreamExecutionEnvironment environment, long events) {
        return source(environment, events)
                .bids()
                .keyBy(Bid::bidder)
                .window(EventTimeSessionWindows.withGap(TEN_SECONDS))
                .aggregate(new CountsOnFlink.Count(), new CountsOnFlink.Session());
    }

    DataStream<BidderCount> q12(StreamExecutionEnvironment environment, long events) {
        return source(environment, events)
                .bids()
                .keyBy(Bid::bidder)
                .window(TumblingProcessingTimeWindows.of(TEN_SECONDS))
                .trigger(new OnTimeOrAtEndOnFlink())
                .aggregate(new CountsOnFlink.Count(), new CountsOnFlink.BidsOfBidder());
    }

    private NexmarkOnFlink source(StreamExecutionEnvironment environment, long events) {
        return NexmarkOnFlink.source(environment, plan, events);
    }

    private static final class TheBid extends ProcessJoinFunction<Long, Bid, Bid> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Long highest, Bid bid, Context context, Collector<Bid> out) {
            out.collect(bid);
        }
    }
}
