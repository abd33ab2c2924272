package dev.tidemark.kernel.shell;

import dev.tidemark.kernel.words.AlikeWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/** What a name that the compiler does not know may have been meant to be: a name like it, or a type that lacks its import. */
final class DidYouMean {
    private static final Pattern SYMBOL =
            Pattern.compile("\\bsymbol:\\s*(class|interface|variable|method)\\s+([\\p{L}_$][\\w$]*)");
    private static final Pattern WORD = Pattern.compile("(?<![\\w$.\"])[\\p{L}_$][\\w$]+(?!\\s*\\()");
    private static final int MOST = 3;

    private final SourceCodeAnalysis analysis;
    private final TypeIndex types;

    DidYouMean(SourceCodeAnalysis analysis, TypeIndex types) {
        this.analysis = analysis;
        this.types = types;
    }

    /**
     * Hints for a diagnostic of the compiler.
     *
     * @param text the statement
     * @param position where in it the compiler stood
     * @param message what it said
     * @return whole sentences, possibly none
     */
    List<String> hints(String text, int position, String message) {
        Matcher symbol = SYMBOL.matcher(message);
        if (!symbol.find()) {
            return List.of();
        }
        String name = symbol.group(2);
        Matcher place = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(text);
        boolean found = place.find(Math.max(0, Math.min(position, text.length())));
        return hints(symbol.group(1), name, found ? text.substring(0, place.start()) : null);
    }

    /**
     * Hints for a name.
     *
     * @param kind class, interface, variable or method
     * @param name the name that is not known
     * @param before the statement up to the name; null if its place is not known
     * @return whole sentences, possibly none
     */
    List<String> hints(String kind, String name, @Nullable String before) {
        boolean member = before != null && before.stripTrailing().endsWith(".");
        boolean type = kind.equals("class") || kind.equals("interface") || Character.isUpperCase(name.charAt(0));
        List<String> hints = new ArrayList<>();
        if (type && !member) {
            types.named(name).stream().limit(MOST).map(DidYouMean::importing).forEach(hints::add);
        }
        if (hints.isEmpty()) {
            List<String> alike = alike(kind, name, before);
            if (!alike.isEmpty()) {
                hints.add("did you mean " + orList(alike) + "?");
            }
        }
        return hints;
    }

    private static String importing(String qualified) {
        return "there is " + qualified + ": %import " + qualified + " or the line import " + qualified
                + "; makes it known";
    }

    /** Names that could stand at this place, near enough to the one that does. */
    private List<String> alike(String kind, String name, @Nullable String before) {
        String text = before == null ? "" : before;
        Set<String> candidates = new LinkedHashSet<>();
        analysis.completionSuggestions(text, text.length(), new int[1]).forEach(one -> {
            String continuation = one.continuation();
            boolean method = continuation.endsWith("(") || continuation.endsWith("()");
            String word = continuation.replaceFirst("\\(.*", "");
            if (method == kind.equals("method") && !word.startsWith("$") && !word.isEmpty()) {
                candidates.add(word);
            }
        });
        if (!kind.equals("method")) {
            // names of a body that is not complete up to here, which the compiler's suggestions may lack
            WORD.matcher(text).results().map(MatchResult::group).forEach(candidates::add);
        }
        candidates.removeIf(word -> otherCapitals(word, name));
        int mostLetters = name.length() < 3 ? 0 : name.length() < 6 ? 1 : 2;
        List<String> near = AlikeWords.near(name, candidates, mostLetters);
        return near.subList(0, Math.min(MOST, near.size()));
    }

    /** Types are no help for a variable or a method, unless it is the capital that is wrong. */
    private static boolean otherCapitals(String word, String name) {
        boolean sameCase = Character.isUpperCase(word.charAt(0)) == Character.isUpperCase(name.charAt(0));
        return word.equals(name) || (!sameCase && !word.equalsIgnoreCase(name));
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    private static String orList(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
