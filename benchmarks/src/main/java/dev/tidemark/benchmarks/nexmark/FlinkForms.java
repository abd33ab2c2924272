package dev.tidemark.benchmarks.nexmark;

import dev.tidemark.benchmarks.program.FlinkForm;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** The forms in which the stream of Nexmark crosses Flink's network. */
public final class FlinkForms {
    /** Any event. */
    public static final FlinkForm<NexmarkEvent> EVENT = new EventForm();

    /** A person. */
    public static final FlinkForm<Person> PERSON = new PersonForm();

    /** An auction. */
    public static final FlinkForm<Auction> AUCTION = new AuctionForm();

    /** A bid. */
    public static final FlinkForm<Bid> BID = new BidForm();

    private FlinkForms() {}

    private static void text(String text, DataOutputView out) throws IOException {
        StringValue.writeString(text, out);
    }

    private static String text(DataInputView in) throws IOException {
        return StringValue.readString(in);
    }

    private static final class PersonForm extends FlinkForm<Person> {
        private static final long serialVersionUID = 1L;

        PersonForm() {
            super(Person.class);
        }

        @Override
        public void serialize(Person person, DataOutputView out) throws IOException {
            out.writeLong(person.id());
            text(person.name(), out);
            text(person.emailAddress(), out);
            text(person.creditCard(), out);
            text(person.city(), out);
            text(person.state(), out);
            out.writeLong(person.dateTime());
            text(person.extra(), out);
        }

        @Override
        public Person deserialize(DataInputView in) throws IOException {
            return new Person(in.readLong(), text(in), text(in), text(in), text(in), text(in), in.readLong(), text(in));
        }
    }

    private static final class AuctionForm extends FlinkForm<Auction> {
        private static final long serialVersionUID = 1L;

        AuctionForm() {
            super(Auction.class);
        }

        @Override
        public void serialize(Auction auction, DataOutputView out) throws IOException {
            out.writeLong(auction.id());
            text(auction.itemName(), out);
            text(auction.description(), out);
            out.writeLong(auction.initialBid());
            out.writeLong(auction.reserve());
            out.writeLong(auction.dateTime());
            out.writeLong(auction.expires());
            out.writeLong(auction.seller());
            out.writeLong(auction.category());
            text(auction.extra(), out);
        }

        @Override
        public Auction deserialize(DataInputView in) throws IOException {
            return new Auction(
                    in.readLong(),
                    text(in),
                    text(in),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    text(in));
        }
    }

    private static final class BidForm extends FlinkForm<Bid> {
        private static final long serialVersionUID = 1L;

        BidForm() {
            super(Bid.class);
        }

        @Override
        public void serialize(Bid bid, DataOutputView out) throws IOException {
            out.writeLong(bid.auction());
            out.writeLong(bid.bidder());
            out.writeLong(bid.price());
            text(bid.channel(), out);
            text(bid.url(), out);
            out.writeLong(bid.dateTime());
            text(bid.extra(), out);
        }

        @Override
        public Bid deserialize(DataInputView in) throws IOException {
            return new Bid(in.readLong(), in.readLong(), in.readLong(), text(in), text(in), in.readLong(), text(in));
        }
    }

    private static final class EventForm extends FlinkForm<NexmarkEvent> {
        private static final long serialVersionUID = 1L;

        EventForm() {
            super(NexmarkEvent.class);
        }

        @Override
        public void serialize(NexmarkEvent event, DataOutputView out) throws IOException {
            if (event instanceof Bid bid) {
                out.writeByte('b');
                BID.serialize(bid, out);
            } else if (event instanceof Auction auction) {
                out.writeByte('a');
                AUCTION.serialize(auction, out);
            } else {
                out.writeByte('p');
                PERSON.serialize((Person) event, out);
            }
        }

        @Override
        public NexmarkEvent deserialize(DataInputView in) throws IOException {
            return switch (in.readByte()) {
                case 'b' -> BID.deserialize(in);
                case 'a' -> AUCTION.deserialize(in);
                default -> PERSON.deserialize(in);
            };
        }
    }
}
