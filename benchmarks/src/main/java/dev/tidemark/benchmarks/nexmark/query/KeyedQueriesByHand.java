package dev.tidemark.benchmarks.nexmark.query;

import static java.util.stream.Collectors.groupingBy;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.nexmark.Person;
import dev.tidemark.benchmarks.result.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The queries that keep state by key, by loops over the whole stream: the views that remain at its end. */
record KeyedQueriesByHand(NexmarkPlan plan) {
    void q3(long events, Tally results) {
        Recording recording = Recording.of(plan, events);
        Map<Long, Person> persons = new HashMap<>();
        for (Person person : recording.persons()) {
            persons.put(person.id(), person);
        }
        for (Auction auction : recording.auctions()) {
            Person seller = persons.get(auction.seller());
            if (seller != null && SellerItem.wanted(seller) && SellerItem.wanted(auction)) {
                results.add(SellerItem.of(seller, auction));
            }
        }
    }

    void q4(long events, Tally results) {
        Map<Long, List<AuctionBid>> byCategory = winners(events).stream()
                .collect(groupingBy(winner -> winner.auction().category()));
        byCategory.forEach((category, winners) -> {
            long sum =
                    winners.stream().mapToLong(winner -> winner.bid().price()).sum();
            results.add(new CategoryPrice(category, sum / winners.size(), 1));
        });
    }

    void q9(long events, Tally results) {
        winners(events).forEach(results::add);
    }

    private List<AuctionBid> winners(long events) {
        Recording recording = Recording.of(plan, events);
        Map<Long, List<Bid>> bids = recording.bids().stream().collect(groupingBy(Bid::auction));
        List<AuctionBid> winners = new ArrayList<>();
        for (Auction auction : recording.auctions()) {
            bids.getOrDefault(auction.id(), List.of()).stream()
                    .filter(bid -> bid.dateTime() >= auction.dateTime() && bid.dateTime() <= auction.expires())
                    .min(Comparator.comparingLong(Bid::price).reversed().thenComparingLong(Bid::dateTime))
                    .ifPresent(bid -> winners.add(new AuctionBid(auction, bid)));
        }
        return winners;
    }

    void q18(long events, Tally results) {
        Map<List<Long>, Bid> latest = new HashMap<>();
        for (Bid bid : Recording.of(plan, events).bids()) {
            latest.put(List.of(bid.bidder(), bid.auction()), bid);
        }
        latest.values().forEach(bid -> results.add(ChangedBid.enters(bid, 1)));
    }

    void q19(long events, Tally results) {
        Recording.of(plan, events).bids().stream()
                .collect(groupingBy(Bid::auction))
                .values()
                .forEach(bids -> {
                    bids.sort(Comparator.comparingLong(Bid::price).reversed());
                    for (int rank = 1; rank <= Math.min(10, bids.size()); rank++) {
                        results.add(ChangedBid.enters(bids.get(rank - 1), rank));
                    }
                });
    }

    void q20(long events, Tally results) {
        Recording recording = Recording.of(plan, events);
        Map<Long, Auction> auctions = new HashMap<>();
        for (Auction auction : recording.auctions()) {
            auctions.put(auction.id(), auction);
        }
        for (Bid bid : recording.bids()) {
            Auction auction = auctions.get(bid.auction());
            if (auction != null && AuctionBid.wanted(auction)) {
                results.add(new AuctionBid(auction, bid));
            }
        }
    }
}
