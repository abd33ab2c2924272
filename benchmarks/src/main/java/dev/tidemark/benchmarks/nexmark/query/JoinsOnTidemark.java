package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.Person;
import dev.tidemark.engine.function.KeyedCoProcessFunction;
import dev.tidemark.engine.function.KeyedProcessFunction.Context;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins without an end: of each key one thing on the left and any number on the right, which may come first; on Tidemark. */
final class JoinsOnTidemark {
    private JoinsOnTidemark() {}

    /** Query 3: a person with the auctions that this person opens. */
    static final class SellerWithItems extends KeyedCoProcessFunction<Long, Person, Auction, SellerItem> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Person> seller;
        private transient @Nullable ListState<Auction> waiting;

        @Override
        public void open(KeyedState state) {
            seller = state.value("seller", Person.class);
            waiting = state.list("waiting", Auction.class);
        }

        @Override
        public void processElement1(Person person, Context<Long> context, Output<SellerItem> out) {
            Objects.requireNonNull(seller).update(person);
            ListState<Auction> early = Objects.requireNonNull(waiting);
            for (Auction auction : early.values()) {
                out.collect(SellerItem.of(person, auction));
            }
            early.clear();
        }

        @Override
        public void processElement2(Auction auction, Context<Long> context, Output<SellerItem> out) {
            Person person = Objects.requireNonNull(seller).value();
            if (person == null) {
                Objects.requireNonNull(waiting).add(auction);
            } else {
                out.collect(SellerItem.of(person, auction));
            }
        }
    }

    /** Query 20: an auction with its bids. */
    static final class AuctionWithBids extends KeyedCoProcessFunction<Long, Auction, Bid, AuctionBid> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Auction> known;
        private transient @Nullable ListState<Bid> waiting;

        @Override
        public void open(KeyedState state) {
            known = state.value("known", Auction.class);
            waiting = state.list("waiting", Bid.class);
        }

        @Override
        public void processElement1(Auction auction, Context<Long> context, Output<AuctionBid> out) {
            Objects.requireNonNull(known).update(auction);
            ListState<Bid> early = Objects.requireNonNull(waiting);
            for (Bid bid : early.values()) {
                emit(auction, bid, out);
            }
            early.clear();
        }

        @Override
        public void processElement2(Bid bid, Context<Long> context, Output<AuctionBid> out) {
            Auction auction = Objects.requireNonNull(known).value();
            if (auction == null) {
                Objects.requireNonNull(waiting).add(bid);
            } else {
                emit(auction, bid, out);
            }
        }

        private static void emit(Auction auction, Bid bid, Output<AuctionBid> out) {
            if (AuctionBid.wanted(auction)) {
                out.collect(new AuctionBid(auction, bid));
            }
        }
    }
}
