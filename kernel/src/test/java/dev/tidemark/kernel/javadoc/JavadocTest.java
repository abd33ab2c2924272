package dev.tidemark.kernel.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocTest {
    @Test
    void tags_become_a_list() {
        Javadoc javadoc = Javadoc.of("""
                 The larger of {@code a} and {@link Math#min b}.

                 @param a one
                 @param b the
                     other
                 @return the larger
                 @throws IllegalArgumentException if it rains
                 @since 1.2""");
        assertThat(javadoc.text()).isEqualTo("""
                The larger of a and b.

                Parameters
                  a one
                  b the other
                Returns
                  the larger
                Throws
                  IllegalArgumentException if it rains
                Since
                  1.2""");
        assertThat(javadoc.html())
                .startsWith("The larger of <code>a</code> and <code>b</code>.")
                .contains("<dt><b>Parameters</b></dt><dd><code>a</code> one</dd><dd><code>b</code> the")
                .contains("<dt><b>Throws</b></dt><dd><code>IllegalArgumentException</code> if it rains</dd>");
    }

    @Test
    void paragraphs_items_and_preformatted_text_keep_their_lines() {
        assertThat(Javadoc.of(
                                "One.\n<p>Two &lt;b&gt; &mdash; &#65;:\n<ul>\n<li>x\n<li>y\n</ul>\n<pre>{@code\n  int a;\n    int b;\n}</pre>")
                        .text())
                .isEqualTo("One.\n\nTwo <b> — A:\n\n  • x\n  • y\n\n  int a;\n    int b;");
    }

    @Test
    void scripts_links_and_attributes_do_not_pass() {
        assertThat(Javadoc.of(
                                "A <a href=\"javascript:alert(1)\">link</a>, <script>alert(2)</script><b onclick='x'>bold</b> {@code <i>}")
                        .html())
                .isEqualTo("A link, alert(2)<b>bold</b> <code>&lt;i&gt;</code>");
    }

    @Test
    void what_cannot_be_parsed_is_shown_as_text() {
        assertThat(Javadoc.of("An open {@code brace and a stray </p").text())
                .contains("An open")
                .contains("brace");
        assertThat(Javadoc.of("ends */ early and \\u0041").text()).isEqualTo("ends */ early and \\u0041");
        assertThat(Javadoc.of("  ")).isEqualTo(new Javadoc("", ""));
    }
}
