package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Query 21: a bid with the number of its channel, known or read from the address. */
record ChannelBid(long auction, long bidder, long price, String channel, String channelId) implements Row {
    private static final Pattern CHANNEL_ID = Pattern.compile("(&|^)channel_id=([^&]*)");

    /** The bid with its channel's number, or null if it has none. */
    static @Nullable ChannelBid of(Bid bid) {
        String id = channelId(bid);
        return id == null ? null : new ChannelBid(bid.auction(), bid.bidder(), bid.price(), bid.channel(), id);
    }

    private static @Nullable String channelId(Bid bid) {
        return switch (bid.channel().toLowerCase(Locale.ROOT)) {
            case "apple" -> "0";
            case "google" -> "1";
            case "facebook" -> "2";
            case "baidu" -> "3";
            default -> {
                Matcher matcher = CHANNEL_ID.matcher(bid.url());
                yield matcher.find() ? matcher.group(2) : null;
            }
        };
    }

    @Override
    public long rowHash() {
        return Mix.of(Mix.of(Mix.of(Mix.of(Mix.of(auction), bidder), price), channel), channelId);
    }
}
