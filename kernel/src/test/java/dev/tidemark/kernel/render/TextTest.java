package dev.tidemark.kernel.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void long_lines_break_at_blanks_and_items_keep_their_indentation() {
        assertThat(Text.wrap("one two three four\n  • five six seven eight\nnine", 12))
                .isEqualTo("one two\nthree four\n  • five six\n    seven\n    eight\nnine");
    }

    @Test
    void a_word_that_is_too_long_stays_whole() {
        assertThat(Text.wrap("a verylongwordindeed b", 8)).isEqualTo("a\nverylongwordindeed\nb");
        assertThat(Text.wrap("verylongwordindeed", 8)).isEqualTo("verylongwordindeed");
        assertThat(Text.wrap("  verylongwordindeed x", 8)).isEqualTo("  verylongwordindeed\n  x");
        assertThat(Text.wrap("", 8)).isEmpty();
    }
}
