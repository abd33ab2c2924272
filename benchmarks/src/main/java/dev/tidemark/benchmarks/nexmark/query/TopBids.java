package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The ten highest bids of an auction; of equal prices, the earlier bid is the higher. */
final class TopBids {
    private static final int SIZE = 10;

    private TopBids() {}

    /** Where {@code bid} would stand among {@code top}, from 0; {@code top.size()} or more if it would not. */
    static int place(List<Bid> top, Bid bid) {
        int place = top.size();
        while (place > 0 && top.get(place - 1).price() < bid.price()) {
            place--;
        }
        return place;
    }

    /** Whether a place is among the ten. */
    static boolean counts(int place) {
        return place < SIZE;
    }

    /** The list with {@code bid} at {@code place}; says what enters and leaves the view. */
    static List<Bid> with(List<Bid> top, Bid bid, int place, Consumer<ChangedBid> changes) {
        List<Bid> next = new ArrayList<>(top);
        next.add(place, bid);
        if (next.size() > SIZE) {
            next.remove(SIZE);
        }
        for (int i = place; i < top.size(); i++) {
            changes.accept(ChangedBid.leaves(top.get(i), i + 1));
        }
        for (int i = place; i < next.size(); i++) {
            changes.accept(ChangedBid.enters(next.get(i), i + 1));
        }
        return next;
    }
}
