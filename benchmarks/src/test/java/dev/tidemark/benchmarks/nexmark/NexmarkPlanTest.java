package dev.tidemark.benchmarks.nexmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The stream has the official proportions and distributions, and is the same each time. */
class NexmarkPlanTest {

    private static final NexmarkPlan PLAN = NexmarkPlan.STANDARD;
    private static final int EVENTS = 100_000;
    private static final List<NexmarkEvent> STREAM =
            LongStream.range(0, EVENTS).mapToObj(PLAN::event).toList();
    private static final List<Bid> BIDS = of(Bid.class);
    private static final List<Auction> AUCTIONS = of(Auction.class);

    private static <T> List<T> of(Class<T> kind) {
        return STREAM.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T> double share(List<T> all, Predicate<T> wanted) {
        return (double) all.stream().filter(wanted).count() / all.size();
    }

    @Test
    void of_fifty_events_one_is_a_person_three_are_auctions_and_the_others_bids() {
        assertThat(of(Person.class)).hasSize(EVENTS / 50);
        assertThat(AUCTIONS).hasSize(3 * EVENTS / 50);
        assertThat(BIDS).hasSize(46 * EVENTS / 50);
    }

    @Test
    void event_of_a_number_is_the_same_in_every_stream() {
        assertThat(LongStream.range(0, EVENTS).mapToObj(new NexmarkPlan(10_000)::event))
                .containsExactlyElementsOf(STREAM);
    }

    @Test
    void ten_thousand_events_pass_in_a_second_in_the_order_of_their_times() {
        assertThat(PLAN.event(10_000).dateTime()).isEqualTo(NexmarkPlan.BASE + 1000);
        assertThat(STREAM).extracting(NexmarkEvent::dateTime).isSorted();
    }

    @Test
    void persons_and_auctions_are_numbered_from_a_thousand() {
        assertThat(of(Person.class)).extracting(Person::id).startsWith(1000L, 1001L, 1002L);
        assertThat(AUCTIONS).extracting(Auction::id).startsWith(1000L, 1001L, 1002L, 1003L);
    }

    @Test
    void every_other_bid_goes_to_the_first_of_the_last_hundred_auctions() {
        assertThat(share(BIDS, bid -> (bid.auction() - 1000) % 100 == 0)).isCloseTo(0.505, within(0.02));
    }

    @Test
    void three_of_four_bids_come_from_the_second_of_the_last_hundred_persons() {
        assertThat(share(BIDS, bid -> (bid.bidder() - 1000) % 100 == 1)).isCloseTo(0.75, within(0.02));
    }

    @Test
    void three_of_four_auctions_are_those_of_the_first_of_the_last_hundred_persons() {
        assertThat(share(AUCTIONS, auction -> (auction.seller() - 1000) % 100 == 0))
                .isCloseTo(0.75, within(0.02));
    }

    @Test
    void one_in_six_prices_lies_between_each_two_powers_of_ten() {
        for (long dollars = 1; dollars < 1_000_000; dollars *= 10) {
            long from = 100 * dollars;
            assertThat(share(BIDS, bid -> bid.price() >= from && bid.price() < 10 * from))
                    .isCloseTo(1.0 / 6, within(0.02));
        }
    }

    @Test
    void categories_are_five_alike() {
        for (long category = 10; category < 15; category++) {
            long wanted = category;
            assertThat(share(AUCTIONS, auction -> auction.category() == wanted)).isCloseTo(0.2, within(0.02));
        }
    }

    @Test
    void auctions_are_open_for_as_long_as_a_hundred_others_take_to_open() {
        double mean = AUCTIONS.stream()
                .mapToLong(auction -> auction.expires() - auction.dateTime())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(100 * 50.0 / 3 / 10, within(5.0));
    }

    @Test
    void half_of_the_bids_come_through_four_channels_and_nearly_all_others_say_theirs_in_the_address() {
        List<Bid> others = new ArrayList<>(BIDS);
        others.removeIf(bid -> List.of("Google", "Facebook", "Baidu", "Apple").contains(bid.channel()));

        assertThat((double) others.size() / BIDS.size()).isCloseTo(0.5, within(0.02));
        assertThat(share(others, bid -> bid.url().contains("&channel_id="))).isCloseTo(0.9, within(0.02));
    }

    @Test
    void rows_have_the_official_sizes_on_the_average() {
        assertThat(BIDS.stream()
                        .mapToInt(bid -> 32 + bid.extra().length())
                        .average()
                        .orElseThrow())
                .isCloseTo(100, within(2.0));
        assertThat(AUCTIONS.stream()
                        .mapToInt(auction -> 48
                                + auction.itemName().length()
                                + auction.description().length()
                                + auction.extra().length())
                        .average()
                        .orElseThrow())
                .isCloseTo(500, within(5.0));
    }
}
