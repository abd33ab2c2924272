package dev.tidemark.kernel.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Finds the parentheses that a cursor is in, and skips those in strings and comments. */
final class CallSite {
    private final String code;
    private final int cursor;
    private final Deque<Integer> open = new ArrayDeque<>();

    private CallSite(String code, int cursor) {
        this.code = code;
        this.cursor = cursor;
    }

    /** Where the argument lists begin that the cursor is in, from the innermost outwards. */
    static List<Integer> enclosing(String code, int cursor) {
        CallSite site = new CallSite(code, cursor);
        int at = 0;
        while (at < cursor) {
            at = site.next(at);
        }
        return List.copyOf(site.open);
    }

    private int next(int at) {
        if (code.startsWith("//", at)) {
            return after("\n", at + 2);
        }
        if (code.startsWith("/*", at)) {
            return after("*/", at + 2);
        }
        if (code.startsWith("\"\"\"", at)) {
            return quoted("\"\"\"", at + 3);
        }
        char c = code.charAt(at);
        if (c == '"' || c == '\'') {
            return quoted(String.valueOf(c), at + 1);
        }
        if (c == '(') {
            open.push(at + 1);
        } else if (c == ')') {
            open.poll();
        }
        return at + 1;
    }

    private int after(String end, int from) {
        int found = code.indexOf(end, from);
        return found < 0 ? cursor : found + end.length();
    }

    private int quoted(String end, int from) {
        int at = from;
        while (at < cursor && !code.startsWith(end, at)) {
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        return at + end.length();
    }
}
