package dev.tidemark.visualizers.vegalite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ToIntFunction;

/** A number of marks shared among views: the smallest demand is met first, so that only the large tables go short. */
final class Allowance {
    private final IdentityHashMap<UnitView, Integer> shares = new IdentityHashMap<>();
    private int total;

    private Allowance() {}

    static Allowance of(List<UnitView> units, ToIntFunction<UnitView> demand, int most) {
        Allowance allowance = new Allowance();
        List<UnitView> smallestFirst = new ArrayList<>(units);
        smallestFirst.sort(Comparator.comparingInt(demand));
        int waiting = smallestFirst.size();
        for (UnitView unit : smallestFirst) {
            int share = Math.min(demand.applyAsInt(unit), (most - allowance.total) / waiting);
            allowance.shares.put(unit, share);
            allowance.total += share;
            waiting--;
        }
        return allowance;
    }

    int of(UnitView unit) {
        return shares.getOrDefault(unit, 0);
    }

    int total() {
        return total;
    }
}
