package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkEvent;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.nexmark.Person;
import java.util.ArrayList;
import java.util.List;

/** A whole stream, by kinds, for the loops that go over it more than once. */
record Recording(List<Person> persons, List<Auction> auctions, List<Bid> bids) {
    static Recording of(NexmarkPlan plan, long events) {
        Recording recording = new Recording(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (long i = 0; i < events; i++) {
            NexmarkEvent event = plan.event(i);
            if (event instanceof Person person) {
                recording.persons.add(person);
            } else if (event instanceof Auction auction) {
                recording.auctions.add(auction);
            } else {
                recording.bids.add((Bid) event);
            }
        }
        return recording;
    }
}
