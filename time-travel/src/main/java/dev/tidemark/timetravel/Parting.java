package dev.tidemark.timetravel;

import dev.tidemark.engine.transcript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the first step at which two pasts differ, from the last keyframe that both share. */
final class Parting {
    /** A past, and how many of its steps count. */
    record Side(Past past, Journal journal, long steps) {
        private List<Step> block(long from, long to) {
            List<Step> block = new ArrayList<>();
            past.tell(from, Math.min(to, steps), block::add);
            return block;
        }
    }

    private Parting() {}

    /** The first step at which they differ, null when both did the same as far as they go. */
    static @Nullable Divergence of(Side here, Side there) {
        long shorter = Math.min(here.steps(), there.steps());
        long from = here.journal().ladder().lastShared(there.journal().ladder(), shorter);
        for (; from < Math.max(here.steps(), there.steps()); from = Outline.blockEnd(from)) {
            Divergence found =
                    in(from, here.block(from, Outline.blockEnd(from)), there.block(from, Outline.blockEnd(from)));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Divergence in(long from, List<Step> here, List<Step> there) {
        for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
            Step one = i < here.size() ? here.get(i) : null;
            Step other = i < there.size() ? there.get(i) : null;
            if (one == null || other == null || !same(one, other)) {
                return new Divergence(from + i + 1, one, other);
            }
        }
        return null;
    }

    /** Values need not have equals. */
    private static boolean same(Step one, Step other) {
        return one.equals(other) || one.toString().equals(other.toString());
    }
}
