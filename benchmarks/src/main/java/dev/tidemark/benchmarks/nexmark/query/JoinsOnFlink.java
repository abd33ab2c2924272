package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.FlinkForms;
import dev.tidemark.benchmarks.nexmark.Person;
import java.util.Objects;
import org.apache.flink.api.common.functions.CoGroupFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Joins. Those without windows have no end: of each key one thing on the left and any number on the right, which may come first; on Flink. */
final class JoinsOnFlink {
    private JoinsOnFlink() {}

    /** Query 3: a person with the auctions that this person opens. */
    static final class SellerWithItems extends KeyedCoProcessFunction<Long, Person, Auction, SellerItem> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Person> seller;
        private transient @Nullable ListState<Auction> waiting;

        @Override
        public void open(OpenContext context) {
            seller =
                    getRuntimeContext().getState(new ValueStateDescriptor<>("seller", FlinkForms.PERSON.information()));
            waiting = getRuntimeContext()
                    .getListState(new ListStateDescriptor<>("waiting", FlinkForms.AUCTION.information()));
        }

        @Override
        public void processElement1(Person person, Context context, Collector<SellerItem> out) throws Exception {
            Objects.requireNonNull(seller).update(person);
            ListState<Auction> early = Objects.requireNonNull(waiting);
            for (Auction auction : early.get()) {
                out.collect(SellerItem.of(person, auction));
            }
            early.clear();
        }

        @Override
        public void processElement2(Auction auction, Context context, Collector<SellerItem> out) throws Exception {
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
        public void open(OpenContext context) {
            known = getRuntimeContext().getState(new ValueStateDescriptor<>("known", FlinkForms.AUCTION.information()));
            waiting = getRuntimeContext()
                    .getListState(new ListStateDescriptor<>("waiting", FlinkForms.BID.information()));
        }

        @Override
        public void processElement1(Auction auction, Context context, Collector<AuctionBid> out) throws Exception {
            Objects.requireNonNull(known).update(auction);
            ListState<Bid> early = Objects.requireNonNull(waiting);
            for (Bid bid : early.get()) {
                emit(auction, bid, out);
            }
            early.clear();
        }

        @Override
        public void processElement2(Bid bid, Context context, Collector<AuctionBid> out) throws Exception {
            Auction auction = Objects.requireNonNull(known).value();
            if (auction == null) {
                Objects.requireNonNull(waiting).add(bid);
            } else {
                emit(auction, bid, out);
            }
        }

        private static void emit(Auction auction, Bid bid, Collector<AuctionBid> out) {
            if (AuctionBid.wanted(auction)) {
                out.collect(new AuctionBid(auction, bid));
            }
        }
    }

    /** Query 8: persons with their auctions in a window. */
    static final class WhoSells implements CoGroupFunction<Person, Auction, NewSeller> {
        private static final long serialVersionUID = 1L;

        @Override
        public void coGroup(Iterable<Person> persons, Iterable<Auction> auctions, Collector<NewSeller> out) {
            if (auctions.iterator().hasNext()) {
                persons.forEach(person -> out.collect(NewSeller.of(person)));
            }
        }
    }
}
