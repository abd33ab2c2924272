package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Person;
import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/** Query 3: who sells something of category 10 in certain states. */
record SellerItem(String name, String city, String state, long auction) implements Row {
    private static final int CATEGORY = 10;

    static boolean wanted(Person person) {
        return switch (person.state()) {
            case "OR", "ID", "CA" -> true;
            default -> false;
        };
    }

    static boolean wanted(Auction auction) {
        return auction.category() == CATEGORY;
    }

    static SellerItem of(Person person, Auction auction) {
        return new SellerItem(person.name(), person.city(), person.state(), auction.id());
    }

    @Override
    public long rowHash() {
        return Mix.of(Mix.of(Mix.of(Mix.of(auction), name), city), state);
    }
}
