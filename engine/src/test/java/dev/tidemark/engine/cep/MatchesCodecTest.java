package dev.tidemark.engine.cep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.state.codec.Codecs;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MatchesCodecTest {
    private final MatchesCodec<String> codec = new MatchesCodec<>(Codecs.of(String.class));
    private final Taken<String> first = new Taken<>("a", 0, 5, "one", null);
    private final Taken<String> left = new Taken<>("b", 1, 7, "two", first);
    private final Taken<String> right = new Taken<>("c", 1, 7, "two", first);
    private final Matches<String> matches = new Matches<>(
            List.of(
                    new PartialMatch<>("b:0", left),
                    new PartialMatch<>("a", null),
                    new PartialMatch<>("c", right),
                    new PartialMatch<>("d", left)),
            List.of(new PartialMatch<>("$endState$", first)),
            2);

    @Test
    void what_is_read_is_what_was_written() {
        Matches<String> read = codec.fromBytes(codec.bytes(matches));
        assertThat(read).isEqualTo(matches).hasSameHashCodeAs(matches);
        assertThat(read.toString())
                .isEqualTo("Matches[partial=[PartialMatch[state=b:0, taken={a=[one], b=[two]}], "
                        + "PartialMatch[state=a, taken=null], PartialMatch[state=c, taken={a=[one], c=[two]}], "
                        + "PartialMatch[state=d, taken={a=[one], b=[two]}]], "
                        + "completed=[PartialMatch[state=$endState$, taken={a=[one]}]], events=2]");
    }

    @Test
    void what_was_shared_is_shared_again() {
        Matches<String> read = codec.fromBytes(codec.bytes(matches));
        assertThat(read.partial().get(0).taken()).isSameAs(read.partial().get(3).taken());
        assertThat(read.partial().get(0).begun()).isZero();
        assertThat(read.partial().get(1).begun()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void equal_things_apart_have_the_bytes_of_a_shared_one() {
        Taken<String> again = new Taken<>("b", 1, 7, "two", new Taken<>("a", 0, 5, "one", null));
        Matches<String> shared =
                new Matches<>(List.of(new PartialMatch<>("c", left), new PartialMatch<>("d", left)), List.of(), 2);
        Matches<String> apart =
                new Matches<>(List.of(new PartialMatch<>("c", left), new PartialMatch<>("d", again)), List.of(), 2);
        assertThat(codec.bytes(apart)).isEqualTo(codec.bytes(shared));
    }

    @Test
    void long_way_is_read_without_recursion() {
        Taken<String> last = first;
        for (int i = 1; i < 20_000; i++) {
            last = new Taken<>("b", i, i, "e" + i, last);
        }
        Matches<String> all = new Matches<>(List.of(new PartialMatch<>("b", last)), List.of(), 20_000);
        Taken<String> read = Objects.requireNonNull(
                codec.fromBytes(codec.bytes(all)).partial().get(0).taken());
        assertThat(read.path()).hasSize(20_000);
        assertThat(read).isEqualTo(last);
    }

    @Test
    void other_events_or_parts_are_not_equal() {
        assertThat(left).isNotEqualTo(right).isNotEqualTo(first);
        assertThat(left).isNotEqualTo(new Taken<>("b", 1, 7, "other", first));
        assertThat(left).isNotEqualTo(new Taken<>("b", 1, 7, "two", new Taken<>("x", 0, 5, "one", null)));
    }

    @Test
    void name_tells_the_events() {
        assertThat(codec.typeName()).isEqualTo("Matches<String>");
        assertThat(codec.immutable()).isTrue();
    }
}
