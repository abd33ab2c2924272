package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkOnTidemark;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;

/** The queries with windows, on Tidemark. */
record WindowQueriesOnTidemark(NexmarkPlan plan) {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

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
