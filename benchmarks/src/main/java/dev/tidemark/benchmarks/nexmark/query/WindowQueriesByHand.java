package dev.tidemark.benchmarks.nexmark.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.nexmark.Person;
import dev.tidemark.benchmarks.result.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The queries with windows, by loops. */
record WindowQueriesByHand(NexmarkPlan plan) {
    private static final long TEN_SECONDS = 10_000;
    private static final long TWO_SECONDS = 2000;

    void q5(long events, Tally results) {
        Map<Long, Map<Long, Long>> countsByEnd = new HashMap<>();
        for (Bid bid : Recording.of(plan, events).bids()) {
            long last = start(bid.dateTime(), TWO_SECONDS);
            for (long start = last; start > bid.dateTime() - TEN_SECONDS; start -= TWO_SECONDS) {
                countsByEnd
                        .computeIfAbsent(start + TEN_SECONDS, end -> new HashMap<>())
                        .merge(bid.auction(), 1L, Long::sum);
            }
        }
        countsByEnd.forEach((end, counts) -> {
            long most =
                    counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            counts.forEach((auction, count) -> {
                if (count == most) {
                    results.add(new HotItem(auction, count, end));
                }
            });
        });
    }

    /** A bid at the very end of a window counts for it too, as between in the SQL says. */
    void q7(long events, Tally results) {
        List<Bid> bids = Recording.of(plan, events).bids();
        Map<Long, Long> highest = new HashMap<>();
        for (Bid bid : bids) {
            highest.merge(start(bid.dateTime(), TEN_SECONDS) + TEN_SECONDS, bid.price(), Math::max);
        }
        Map<Long, List<Bid>> byPrice = bids.stream().collect(groupingBy(Bid::price));
        highest.forEach((end, price) -> byPrice.getOrDefault(price, List.of()).stream()
                .filter(bid -> bid.dateTime() >= end - TEN_SECONDS && bid.dateTime() <= end)
                .forEach(results::add));
    }

    void q8(long events, Tally results) {
        Recording recording = Recording.of(plan, events);
        Map<Long, Set<Long>> sellers = recording.auctions().stream()
                .collect(groupingBy(
                        auction -> start(auction.dateTime(), NewSeller.WINDOW_MILLIS),
                        java.util.stream.Collectors.mapping(auction -> auction.seller(), toSet())));
        for (Person person : recording.persons()) {
            NewSeller seller = NewSeller.of(person);
            if (sellers.getOrDefault(seller.start(), Set.of()).contains(person.id())) {
                results.add(seller);
            }
        }
    }

    void q11(long events, Tally results) {
        Recording.of(plan, events).bids().stream()
                .collect(groupingBy(Bid::bidder))
                .forEach((bidder, bids) -> sessions(bidder, bids, results));
    }

    /** The bids of one bidder, in the order of their times. */
    private static void sessions(long bidder, List<Bid> bids, Tally results) {
        long start = bids.get(0).dateTime();
        long end = start + TEN_SECONDS;
        long count = 0;
        for (Bid bid : bids) {
            if (bid.dateTime() > end) {
                results.add(new BidderSession(bidder, count, start, end));
                start = bid.dateTime();
                count = 0;
            }
            end = bid.dateTime() + TEN_SECONDS;
            count++;
        }
        results.add(new BidderSession(bidder, count, start, end));
    }

    void q12(long events, Tally results) {
        for (Bid bid : Recording.of(plan, events).bids()) {
            results.add(new BidderCount(bid.bidder(), 1));
        }
    }

    private static long start(long time, long size) {
        return time - Math.floorMod(time, size);
    }
}
