package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkOnTidemark;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.nexmark.Person;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.ValueState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The queries that keep state by key, on Tidemark. */
record KeyedQueriesOnTidemark(NexmarkPlan plan) {
    DataStream<SellerItem> q3(Pipeline pipeline, long events) {
        NexmarkOnTidemark source = source(pipeline, events);
        return source.persons()
                .filter(SellerItem::wanted)
                .keyBy(Person::id)
                .connect(source.auctions().filter(SellerItem::wanted).keyBy(Auction::seller))
                .process(new JoinsOnTidemark.SellerWithItems());
    }

    DataStream<CategoryPrice> q4(Pipeline pipeline, long events) {
        return q9(pipeline, events)
                .map(winner ->
                        new Priced(winner.auction().category(), winner.bid().price()))
                .keyBy(Priced::category)
                .process(new Average());
    }

    DataStream<AuctionBid> q9(Pipeline pipeline, long events) {
        return source(pipeline, events)
                .events()
                .filter(event -> !(event instanceof Person))
                .keyBy(AuctionBid::auctionOf)
                .process(new WinnerOnTidemark());
    }

    DataStream<ChangedBid> q18(Pipeline pipeline, long events) {
        return source(pipeline, events)
                .bids()
                .keyBy(bid -> new BidderAndAuction(bid.bidder(), bid.auction()))
                .process(new Latest());
    }

    DataStream<ChangedBid> q19(Pipeline pipeline, long events) {
        return source(pipeline, events).bids().keyBy(Bid::auction).process(new Highest());
    }

    DataStream<AuctionBid> q20(Pipeline pipeline, long events) {
        NexmarkOnTidemark source = source(pipeline, events);
        return source.auctions()
                .keyBy(Auction::id)
                .connect(source.bids().keyBy(Bid::auction))
                .process(new JoinsOnTidemark.AuctionWithBids());
    }

    private NexmarkOnTidemark source(Pipeline pipeline, long events) {
        return NexmarkOnTidemark.source(pipeline, plan, events);
    }

    /** A winning bid's price, by the category of its auction. */
    record Priced(long category, long price) {}

    /** The sum of prices, and how many they are. */
    record Sums(long sum, long count) {
        long average() {
            return sum / count;
        }
    }

    /** Somebody in an auction. */
    record BidderAndAuction(long bidder, long auction) {}

    private static final class Average extends KeyedProcessFunction<Long, Priced, CategoryPrice> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Sums> sums;

        @Override
        public void open(KeyedState state) {
            sums = state.value("sums", Sums.class);
        }

        @Override
        public void processElement(Priced priced, Context<Long> context, Output<CategoryPrice> out) {
            ValueState<Sums> state = Objects.requireNonNull(sums);
            Sums before = state.value();
            Sums now = before == null
                    ? new Sums(priced.price(), 1)
                    : new Sums(before.sum() + priced.price(), before.count() + 1);
            if (before != null) {
                out.collect(new CategoryPrice(priced.category(), before.average(), -1));
            }
            out.collect(new CategoryPrice(priced.category(), now.average(), 1));
            state.update(now);
        }
    }

    private static final class Latest extends KeyedProcessFunction<BidderAndAuction, Bid, ChangedBid> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Bid> latest;

        @Override
        public void open(KeyedState state) {
            latest = state.value("latest", Bid.class);
        }

        @Override
        public void processElement(Bid bid, Context<BidderAndAuction> context, Output<ChangedBid> out) {
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
        public void open(KeyedState state) {
            highest = state.list("highest", Bid.class);
        }

        @Override
        public void processElement(Bid bid, Context<Long> context, Output<ChangedBid> out) {
            ListState<Bid> state = Objects.requireNonNull(highest);
            List<Bid> top = state.values();
            int place = TopBids.place(top, bid);
            if (TopBids.counts(place)) {
                state.update(TopBids.with(top, bid, place, out::collect));
            }
        }
    }
}
