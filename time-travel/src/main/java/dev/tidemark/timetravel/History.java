package dev.tidemark.timetravel;

import dev.tidemark.engine.command.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All branches of a run, oldest first. */
final class History {
    private final Map<String, Journal> branches = new LinkedHashMap<>();
    private final Journal trunk;
    private int named;

    History(Journal trunk) {
        this.trunk = trunk;
        branches.put(trunk.name(), trunk);
    }

    /** The first branch. */
    Journal trunk() {
        return trunk;
    }

    /** The branch of this name. */
    Journal named(String name) {
        Journal branch = branches.get(name);
        if (branch == null) {
            throw new IllegalArgumentException("there is no branch '" + name + "'; there are " + branches.keySet());
        }
        return branch;
    }

    /** A new branch that leaves another at a position. */
    Journal begin(Journal from, Position at) {
        Journal branch = from.branch("branch-" + ++named, at);
        branches.put(branch.name(), branch);
        return branch;
    }

    /** Forgets a branch on which nothing was done, in favour of the one that it left. */
    Journal withoutUntouched(Journal branch) {
        Journal parent = branches.get(branch.parent());
        if (parent == null || !branch.untouched()) {
            return branch;
        }
        branches.remove(branch.name());
        return parent;
    }

    /**
     * The branch that left {@code from} at a position and went on with a command (null for a step), of those that a mark's
     * action has made; null when there is none.
     */
    @Nullable
    Journal continuation(Journal from, Position at, @Nullable Command next, Mark mark) {
        for (Journal branch : branches.values()) {
            if (branch.parent().equals(from.name())
                    && branch.begin().equals(at)
                    && mark.acted().contains(branch.name())
                    && !branch.untouched()
                    && Commands.same(branch.commandAt(at), next)) {
                return branch;
            }
        }
        return null;
    }

    /** Lets go of all that a replay would need. */
    void forget() {
        branches.values().forEach(Journal::forget);
    }

    /** The branches for a user; the run stands on {@code current}. */
    List<Branch> rows(Journal current) {
        List<Branch> rows = new ArrayList<>();
        for (Journal each : branches.values()) {
            rows.add(new Branch(each.name(), each.parent(), each.begin().step(), each.head(), each == current));
        }
        return rows;
    }
}
