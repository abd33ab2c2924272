package dev.tidemark.engine.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.state.codec.RandomValues.Everything;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodecRoundTripTest {
    private final Codec<Everything> codec = Codecs.of(Everything.class);

    @Test
    void what_is_read_equals_what_was_written() {
        for (int seed = 0; seed < 2_000; seed++) {
            Everything value = new RandomValues(seed).everything();

            assertThat(codec.fromBytes(codec.bytes(value))).as("seed %d", seed).isEqualTo(value);
        }
    }

    @Test
    void equal_values_have_equal_bytes() {
        for (int seed = 0; seed < 500; seed++) {
            byte[] once = codec.bytes(new RandomValues(seed).everything());

            assertThat(codec.bytes(new RandomValues(seed).everything())).isEqualTo(once);
            assertThat(codec.bytes(codec.fromBytes(once))).isEqualTo(once);
        }
    }

    @Test
    void a_copy_is_equal_and_has_the_same_bytes() {
        for (int seed = 0; seed < 500; seed++) {
            Everything value = new RandomValues(seed).everything();

            assertThat(codec.copy(value)).isEqualTo(value).isNotSameAs(value);
        }
    }

    @Test
    void every_truncation_is_an_error_that_says_so() {
        byte[] bytes = codec.bytes(new RandomValues(7).everything());
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);

            assertThat(errorOf(cut)).as("first %d bytes", length).contains("offset");
        }
    }

    @Test
    void damaged_bytes_are_read_as_some_value_or_refused_and_nothing_else() {
        byte[] bytes = codec.bytes(new RandomValues(8).everything());
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            String error = errorOf(damaged); // any other exception fails the test

            assertThat(error).isNotNull();
        }
    }

    private String errorOf(byte[] bytes) {
        try {
            codec.fromBytes(bytes);
            return "";
        } catch (CodecException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
