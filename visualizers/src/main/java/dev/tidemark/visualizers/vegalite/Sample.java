package dev.tidemark.visualizers.vegalite;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A specification cut down to so many marks, with what was left out.
 *
 * <p>The rows that have to be kept are kept first, as far as three quarters of the allowance go; the rest of it is shared so
 * that small tables stay whole, and a table that does not fit is thinned evenly, its first and last rows staying. Counted and binned views stay as they are.
 * The choice depends on the rows alone, so equal specifications give equal samples.
 *
 * @param spec the specification to draw
 * @param shown how many marks it draws
 * @param of how many marks the whole has
 * @param kept how many of the rows that should be kept are there
 * @param ofKept how many rows should be kept
 * @param keptName what those rows are called, empty if there are none
 */
public record Sample(Spec spec, int shown, int of, int kept, int ofKept, String keptName) {

    /** One part in so many of the allowance is for the other rows, whatever has to be kept: a picture needs its lines. */
    private static final int RESERVE = 4;

    /** True if nothing was left out. */
    public boolean isWhole() {
        return shown == of;
    }

    /** One sentence that says what the picture leaves out; empty if nothing. */
    public String caption() {
        if (isWhole()) {
            return "";
        }
        String marks = String.format(Locale.ROOT, "This still picture draws %,d of %,d marks", shown, of);
        if (ofKept == 0) {
            return marks + ", an even sample; the live chart draws all.";
        }
        if (kept == ofKept) {
            return String.format(
                    Locale.ROOT,
                    "%s: all %,d that are %s, and an even sample of the others; the live chart draws all.",
                    marks,
                    ofKept,
                    keptName);
        }
        return String.format(
                Locale.ROOT,
                "%s: an even sample of %,d of the %,d that are %s; the live chart draws all.",
                marks,
                kept,
                ofKept,
                keptName);
    }

    static Sample of(Spec spec, int mostMarks) {
        if (mostMarks < 1) {
            throw new IllegalArgumentException("a sample needs at least one mark, not " + mostMarks);
        }
        int total = spec.marks();
        List<UnitView> units =
                spec.view().units().stream().filter(UnitView::drawsEachRow).toList();
        int mustKeep = units.stream().mapToInt(unit -> unit.rows().keptRows()).sum();
        Set<String> names = new LinkedHashSet<>();
        units.forEach(unit -> names.add(unit.rows().keptName()));
        names.remove("");
        String keptName = String.join(", or ", names);
        if (total <= mostMarks) {
            return new Sample(spec, total, total, mustKeep, mustKeep, keptName);
        }
        int mostKept = mostMarks - mostMarks / RESERVE;
        Allowance keptShare = Allowance.of(units, unit -> unit.rows().keptRows(), mostKept);
        Allowance restShare =
                Allowance.of(units, unit -> unit.rows().size() - unit.rows().keptRows(), mostMarks - keptShare.total());
        IdentityHashMap<UnitView, UnitView> thinned = new IdentityHashMap<>();
        for (UnitView unit : units) {
            Rows rows = unit.rows();
            int[] picked = pick(rows, keptShare.of(unit), restShare.of(unit));
            thinned.put(unit, picked.length == rows.size() ? unit : unit.withRows(rows.pick(picked)));
        }
        View view = spec.view().replaceUnits(unit -> thinned.getOrDefault(unit, unit));
        Spec cut = spec.view(view);
        return new Sample(cut, cut.marks(), total, keptShare.total(), mustKeep, keptName);
    }

    private static int[] pick(Rows rows, int mostKept, int mostOthers) {
        List<Integer> kept = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            (rows.isKept(row) ? kept : others).add(row);
        }
        List<Integer> picked = new ArrayList<>(evenly(kept, mostKept));
        picked.addAll(evenly(others, mostOthers));
        return picked.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static List<Integer> evenly(List<Integer> rows, int most) {
        if (rows.size() <= most) {
            return rows;
        }
        if (most == 1) {
            return List.of(rows.get(0));
        }
        List<Integer> picked = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            picked.add(rows.get((int) ((long) i * (rows.size() - 1) / (most - 1))));
        }
        return picked;
    }
}
