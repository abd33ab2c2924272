package dev.tidemark.benchmarks.nexmark;

import dev.tidemark.benchmarks.result.Mix;
import java.io.Serializable;

/**
 * The stream as a function of an event's number: of fifty events the first is a person, the next three are auctions, the others bids.
 *
 * <p>Every other bid goes to a hot auction, three of four come from a hot bidder, and three of four auctions are a hot
 * seller's: the first of the last hundred (for bidders the second). The others are spread over the hundred auctions in flight
 * and ten to come, and over the thousand people that came last and ten to come. Times rise evenly and are never out of order.
 *
 * @param eventsPerSecond of event time
 */
public record NexmarkPlan(int eventsPerSecond) implements Serializable {
    /** The time of the first event: a multiple of ten seconds. */
    public static final long BASE = 1_700_000_000_000L;

    /** How far the official watermark stays behind. */
    public static final long DELAY_MILLIS = 4000;

    /** The official rate. */
    public static final NexmarkPlan STANDARD = new NexmarkPlan(10_000);

    /** Of so many events, */
    static final int ROUND = 50;

    /** so many are auctions, one is a person, and the others are bids. */
    static final int AUCTIONS = 3;

    private static final long FIRST_ID = 1000;
    private static final long FIRST_CATEGORY = 10;
    private static final int CATEGORIES = 5;
    private static final int HOT = 100;
    private static final int IN_FLIGHT = 100;
    private static final int ACTIVE_PEOPLE = 1000;
    private static final int LEAD = 10;
    private static final int DRAWS = 16;
    private static final long CARDS = 10_000_000_000_000_000L;

    public NexmarkPlan {
        if (eventsPerSecond < 1) {
            throw new IllegalArgumentException(
                    "a stream of " + eventsPerSecond + " events a second; it must be at least 1");
        }
    }

    public NexmarkEvent event(long number) {
        int place = (int) (number % ROUND);
        if (place == 0) {
            return person(number);
        }
        return place <= AUCTIONS ? auction(number) : bid(number);
    }

    private Person person(long n) {
        String name = Texts.FIRST_NAMES.get(Mix.below(Texts.FIRST_NAMES.size(), draw(n, 0))) + " "
                + Texts.LAST_NAMES.get(Mix.below(Texts.LAST_NAMES.size(), draw(n, 1)));
        String email = Texts.word(7, draw(n, 2)) + "@" + Texts.word(5, draw(n, 3)) + ".com";
        String card =
                Long.toString(CARDS + Long.remainderUnsigned(draw(n, 4), CARDS)).substring(1);
        String city = Texts.CITIES.get(Mix.below(Texts.CITIES.size(), draw(n, 5)));
        String state = Texts.STATES.get(Mix.below(Texts.STATES.size(), draw(n, 6)));
        int present = 8 + name.length() + email.length() + card.length() + city.length() + state.length();
        return new Person(
                FIRST_ID + lastPerson(n),
                name,
                email,
                card,
                city,
                state,
                time(n),
                Texts.filler(present, 200, draw(n, 7)));
    }

    private Auction auction(long n) {
        long seller = Mix.below(4, draw(n, 0)) > 0 ? lastPerson(n) / HOT * HOT : anyPerson(n, draw(n, 1));
        long initial = Prices.price(draw(n, 2));
        String item = Texts.word(20, draw(n, 3));
        String description = Texts.word(100, draw(n, 4));
        return new Auction(
                FIRST_ID + lastAuction(n),
                item,
                description,
                initial,
                initial + Prices.price(draw(n, 5)),
                time(n),
                expires(n),
                FIRST_ID + seller,
                FIRST_CATEGORY + Mix.below(CATEGORIES, draw(n, 7)),
                Texts.filler(48 + item.length() + description.length(), 500, draw(n, 8)));
    }

    /** On the average an auction is open until the hundredth after it opens. */
    private long expires(long n) {
        long horizon = time(n + (long) IN_FLIGHT * ROUND / AUCTIONS) - time(n);
        return time(n) + 1 + Mix.below((int) Math.max(1, 2 * horizon), draw(n, 6));
    }

    private Bid bid(long n) {
        long way = draw(n, 4);
        return new Bid(
                FIRST_ID + auctionOfBid(n),
                FIRST_ID + bidder(n),
                Prices.price(draw(n, 2)),
                Texts.channel(way),
                Texts.url(way),
                time(n),
                Texts.filler(32, 100, draw(n, 5)));
    }

    private static long auctionOfBid(long n) {
        long last = lastAuction(n);
        long bits = draw(n, 0);
        if ((bits & 1) == 0) {
            return last / HOT * HOT;
        }
        long first = Math.max(last - IN_FLIGHT, 0);
        return first + Mix.below((int) (last - first) + 1 + LEAD, bits);
    }

    private static long bidder(long n) {
        long bits = draw(n, 1);
        return (bits & 3) == 0 ? anyPerson(n, bits) : lastPerson(n) / HOT * HOT + 1;
    }

    private static long anyPerson(long n, long bits) {
        long people = lastPerson(n) + 1;
        long active = Math.min(people, ACTIVE_PEOPLE);
        return people - active + Mix.below((int) active + LEAD, bits);
    }

    /** The person that came last, from 0. */
    private static long lastPerson(long n) {
        return n / ROUND;
    }

    /** The auction that opened last, this one included, from 0. */
    private static long lastAuction(long n) {
        int place = (int) (n % ROUND);
        return n / ROUND * AUCTIONS + Math.min(place, AUCTIONS) - 1;
    }

    private long time(long n) {
        return BASE + n * 1000 / eventsPerSecond;
    }

    private static long draw(long n, int which) {
        return Mix.of(n * DRAWS + which);
    }
}
