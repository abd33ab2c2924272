package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkOnTidemark;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.nexmark.Person;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessAllWindowFunction;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;

/** The queries with windows, on Tidemark. */
record WindowQueriesOnTidemark(NexmarkPlan plan) {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    /** Bids of each auction in a window, and then of all that end together the auctions with the most. */
    DataStream<HotItem> q5(Pipeline pipeline, long events) {
        ProcessWindowFunction<Long, HotItem, Long, TimeWindow> count = (auction, context, counts, out) -> out.collect(
                new HotItem(auction, counts.iterator().next(), context.window().end()));
        return source(pipeline, events)
                .bids()
                .keyBy(Bid::auction)
                .window(SlidingWindows.of(TEN_SECONDS, TWO_SECONDS))
                .aggregate(new Count(), count)
                .returns(HotItem.class)
                .windowAll(TumblingWindows.of(TWO_SECONDS))
                .process(new Hottest());
    }

    /** The highest price of each window, and then all bids of that price that fell into it. */
    DataStream<Bid> q7(Pipeline pipeline, long events) {
        DataStream<Bid> bids = source(pipeline, events).bids();
        return bids.map(Bid::price)
                .windowAll(TumblingWindows.of(TEN_SECONDS))
                .reduce(Math::max)
                .keyBy(price -> price)
                .intervalJoin(bids.keyBy(Bid::price))
                .between(TEN_SECONDS.minusMillis(1).negated(), Duration.ofMillis(1))
                .<Bid>process((highest, bid, context, out) -> out.collect(bid))
                .returns(Bid.class);
    }

    DataStream<NewSeller> q8(Pipeline pipeline, long events) {
        NexmarkOnTidemark source = source(pipeline, events);
        return source.persons()
                .coGroup(source.auctions())
                .where(Person::id)
                .equalTo(Auction::seller)
                .window(TumblingWindows.of(Duration.ofMillis(NewSeller.WINDOW_MILLIS)))
                .<NewSeller>apply((persons, auctions, out) -> {
                    if (auctions.iterator().hasNext()) {
                        persons.forEach(person -> out.collect(NewSeller.of(person)));
                    }
                })
                .returns(NewSeller.class);
    }

    DataStream<BidderSession> q11(Pipeline pipeline, long events) {
        return source(pipeline, events)
                .bids()
                .keyBy(Bid::bidder)
                .window(SessionWindows.withGap(TEN_SECONDS))
                .aggregate(new Count(), new Session());
    }

    DataStream<BidderCount> q12(Pipeline pipeline, long events) {
        return source(pipeline, events)
                .bids()
                .keyBy(Bid::bidder)
                .window(TumblingWindows.of(TEN_SECONDS).inProcessingTime())
                .trigger(new OnTimeOrAtEndOnTidemark())
                .aggregate(new Count(), new BidsOfBidder());
    }

    private NexmarkOnTidemark source(Pipeline pipeline, long events) {
        return NexmarkOnTidemark.source(pipeline, plan, events);
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
        public Long result(Long count) {
            return count;
        }

        @Override
        public Long merge(Long left, Long right) {
            return left + right;
        }
    }

    private static final class Hottest implements ProcessAllWindowFunction<HotItem, HotItem, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(
                ProcessWindowFunction.Context<TimeWindow> context, Iterable<HotItem> counts, Output<HotItem> out) {
            long most = 0;
            for (HotItem count : counts) {
                most = Math.max(most, count.bids());
            }
            for (HotItem count : counts) {
                if (count.bids() == most) {
                    out.collect(count);
                }
            }
        }
    }

    private static final class Session implements ProcessWindowFunction<Long, BidderSession, Long, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Long bidder, Context<TimeWindow> context, Iterable<Long> count, Output<BidderSession> out) {
            TimeWindow session = context.window();
            out.collect(new BidderSession(bidder, count.iterator().next(), session.start(), session.end()));
        }
    }

    private static final class BidsOfBidder implements ProcessWindowFunction<Long, BidderCount, Long, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Long bidder, Context<TimeWindow> context, Iterable<Long> count, Output<BidderCount> out) {
            out.collect(new BidderCount(bidder, count.iterator().next()));
        }
    }
}
