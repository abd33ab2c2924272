package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.FlinkForms;
import dev.tidemark.benchmarks.nexmark.NexmarkOnFlink;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.nexmark.Person;
import dev.tidemark.benchmarks.program.FlinkCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** The queries that keep state by key, on Flink. */
record KeyedQueriesOnFlink(NexmarkPlan plan) {
    DataStream<SellerItem> q3(StreamExecutionEnvironment environment, long events) {
        NexmarkOnFlink source = source(environment, events);
        return source.persons()
                .filter(SellerItem::wanted)
                .keyBy(Person::id)
                .connect(source.auctions().filter(SellerItem::wanted).keyBy(Auction::seller))
                .process(new JoinsOnFlink.SellerWithItems());
    }

    DataStream<CategoryPrice> q4(StreamExecutionEnvironment environment, long events) {
        return winners(environment, events)
                .map(winner ->
                        Tuple2.of(winner.auction().category(), winner.bid().price()))
                .returns(Types.TUPLE(Types.LONG, Types.LONG))
                .keyBy(priced -> priced.f0)
                .process(new Average());
    }

    DataStream<AuctionBid> q9(StreamExecutionEnvironment environment, long events) {
        return winners(environment, events);
    }

    DataStream<ChangedBid> q18(StreamExecutionEnvironment environment, long events) {
        return source(environment, events)
                .bids()
                .keyBy(bid -> Tuple2.of(bid.bidder(), bid.auction()), Types.TUPLE(Types.LONG, Types.LONG))
                .process(new Latest());
    }

    DataStream<ChangedBid> q19(StreamExecutionEnvironment environment, long events) {
        return source(environment, events).bids().keyBy(Bid::auction).process(new Highest());
    }

    DataStream<AuctionBid> q20(StreamExecutionEnvironment environment, long events) {
        NexmarkOnFlink source = source(environment, events);
        return source.auctions()
                .keyBy(Auction::id)
                .connect(source.bids().keyBy(Bid::auction))
                .process(new JoinsOnFlink.AuctionWithBids());
    }

    /** One stream holds auctions and bids, so that an auction comes before its bids whatever the network does. */
    private DataStream<AuctionBid> winners(StreamExecutionEnvironment environment, long events) {
        FlinkCluster.manyWatermarks(environment);
        return source(environment, events)
                .events()
                .filter(event -> !(event instanceof Person))
                .keyBy(AuctionBid::auctionOf)
                .process(new WinnerOnFlink());
    }

    private NexmarkOnFlink source(StreamExecutionEnvironment environment, long events) {
        return NexmarkOnFlink.source(environment, plan, events);
    }

    private static final class Average extends KeyedProcessFunction<Long, Tuple2<Long, Long>, CategoryPrice> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Tuple2<Long, Long>> sums;

        @Override
        public void open(OpenContext context) {
            sums = getRuntimeContext()
                    .getState(new ValueStateDescriptor<>("sums", Types.TUPLE(Types.LONG, Types.LONG)));
        }

        @Override
        public void processElement(Tuple2<Long, Long> priced, Context context, Collector<CategoryPrice> out)
                throws Exception {
            ValueState<Tuple2<Long, Long>> state = Objects.requireNonNull(sums);
            Tuple2<Long, Long> before = state.value();
            Tuple2<Long, Long> now =
                    before == null ? Tuple2.of(priced.f1, 1L) : Tuple2.of(before.f0 + priced.f1, before.f1 + 1);
            if (before != null) {
                out.collect(new CategoryPrice(priced.f0, before.f0 / before.f1, -1));
            }
            out.collect(new CategoryPrice(priced.f0, now.f0 / now.f1, 1));
            state.update(now);
        }
    }

    private static final class Latest extends KeyedProcessFunction<Tuple2<Long, Long>, Bid, ChangedBid> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Bid> latest;

        @Override
        public void open(OpenContext context) {
            latest = getRuntimeContext().getState(new ValueStateDescriptor<>("latest", FlinkForms.BID.information()));
        }

        @Override
        public void processElement(Bid bid, Context context, Collector<ChangedBid> out) throws Exception {
            ValueState<Bid> state = Objects.requireNonNull(latest);
            Bid before = state.value();
            if (before != null && before.dateTime() > bid.dateTime()) {
                return;
            }
            if (before != null) {
                out.collect(ChangedBid.leaves(before, 1));
            }
            out.collect(ChangedBid.enters(bid, 1));
            state.update(bid);
        }
    }

    private static final class Highest extends KeyedProcessFunction<Long, Bid, ChangedBid> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ListState<Bid> highest;

        @Override
        public void open(OpenContext context) {
            highest = getRuntimeContext()
                    .getListState(new ListStateDescriptor<>("highest", FlinkForms.BID.information()));
        }

        @Override
        public void processElement(Bid bid, Context context, Collector<ChangedBid> out) throws Exception {
            ListState<Bid> state = Objects.requireNonNull(highest);
            List<Bid> top = list(state.get());
            int place = TopBids.place(top, bid);
            if (TopBids.counts(place)) {
                state.update(TopBids.with(top, bid, place, out::collect));
            }
        }

        /** On the heap it is a list, which spares the copy. */
        private static List<Bid> list(@Nullable Iterable<Bid> bids) {
            if (bids instanceof List<Bid> list) {
                return list;
            }
            List<Bid> copy = new ArrayList<>();
            if (bids != null) {
                bids.forEach(copy::add);
            }
            return copy;
        }
    }
}
