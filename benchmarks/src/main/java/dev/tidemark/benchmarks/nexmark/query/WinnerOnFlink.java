package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.FlinkForms;
import dev.tidemark.benchmarks.nexmark.NexmarkEvent;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Keeps the best bid of an auction until it ends, and emits it then, on Flink. */
final class WinnerOnFlink extends KeyedProcessFunction<Long, NexmarkEvent, AuctionBid> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ValueState<Auction> open;
    private transient @Nullable ValueState<Bid> best;

    @Override
    public void open(OpenContext context) {
        open = getRuntimeContext().getState(new ValueStateDescriptor<>("open", FlinkForms.AUCTION.information()));
        best = getRuntimeContext().getState(new ValueStateDescriptor<>("best", FlinkForms.BID.information()));
    }

    @Override
    public void processElement(NexmarkEvent event, Context context, Collector<AuctionBid> out) throws Exception {
        if (event instanceof Auction auction) {
            Objects.requireNonNull(open).update(auction);
            context.timerService().registerEventTimeTimer(auction.expires());
        } else if (event instanceof Bid bid) {
            Auction auction = Objects.requireNonNull(open).value();
            ValueState<Bid> state = Objects.requireNonNull(best);
            if (auction != null && AuctionBid.beats(auction, bid, state.value())) {
                state.update(bid);
            }
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AuctionBid> out) throws Exception {
        Bid winner = Objects.requireNonNull(best).value();
        if (winner != null) {
            out.collect(new AuctionBid(Objects.requireNonNull(open).value(), winner));
        }
        Objects.requireNonNull(open).clear();
        Objects.requireNonNull(best).clear();
    }
}
