package dev.tidemark.kernel.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A throwable as the user of a notebook wants to read it: the cells' frames first, each with its line of code, then what
 * the libraries did in one line; then the same for every cause.
 */
final class Traceback {
    private static final int CODE_WIDTH = 100;
    private static final int FRAMES_WITHOUT_CELL = 8;

    private final Placements placements;
    private final List<String> lines = new ArrayList<>();
    private Placements.@Nullable Place first;

    private Traceback(Placements placements) {
        this.placements = placements;
    }

    static Traceback of(Throwable thrown, Placements placements) {
        Traceback traceback = new Traceback(placements);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String title = "";
        for (Throwable one = thrown; one != null && seen.add(one); one = one.getCause()) {
            traceback.add(title, one);
            title = "Caused by: ";
        }
        return traceback;
    }

    List<String> lines() {
        return lines;
    }

    /** The line of the cell nearest to the place where it was thrown, or 0. */
    int line() {
        return first == null ? 0 : first.line();
    }

    private void add(String title, Throwable thrown) {
        lines.add(title + readable(String.valueOf(thrown)));
        frames(thrown.getStackTrace());
        for (Throwable suppressed : thrown.getSuppressed()) {
            lines.add("  besides: " + readable(String.valueOf(suppressed)));
        }
    }

    /** Adds the frames of a stack that was taken while it ran, or when it threw. */
    private void frames(StackTraceElement[] stack) {
        List<StackTraceElement> libraries = new ArrayList<>();
        boolean anyCell = false;
        for (StackTraceElement frame : stack) {
            Placements.Place place = placements.of(frame);
            if (place != null) {
                anyCell = true;
                first = first == null ? place : first;
                lines.add("  at " + inMethod(frame) + place + code(place));
            } else if (!anyCell) {
                libraries.add(frame);
            }
        }
        if (anyCell && !libraries.isEmpty()) {
            lines.add("  inside " + plain(libraries.get(0)) + more(libraries.size() - 1));
        } else if (!anyCell) {
            int shown = Math.min(FRAMES_WITHOUT_CELL, libraries.size());
            libraries.subList(0, shown).forEach(frame -> lines.add("  at " + plain(frame)));
            if (libraries.size() > shown) {
                lines.add("  …" + more(libraries.size() - shown));
            }
        }
    }

    /** A frame without the names of loaders and modules. */
    private static String plain(StackTraceElement frame) {
        String place = frame.getFileName() == null ? "" : frame.getFileName() + ":" + frame.getLineNumber();
        return frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")";
    }

    private static String more(int count) {
        return count <= 0 ? "" : " and " + count + (count == 1 ? " frame more" : " frames more");
    }

    private static String code(Placements.Place place) {
        String text = place.cell().lineText(place.line());
        if (text == null || text.isBlank()) {
            return "";
        }
        String trimmed = text.strip();
        return "    " + (trimmed.length() > CODE_WIDTH ? trimmed.substring(0, CODE_WIDTH) + "…" : trimmed);
    }

    /** {@code "Shape.area, "}, or nothing for a statement on the cell's top level. */
    private static String inMethod(StackTraceElement frame) {
        String method = frame.getMethodName();
        String type = readable(frame.getClassName());
        String owner = type.startsWith("$JShell$") ? "" : type + ".";
        if (method.startsWith("lambda$")) {
            return "lambda, ";
        }
        if (method.equals("<init>")) {
            return "new " + type + ", ";
        }
        if (method.startsWith("do_it$") || method.equals("<clinit>")) {
            return "";
        }
        return owner + method + ", ";
    }

    /** Names of notebook classes without the wrapping classes: {@code Shape} for {@code REPL.$JShell$12$Shape}. */
    static String readable(String text) {
        return text.replaceAll("REPL\\.\\$JShell\\$\\w+\\$", "").replace("REPL.$JShell$", "$JShell$");
    }
}
