package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.transcript.Happening;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subtasks of sources that wait for each other.
 *
 * <p>Where Flink leaves open who is heard of first, it is fixed here: whoever is due at an instant reports, then all of
 * them are told how far they may read. Source: Flink's {@code SourceCoordinator}.
 */
final class AlignmentGroup {
    private final String name;
    private final List<AlignedReader> members = new ArrayList<>();

    AlignmentGroup(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(AlignedReader member) {
        members.add(member);
    }

    /** Whether the group's comparisons count as work of this member. */
    boolean ledBy(AlignedReader member) {
        for (AlignedReader each : members) {
            if (!each.stopped()) {
                return each == member;
            }
        }
        return false;
    }

    void replace(AlignedReader failed, AlignedReader by) {
        members.set(members.indexOf(failed), by);
    }

    /** When the next comparison that changes something is due. */
    long nextComparison() {
        long next = Long.MAX_VALUE;
        for (AlignedReader member : members) {
            next = Math.min(next, member.nextComparison());
        }
        return next;
    }

    Happening compare(long now) {
        long since = nextComparison();
        List<AlignedReader> due =
                members.stream().filter(each -> each.isDue(since, now)).toList();
        due.forEach(AlignedReader::sample);
        long lowest = lowest();
        due.forEach(each -> each.allow(lowest, now));
        for (AlignedReader each : members) {
            each.compared(due.contains(each), now);
        }
        return new Happening.Compared(members.get(0).source(), members.get(0).subtask(), name, lowest);
    }

    /** A member has reported outside of a comparison. */
    void changed(long now) {
        members.forEach(each -> each.compared(false, now));
    }

    /** The lowest watermark that was reported; the beginning of time before any was. */
    long lowest() {
        AlignedReader member = lowestMember();
        return member == null ? Watermark.BEGINNING : member.reported();
    }

    /** The first of those that reported the lowest watermark, null before any did. */
    @Nullable
    AlignedReader lowestMember() {
        AlignedReader lowest = null;
        for (AlignedReader each : members) {
            if (each.hasReported() && (lowest == null || each.reported() < lowest.reported())) {
                lowest = each;
            }
        }
        return lowest;
    }
}
