package dev.tidemark.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** Turns what the compiler or the user's code reported into the failure of a cell. */
final class Failures {
    private final Placements placements;
    private final DidYouMean didYouMean;

    Failures(Placements placements, DidYouMean didYouMean) {
        this.placements = placements;
        this.didYouMean = didYouMean;
    }

    /** The compiler refused a statement. */
    CellFailure compilation(CellText cell, Statement statement, List<Diag> diagnostics) {
        List<String> lines = new ArrayList<>();
        int firstLine = 0;
        for (Diag diagnostic : diagnostics) {
            if (!diagnostic.isError()) {
                continue;
            }
            boolean placed = diagnostic.getPosition() >= 0;
            int at = statement.offset()
                    + (placed ? (int) diagnostic.getPosition() : Placements.firstCode(statement.text(), 0));
            int end = placed ? statement.offset() + (int) diagnostic.getEndPosition() : at + 1;
            firstLine = firstLine == 0 ? cell.line(at) : firstLine;
            String message = diagnostic.getMessage(Locale.ROOT);
            lines.addAll(pointAt(cell, at, end, readable(message)));
            add(didYouMean.hints(statement.text(), at - statement.offset(), message), lines);
        }
        if (lines.isEmpty()) {
            int at = statement.offset() + Placements.firstCode(statement.text(), 0);
            firstLine = cell.line(at);
            lines.addAll(pointAt(cell, at, at + 1, "this is not a Java statement"));
        }
        return new CellFailure(CellFailure.Kind.COMPILATION, "CompilationError", lines.get(0), lines, firstLine, null);
    }

    /** A declaration refers to names that neither this nor an earlier cell declares. */
    CellFailure unresolved(CellText cell, Statement statement, String declared, List<String> missing) {
        List<String> lines = new ArrayList<>();
        int firstLine = 0;
        for (String one : missing) {
            int inStatement = find(simpleName(one), statement.text());
            int at = statement.offset() + inStatement;
            firstLine = firstLine == 0 ? cell.line(at) : firstLine;
            lines.addAll(pointAt(
                    cell,
                    at,
                    at + simpleName(one).length(),
                    "cannot find " + one + ", which " + declared + " needs; declare it in this cell or before"));
            String before = statement.text().substring(0, inStatement);
            add(didYouMean.hints(one.replaceFirst(" .*", ""), simpleName(one), before), lines);
        }
        return new CellFailure(CellFailure.Kind.COMPILATION, "CompilationError", lines.get(0), lines, firstLine, null);
    }

    /** The user's code threw. */
    CellFailure exception(Throwable thrown) {
        Traceback traceback = Traceback.of(thrown, placements);
        String message = thrown.getMessage() == null ? "" : Traceback.readable(thrown.getMessage());
        return new CellFailure(
                CellFailure.Kind.EXCEPTION,
                Traceback.readable(thrown.getClass().getName()),
                message,
                traceback.lines(),
                traceback.line(),
                thrown);
    }

    /** The cell stopped because it was told to. */
    CellFailure interrupted() {
        return new CellFailure(
                CellFailure.Kind.INTERRUPTED,
                "Interrupted",
                "the cell was interrupted",
                List.of("the cell was interrupted"),
                0,
                null);
    }

    /** The cell did not stop although it was told to. */
    CellFailure stuck(CellStuck stuck) {
        Traceback traceback = Traceback.of(stuck, placements);
        List<String> lines = new ArrayList<>(traceback.lines());
        String message = String.valueOf(stuck.getMessage());
        lines.set(0, message + "; its thread was left behind, still at");
        return new CellFailure(CellFailure.Kind.STUCK, "Interrupted", message, lines, traceback.line(), null);
    }

    private static void add(List<String> hints, List<String> lines) {
        hints.forEach(hint -> lines.add("  " + hint));
    }

    private static List<String> pointAt(CellText cell, int at, int end, String message) {
        int line = cell.line(at);
        int column = cell.column(at);
        String text = cell.lineText(line);
        List<String> lines = new ArrayList<>();
        String[] parts = message.split("\n", -1);
        lines.add(cell.place(line, column) + ": " + parts[0]);
        if (text != null) {
            int width = Math.max(1, Math.min(end - at, text.length() - column + 1));
            lines.add("    " + text);
            lines.add("    " + blank(text, column - 1) + "^".repeat(width));
        }
        for (int i = 1; i < parts.length; i++) {
            lines.add("  " + parts[i].strip());
        }
        return lines;
    }

    /** As many blanks as there are characters before a column, keeping tabs. */
    private static String blank(String text, int columns) {
        return text.substring(0, Math.min(columns, text.length())).replaceAll("[^\t]", " ")
                + " ".repeat(Math.max(0, columns - text.length()));
    }

    private static String readable(String message) {
        return Traceback.readable(message)
                .replaceAll("\\bjava\\.lang\\.(?=[A-Z]\\w*\\b(?!\\.))", "")
                .replaceAll("\\n\\s*location: class\\s*(?=\\n|$)", "")
                .replaceAll("^cannot find symbol\\n\\s*symbol:\\s*", "cannot find ");
    }

    /** {@code g} for {@code method g(int)}. */
    private static String simpleName(String dependency) {
        String name = dependency.substring(dependency.indexOf(' ') + 1);
        int parameters = name.indexOf('(');
        return parameters < 0 ? name : name.substring(0, parameters);
    }

    private static int find(String name, String text) {
        Matcher matcher = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text);
        return matcher.find() ? matcher.start() : Placements.firstCode(text, 0);
    }
}
