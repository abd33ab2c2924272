package dev.tidemark.notebooks.docs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fenced block of a page: the page, the line of its fence, its language, its text, and the comment {@code run:} before it. */
record Block(String page, int line, String language, String text, String directive) {

    private static final Pattern SKIP = Pattern.compile("skip because (\\S.*)");

    boolean isJava() {
        return language.equals("java");
    }

    /** What a Java block before it must show. */
    boolean isOutput() {
        return language.equals("text");
    }

    boolean isShell() {
        return language.equals("sh");
    }

    boolean startsASession() {
        return directive.equals("new");
    }

    /** Why this block is not run, if it is not. */
    Optional<String> skipped() {
        Matcher skip = SKIP.matcher(directive);
        return skip.matches() ? Optional.of(skip.group(1)) : Optional.empty();
    }

    boolean hasKnownDirective() {
        return directive.isEmpty() || startsASession() || skipped().isPresent();
    }

    String place() {
        return page + ":" + line;
    }
}
