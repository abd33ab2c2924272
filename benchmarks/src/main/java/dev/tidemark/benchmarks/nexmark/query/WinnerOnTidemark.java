package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkEvent;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the best bid of an auction until it ends, and emits it then, on Tidemark. */
final class WinnerOnTidemark extends KeyedProcessFunction<Long, NexmarkEvent, AuctionBid> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ValueState<Auction> open;
    private transient @Nullable ValueState<Bid> best;

    @Override
    public void open(KeyedState state) {
        open = state.value("open", Auction.class);
        best = state.value("best", Bid.class);
    }

    @Override
    public void processElement(NexmarkEvent event, Context<Long> context, Output<AuctionBid> out) {
        if (event instanceof Auction auction) {
            Objects.requireNonNull(open).update(auction);
            context.timers().registerEventTimeTimer(auction.expires());
        } else if (event instanceof Bid bid) {
            Auction auction = Objects.requireNonNull(open).value();
            ValueState<Bid> state = Objects.requireNonNull(best);
            if (auction != null && AuctionBid.beats(auction, bid, state.value())) {
                state.update(bid);
            }
        }
    }

    @Override
    public void onTimer(long timestamp, TimerContext<Long> context, Output<AuctionBid> out) {
        Bid winner = Objects.requireNonNull(best).value();
        if (winner != null) {
            Auction auction =
                    Objects.requireNonNull(Objects.requireNonNull(open).value());
            out.collect(new AuctionBid(auction, winner));
        }
        Objects.requireNonNull(open).clear();
        Objects.requireNonNull(best).clear();
    }
}
