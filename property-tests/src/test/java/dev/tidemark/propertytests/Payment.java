package dev.tidemark.propertytests;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What the pipelines of these tests read. */
record Payment(String card, int amount) {
    static Arbitrary<Payment> any() {
        return Combinators.combine(Arbitraries.of("a", "b", "c"), Arbitraries.of(1, 2, 10, 500, 900))
                .as(Payment::new);
    }
}
