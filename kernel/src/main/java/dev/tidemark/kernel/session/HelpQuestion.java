package dev.tidemark.kernel.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell that asks what a name is, as in IPython: {@code Math.max?}, or {@code Math.max??} to see its source too.
 *
 * @param name the name, with dots
 * @param detailed whether there are two question marks
 */
record HelpQuestion(String name, boolean detailed) {
    private static final Pattern FORM = Pattern.compile("\\s*([\\w$]+(?:\\.[\\w$]+)*)(?:\\(\\))?\\s*(\\?{1,2})\\s*");

    /** The question that a cell asks, or null if it is not one. */
    static @Nullable HelpQuestion in(String code) {
        Matcher form = FORM.matcher(code);
        return form.matches() ? new HelpQuestion(form.group(1), form.group(2).length() == 2) : null;
    }
}
