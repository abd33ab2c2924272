package dev.tidemark.benchmarks.jmh;

import dev.tidemark.benchmarks.event.Event;
import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that {@link CodecBenchmark} writes and reads. */
final class CodecSamples {
    /** The classes that Kryo has to know, in the order of their numbers. */
    static final List<Class<?>> CLASSES = List.of(
            Event.class,
            Bid.class,
            Auction.class,
            Person.class,
            Order.class,
            Customer.class,
            Line.class,
            Status.class,
            Payments.class,
            Card.class,
            Transfer.class,
            Statistics.class,
            ArrayList.class,
            LinkedHashMap.class,
            Instant.class);

    private static final long TIME = 1_714_557_500_000L;

    private CodecSamples() {}

    enum Status {
        PLACED,
        PAID,
        SHIPPED
    }

    record Customer(long id, String name, @Nullable String mail) {}

    record Line(String article, int pieces, double price) {}

    /** Records in a record, a list, a map, an enum, a time, and nulls. */
    record Order(
            long id,
            Instant at,
            Status status,
            Customer customer,
            List<Line> lines,
            Map<String, String> notes,
            @Nullable Long coupon) {}

    sealed interface Payment permits Card, Transfer {}

    record Card(String holder, int lastDigits, long cents) implements Payment {}

    record Transfer(String account, Instant due, long cents) implements Payment {}

    record Payments(long order, Payment first, Payment second) {}

    /** An accumulator. */
    record Statistics(
            long count, double sum, double least, double most, List<Long> latest, Map<String, Long> perChannel) {}

    /** The record of that kind. */
    static Object of(String kind) {
        return switch (kind) {
            case "bid" ->
                new Bid(
                        1_234,
                        2_345,
                        67_890,
                        "channel-12",
                        "https://www.nexmark.com/a/b/c/item.htm?query=1",
                        TIME,
                        "x".repeat(40));
            case "auction" ->
                new Auction(
                        1_234, "vase", "an old vase of clay", 100, 250, TIME, TIME + 10_000, 77, 13, "x".repeat(80));
            case "person" ->
                new Person(
                        77, "Ada Bell", "ada@bell.example", "1234 5678 9012 3456", "Oslo", "NO", TIME, "x".repeat(60));
            case "order" -> order();
            case "payments" ->
                new Payments(
                        4_711,
                        new Card("Ada Bell", 4_242, 12_995),
                        new Transfer("NO93 8601 1117 947", Instant.ofEpochMilli(TIME), 500));
            case "statistics" -> statistics();
            default -> new Event(321, TIME, 54_321);
        };
    }

    private static Order order() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("gift", "yes");
        notes.put("door", "ring twice");
        return new Order(
                4_711,
                Instant.ofEpochMilli(TIME + 123),
                Status.PAID,
                new Customer(77, "Ada Bell", null),
                new ArrayList<>(
                        List.of(new Line("vase-blue", 2, 19.95), new Line("cup", 6, 4.5), new Line("plate", 6, 7.25))),
                notes,
                null);
    }

    private static Statistics statistics() {
        Map<String, Long> perChannel = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            perChannel.put("channel-" + i, 1_000L * i + 17);
        }
        return new Statistics(
                54_321,
                1_234_567.25,
                0.5,
                998.75,
                new ArrayList<>(List.of(TIME, TIME + 7, TIME + 1_500, TIME + 60_000)),
                perChannel);
    }
}
