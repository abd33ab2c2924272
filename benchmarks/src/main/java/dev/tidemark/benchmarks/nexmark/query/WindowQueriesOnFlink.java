package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkOnFlink;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.nexmark.Person;
import java.time.Duration;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.functions.CoGroupFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.ProcessJoinFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
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
                .aggregate(new Count(), new AuctionCount())
                .windowAll(TumblingEventTimeWindows.of(TWO_SECONDS))
                .process(new Hottest());
    }

    /** The highest price of each window, and then all bids of that price that fell into it. */
    DataStream<Bid> q7(StreamExecutionEnvironment environment, long events) {
        DataStream<Bid> bids = source(environment, events).bids();
        return bids.map(Bid::price)
                .returns(Types.LONG)
                .windowAll(TumblingEventTimeWindows.of(TEN_SECONDS))
                .reduce(Math::max, new WithEnd())
                .keyBy(highest -> highest.f0)
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
                .apply(new WhoSells());
    }

    DataStream<BidderSession> q11(StreamExecutionEnvironment environment, long events) {
        return source(environment, events)
                .bids()
                .keyBy(Bid::bidder)
                .window(EventTimeSessionWindows.withGap(TEN_SECONDS))
                .aggregate(new Count(), new Session());
    }

    DataStream<BidderCount> q12(StreamExecutionEnvironment environment, long events) {
        return source(environment, events)
                .bids()
                .keyBy(Bid::bidder)
                .window(TumblingProcessingTimeWindows.of(TEN_SECONDS))
                .trigger(new OnTimeOrAtEndOnFlink())
                .aggregate(new Count(), new BidsOfBidder());
    }

    private NexmarkOnFlink source(StreamExecutionEnvironment environment, long events) {
        return NexmarkOnFlink.source(environment, plan, events);
    }

    private static final class Count implements AggregateFunction<Bid, Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long createAccumulator() {
            return 0L;
        }

        @Override
        public Long add(Bid bid, Long count) {
            return count + 1;
        }

        @Override
        public Long getResult(Long count) {
            return count;
        }

        @Override
        public Long merge(Long left, Long right) {
            return left + right;
        }
    }

    private static final class AuctionCount
            extends ProcessWindowFunction<Long, Tuple3<Long, Long, Long>, Long, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(
                Long auction, Context context, Iterable<Long> count, Collector<Tuple3<Long, Long, Long>> out) {
            out.collect(
                    Tuple3.of(auction, count.iterator().next(), context.window().getEnd()));
        }
    }

    private static final class Hottest extends ProcessAllWindowFunction<Tuple3<Long, Long, Long>, HotItem, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Context context, Iterable<Tuple3<Long, Long, Long>> counts, Collector<HotItem> out) {
            long most = 0;
            for (Tuple3<Long, Long, Long> count : counts) {
                most = Math.max(most, count.f1);
            }
            for (Tuple3<Long, Long, Long> count : counts) {
                if (count.f1 == most) {
                    out.collect(new HotItem(count.f0, count.f1, count.f2));
                }
            }
        }
    }

    private static final class WithEnd extends ProcessAllWindowFunction<Long, Tuple2<Long, Long>, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Context context, Iterable<Long> highest, Collector<Tuple2<Long, Long>> out) {
            out.collect(Tuple2.of(highest.iterator().next(), context.window().getEnd()));
        }
    }

    private static final class TheBid extends ProcessJoinFunction<Tuple2<Long, Long>, Bid, Bid> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Tuple2<Long, Long> highest, Bid bid, Context context, Collector<Bid> out) {
            out.collect(bid);
        }
    }

    private static final class WhoSells implements CoGroupFunction<Person, Auction, NewSeller> {
        private static final long serialVersionUID = 1L;

        @Override
        public void coGroup(Iterable<Person> persons, Iterable<Auction> auctions, Collector<NewSeller> out) {
            if (auctions.iterator().hasNext()) {
                persons.forEach(person -> out.collect(NewSeller.of(person)));
            }
        }
    }

    private static final class Session extends ProcessWindowFunction<Long, BidderSession, Long, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Long bidder, Context context, Iterable<Long> count, Collector<BidderSession> out) {
            TimeWindow session = context.window();
            out.collect(new BidderSession(bidder, count.iterator().next(), session.getStart(), session.getEnd()));
        }
    }

    private static final class BidsOfBidder extends ProcessWindowFunction<Long, BidderCount, Long, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Long bidder, Context context, Iterable<Long> count, Collector<BidderCount> out) {
            out.collect(new BidderCount(bidder, count.iterator().next()));
        }
    }
}
