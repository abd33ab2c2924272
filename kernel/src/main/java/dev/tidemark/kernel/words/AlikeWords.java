package dev.tidemark.kernel.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the right words nearest to a wrong one. */
public final class AlikeWords {
    private AlikeWords() {}

    /**
     * The candidates that differ from a word in few letters.
     *
     * @param word the wrong word
     * @param candidates right ones
     * @param mostLetters how many letters may be missing, added, changed or swapped; capitals do not count
     * @return nearest first, then those with the same capitals, then in the order of the alphabet; each once
     */
    public static List<String> near(String word, Collection<String> candidates, int mostLetters) {
        String lower = word.toLowerCase(Locale.ROOT);
        record Candidate(String word, int distance, int withCapitals) {}
        return candidates.stream()
                .distinct()
                .filter(one -> Math.abs(one.length() - word.length()) <= mostLetters)
                .map(one -> new Candidate(one, distance(lower, one.toLowerCase(Locale.ROOT)), distance(word, one)))
                .filter(one -> one.distance() <= mostLetters)
                .sorted(Comparator.comparingInt(Candidate::distance)
                        .thenComparing(Candidate::withCapitals)
                        .thenComparing(Candidate::word))
                .map(Candidate::word)
                .toList();
    }

    /** How many letters must be put in, left out, changed or swapped with their neighbour (optimal string alignment). */
    static int distance(String one, String other) {
        int[][] rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 ? j : j == 0 ? i : step(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int step(int[][] rows, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
