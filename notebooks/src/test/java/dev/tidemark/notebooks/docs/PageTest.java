package dev.tidemark.notebooks.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    private static final String FENCE = "`".repeat(3);

    private static Page page(String text) {
        return Page.parse("a.md", text.replace("'''", FENCE).lines().toList());
    }

    @Test
    void java_blocks_follow_each_other_in_one_session_until_a_new_one_begins() {
        Page page = page("""
                '''java
                int a = 1;
                '''
                then
                '''java
                a
                '''
                <!-- run: new -->
                '''java
                2
                '''
                """);

        assertThat(page.sessions()).extracting(session -> session.size()).containsExactly(2, 1);
    }

    @Test
    void text_right_after_java_is_what_it_must_show() {
        Page page = page("""
                '''java
                6 * 7
                '''

                '''text
                42
                '''
                """);

        assertThat(page.sessions().get(0).get(0).shown()).isEqualTo("42");
    }

    @Test
    void skipped_block_says_why() {
        Page page = page("""
                <!-- run: skip because it is a class for JUnit -->
                '''java
                class A {}
                '''
                """);

        assertThat(page.blocks().get(0).skipped()).contains("it is a class for JUnit");
        assertThat(page.sessions()).isEmpty();
    }

    @Test
    void skip_without_a_reason_is_no_directive() {
        Page page = page("<!-- run: skip -->\n'''java\n1\n'''\n");

        assertThat(page.blocks().get(0).hasKnownDirective()).isFalse();
    }

    @Test
    void directive_belongs_to_the_block_right_after_it_alone() {
        Page page = page("<!-- run: new -->\n\nprose\n'''java\n1\n'''\n");

        assertThat(page.blocks().get(0).directive()).isEmpty();
    }

    @Test
    void block_that_is_never_closed_is_named_by_page_and_line() {
        assertThatThrownBy(() -> page("one\n'''java\n1\n")).hasMessage("a.md:2: this block is never closed");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            'a\nb',      'a\nb',          true
            'a\nb',      'a  \nb\n\n',    true
            'a\n...\nd', 'a\nb\nc\nd',    true
            'a\n...',    'a',             true
            'a\nb',      'b\na',          false
            'a',         'a\nb',          false
            'a\n...\nd', 'a\nb\nc',       false
            """)
    void promised_text_is_compared_line_by_line_and_dots_stand_for_any_lines(
            String promised, String shown, boolean equal) {
        String lineEnd = "\n";
        assertThat(Shown.matches(promised.replace("\\n", lineEnd), shown.replace("\\n", lineEnd)))
                .isEqualTo(equal);
    }
}
