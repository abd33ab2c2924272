package dev.tidemark.notebooks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.notebooks.door.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between the project's own pages and files lead somewhere. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void every_link_to_a_file_leads_to_one() throws IOException {
        Path root = Project.root();
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            List<Path> pages = Stream.concat(Stream.of(root.resolve("README.md"), root.resolve("CHANGELOG.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
            assertThat(pages).hasSizeGreaterThan(10);
            assertThat(pages).allSatisfy(LinksTest::leadSomewhere);
        }
    }

    private static void leadSomewhere(Path page) throws IOException {
        assertThat(LINK.matcher(Files.readString(page))
                        .results()
                        .map(link -> link.group(1))
                        .filter(target -> !target.contains(":")))
                .as("links of %s", page)
                .allSatisfy(target -> assertThat(page.resolveSibling(target)).exists());
    }
}
