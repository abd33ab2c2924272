package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/** Query 14: a bid in euros, with the time of day and the number of c's in its extra text. */
record TimedBid(long auction, long bidder, double price, String timeType, long dateTime, String extra, long cs)
        implements Row {
    private static final long HOUR_MILLIS = 3_600_000;

    static boolean wanted(Bid bid) {
        double price = PricedBid.euros(bid.price());
        return price > 1_000_000 && price < 50_000_000;
    }

    static TimedBid of(Bid bid) {
        return new TimedBid(
                bid.auction(),
                bid.bidder(),
                PricedBid.euros(bid.price()),
                timeType(bid.dateTime()),
                bid.dateTime(),
                bid.extra(),
                cs(bid.extra()));
    }

    private static String timeType(long dateTime) {
        long hour = dateTime / HOUR_MILLIS % 24;
        if (hour >= 8 && hour <= 18) {
            return "dayTime";
        }
        return hour <= 6 || hour >= 20 ? "nightTime" : "otherTime";
    }

    private static long cs(String text) {
        long count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == 'c' ? 1 : 0;
        }
        return count;
    }

    @Override
    public long rowHash() {
        long hash = Mix.of(Mix.of(Mix.of(auction), bidder), Double.doubleToLongBits(price));
        return Mix.of(Mix.of(Mix.of(Mix.of(hash, timeType), dateTime), extra), cs);
    }
}
