package dev.tidemark.kernel.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeWordsTest {
    @Test
    void a_letter_may_be_missing_added_changed_or_swapped() {
        assertThat(AlikeWords.distance("length", "lenght")).isEqualTo(1);
        assertThat(AlikeWords.distance("length", "lengt")).isEqualTo(1);
        assertThat(AlikeWords.distance("length", "lengths")).isEqualTo(1);
        assertThat(AlikeWords.distance("length", "lemgth")).isEqualTo(1);
        assertThat(AlikeWords.distance("", "abc")).isEqualTo(3);
        assertThat(AlikeWords.distance("abc", "cba")).isEqualTo(2);
    }

    @Test
    void the_nearest_come_first_and_capitals_do_not_count() {
        assertThat(AlikeWords.near("string", List.of("Sting", "strong", "String", "strength", "String"), 1))
                .containsExactly("String", "strong", "Sting");
    }
}
