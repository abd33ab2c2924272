package dev.tidemark.kernel.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
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
        int most = Math.max(2, word.length() / 10);
        return candidates.stream()
                .filter(one -> distance(word, one) <= most)
                .sorted(Comparator.<String>comparingInt(one -> distance(word, one))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
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

    /** How many letters must be put in, left out or changed (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = Stream.iterate(0, i -> i <= other.length(), i -> i + 1)
                .mapToInt(i -> i)
                .toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
