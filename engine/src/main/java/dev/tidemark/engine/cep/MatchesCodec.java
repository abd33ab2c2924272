package dev.tidemark.engine.cep;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.GenericType;
import dev.tidemark.engine.state.codec.StoredReader;
import dev.tidemark.engine.state.codec.StoredShape;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is under way for a key, as bytes: events, then what took them, then the partial matches, each thing once.
 *
 * <p>All are written in the order in which the partial matches meet them, so that equal values have equal bytes.
 */
final class MatchesCodec<T> implements Codec<Matches<T>> {
    private final Codec<T> elements;

    MatchesCodec(Codec<T> elements) {
        this.elements = elements;
    }

    /** Something taken, by the places of its event and of what was taken before it (−1 for nothing). */
    private record Link(String name, int event, int previous) {}

    /** Gives each event, and each thing taken, its place. */
    private static final class Places<T> {
        private final Map<Long, Integer> byNumber = new LinkedHashMap<>();
        private final List<Taken<T>> events = new ArrayList<>();
        private final Map<Link, Integer> links = new LinkedHashMap<>();

        /** The place of what a partial match took last, −1 for nothing. */
        int of(@Nullable Taken<T> last) {
            int place = -1;
            if (last != null) {
                for (Taken<T> taken : last.path()) {
                    Link link = new Link(taken.name(), event(taken), place);
                    Integer known = links.putIfAbsent(link, links.size());
                    place = known == null ? links.size() - 1 : known;
                }
            }
            return place;
        }

        private int event(Taken<T> taken) {
            Integer known = byNumber.putIfAbsent(taken.number(), events.size());
            if (known == null) {
                events.add(taken);
                return events.size() - 1;
            }
            return known;
        }
    }

    @Override
    public void write(Matches<T> value, ByteSink out) {
        Places<T> places = new Places<>();
        ByteSink matches = new ByteSink();
        write(value.partial(), places, matches);
        write(value.completed(), places, matches);
        out.writeLength(places.events.size());
        for (Taken<T> event : places.events) {
            out.writeVarLong(event.number());
            out.writeLong(event.timestamp());
            elements.write(event.event(), out);
        }
        out.writeLength(places.links.size());
        for (Link link : places.links.keySet()) {
            out.writeString(link.name());
            out.writeVarInt(link.event());
            out.writeVarInt(link.previous());
        }
        out.writeRaw(matches.array(), 0, matches.size());
        out.writeVarLong(value.events());
    }

    private static <T> void write(List<PartialMatch<T>> matches, Places<T> places, ByteSink out) {
        out.writeLength(matches.size());
        for (PartialMatch<T> match : matches) {
            out.writeString(match.state());
            out.writeVarInt(places.of(match.taken()));
        }
    }

    @Override
    public Matches<T> read(ByteSource in) {
        return read(in, elements::read);
    }

    @Override
    public StoredReader<Matches<T>> reading(StoredShape stored) {
        if (!stored.named("Matches")) {
            throw stored.unreadable(typeName());
        }
        StoredReader<T> reader = elements.reading(stored.part(0, typeName()));
        return in -> read(in, reader);
    }

    private Matches<T> read(ByteSource in, StoredReader<T> reader) {
        List<Taken<T>> events = new ArrayList<>();
        for (int left = in.readLength(); left > 0; left--) {
            events.add(new Taken<>("", in.readVarLong(), in.readLong(), reader.read(in), null));
        }
        List<Taken<T>> taken = new ArrayList<>();
        for (int left = in.readLength(); left > 0; left--) {
            String name = in.readString();
            Taken<T> event = events.get(in.readVarInt());
            Taken<T> previous = at(in.readVarInt(), taken);
            taken.add(new Taken<>(name, event.number(), event.timestamp(), event.event(), previous));
        }
        List<PartialMatch<T>> partial = readMatches(taken, in);
        List<PartialMatch<T>> completed = readMatches(taken, in);
        return new Matches<>(partial, completed, in.readVarLong());
    }

    private static <T> List<PartialMatch<T>> readMatches(List<Taken<T>> taken, ByteSource in) {
        List<PartialMatch<T>> matches = new ArrayList<>();
        for (int left = in.readLength(); left > 0; left--) {
            matches.add(new PartialMatch<>(in.readString(), at(in.readVarInt(), taken)));
        }
        return matches;
    }

    private static <T> @Nullable Taken<T> at(int place, List<Taken<T>> taken) {
        return place < 0 ? null : taken.get(place);
    }

    @Override
    public boolean immutable() {
        return elements.immutable();
    }

    @Override
    public String typeName() {
        return "Matches<" + elements.typeName() + ">";
    }

    @Override
    public Type type() {
        return GenericType.of(Matches.class, elements.type());
    }
}
