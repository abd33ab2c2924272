package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Counts of a key's bids in a window, on Flink. */
final class CountsOnFlink {
    private CountsOnFlink() {}

    static final class Count implements AggregateFunction<Bid, Long, Long> {
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

    static final class AuctionCount extends ProcessWindowFunction<Long, Tuple3<Long, Long, Long>, Long, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(
                Long auction, Context context, Iterable<Long> count, Collector<Tuple3<Long, Long, Long>> out) {
            out.collect(
                    Tuple3.of(auction, count.iterator().next(), context.window().getEnd()));
        }
    }

    static final class Session extends ProcessWindowFunction<Long, BidderSession, Long, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Long bidder, Context context, Iterable<Long> count, Collector<BidderSession> out) {
            TimeWindow session = context.window();
            out.collect(new BidderSession(bidder, count.iterator().next(), session.getStart(), session.getEnd()));
        }
    }

    static final class BidsOfBidder extends ProcessWindowFunction<Long, BidderCount, Long, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Long bidder, Context context, Iterable<Long> count, Collector<BidderCount> out) {
            out.collect(new BidderCount(bidder, count.iterator().next()));
        }
    }
}
