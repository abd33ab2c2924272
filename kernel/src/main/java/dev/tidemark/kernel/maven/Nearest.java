package dev.tidemark.kernel.maven;

import dev.tidemark.kernel.words.AlikeWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the right word nearest to a wrong one. */
final class Nearest {
    private static final int SHOWN = 5;

    private Nearest() {}

    /** The few candidates that differ least, nearest first; none that has nothing in common with the word. */
    static List<String> to(String word, Collection<String> candidates) {
        List<String> near = AlikeWords.near(word, candidates, Math.max(2, word.length() / 10));
        return near.subList(0, Math.min(SHOWN, near.size()));
    }

    /** The versions nearest to a wanted one: those that begin alike, the newest last; otherwise the newest. */
    static List<String> versions(String wanted, List<String> ascending) {
        int common =
                ascending.stream().mapToInt(one -> prefix(wanted, one)).max().orElse(0);
        List<String> alike = common == 0
                ? ascending
                : ascending.stream()
                        .filter(one -> prefix(wanted, one) == common)
                        .toList();
        return alike.subList(Math.max(0, alike.size() - SHOWN), alike.size());
    }

    /** Every {@code group:artifact} that a repository in a folder holds. */
    static Set<String> libraries(Path repository) {
        if (!Files.isDirectory(repository)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".pom"))
                    .map(repository::relativize)
                    .filter(file -> file.getNameCount() >= 4)
                    .map(Nearest::library)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException | UncheckedIOException unreadable) {
            return Set.of();
        }
    }

    /** {@code org.example:thing} for {@code org/example/thing/1.0/thing-1.0.pom}. */
    private static String library(Path pom) {
        Path group = pom.subpath(0, pom.getNameCount() - 3);
        return Stream.iterate(0, i -> i < group.getNameCount(), i -> i + 1)
                        .map(i -> group.getName(i).toString())
                        .collect(Collectors.joining("."))
                + ":" + pom.getName(pom.getNameCount() - 3);
    }

    /** How many parts of a version are the same from the left. */
    private static int prefix(String one, String other) {
        String[] left = one.split("[.-]", -1);
        String[] right = other.split("[.-]", -1);
        int length = 0;
        while (length < Math.min(left.length, right.length) && left[length].equals(right[length])) {
            length++;
        }
        return length;
    }
}
