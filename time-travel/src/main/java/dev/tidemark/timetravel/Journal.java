package dev.tidemark.timetravel;

import dev.tidemark.engine.checkpoint.Snapshot;
import dev.tidemark.engine.command.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes a branch of a run: the commands given, and keyframes from which it is re-executed. */
final class Journal {
    /** A command and how many steps had been done when it was given. */
    record Entry(long afterStep, Command command) {}

    private final String name;
    private final String parent;
    private final long forkStep;
    private final List<Entry> commands;
    private final Ladder ladder;
    private final List<String> contents = new ArrayList<>();
    private long head;
    private long headDigest;

    private Journal(String name, String parent, long forkStep, List<Entry> commands, Ladder ladder, long head) {
        this.name = name;
        this.parent = parent;
        this.forkStep = forkStep;
        this.commands = commands;
        this.ladder = ladder;
        this.head = head;
    }

    /** The first branch of a run, which begins with a keyframe of step 0. */
    static Journal first(Snapshot start) {
        Ladder ladder = new Ladder();
        ladder.add(start, 0);
        return new Journal("main", "", 0, new ArrayList<>(), ladder, 0);
    }

    /** A branch that shares everything up to {@code step}, with the first {@code given} commands. */
    Journal branch(String branchName, long step, int given, long digest) {
        Journal branch = new Journal(
                branchName, name, step, new ArrayList<>(commands.subList(0, given)), ladder.until(step), step);
        branch.contents.addAll(contents.subList(0, (int) Math.min(step, contents.size())));
        branch.headDigest = digest;
        return branch;
    }

    String name() {
        return name;
    }

    String parent() {
        return parent;
    }

    long forkStep() {
        return forkStep;
    }

    List<Entry> commands() {
        return commands;
    }

    Ladder ladder() {
        return ladder;
    }

    /** Steps recorded. */
    long head() {
        return head;
    }

    long headDigest() {
        return headDigest;
    }

    void record(Command command, long afterStep) {
        commands.add(new Entry(afterStep, command));
    }

    void stepped(long step, long digest) {
        head = step;
        headDigest = digest;
    }

    void content(String digest) {
        contents.add(digest);
    }

    /** The content digest after {@code step}, null when it was not taken. */
    @Nullable
    String content(long step) {
        return step >= 1 && step <= contents.size() ? contents.get((int) step - 1) : null;
    }
}
