package dev.tidemark.timetravel;

import dev.tidemark.engine.RunView;
import dev.tidemark.engine.checkpoint.Snapshot;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.command.Responses;
import dev.tidemark.engine.transcript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a branch of a run: the commands given, what came from outside, keyframes from which it is re-executed, and
 * what proves that the re-execution was faithful.
 */
final class Journal {
    /** A command and how many steps had been done when it was given. */
    record Entry(long afterStep, Command command) {}

    private final String name;
    private final String parent;
    private final Position begin;
    private final List<Entry> commands;
    private final Responses responses;
    private final Ladder ladder;
    private final Fingerprints fingerprints;
    private final Outline outline;
    private final List<String> contents;
    private long head;
    private @Nullable Snapshot end;

    private Journal(
            String name,
            String parent,
            Position begin,
            List<Entry> commands,
            Responses responses,
            Ladder ladder,
            Fingerprints fingerprints,
            Outline outline,
            List<String> contents) {
        this.name = name;
        this.parent = parent;
        this.begin = begin;
        this.commands = commands;
        this.responses = responses;
        this.ladder = ladder;
        this.fingerprints = fingerprints;
        this.outline = outline;
        this.contents = contents;
        this.head = begin.step();
    }

    /** The first branch of a run, which begins with a keyframe of step 0; {@code parent} is empty, or what it was made of. */
    static Journal first(String name, String parent, Snapshot start, Outline outline) {
        Ladder ladder = new Ladder();
        ladder.add(start);
        return new Journal(
                name,
                parent,
                new Position(0, 0),
                new ArrayList<>(),
                new Responses(),
                ladder,
                new Fingerprints(),
                outline,
                new ArrayList<>());
    }

    /** A branch that shares everything before {@code at}. */
    Journal branch(String branchName, Position at) {
        int known = (int) Math.min(at.step(), contents.size());
        return new Journal(
                branchName,
                name,
                at,
                new ArrayList<>(commands.subList(0, at.given())),
                responses.until(at.step()),
                ladder.until(at.step()),
                fingerprints.until(at.step()),
                outline.until(at.step()),
                new ArrayList<>(contents.subList(0, known)));
    }

    String name() {
        return name;
    }

    String parent() {
        return parent;
    }

    /** Where it left its parent. */
    Position begin() {
        return begin;
    }

    /** Steps recorded. */
    long head() {
        return head;
    }

    /** Behind everything that is recorded. */
    Position headPosition() {
        return new Position(head, commands.size());
    }

    /** Whether nothing was done on it yet. */
    boolean untouched() {
        return headPosition().equals(begin);
    }

    /** Right after a step, before what was done there; behind everything when it is the last step. */
    Position after(long step) {
        return step == head ? headPosition() : new Position(step, givenBefore(step));
    }

    /** How many commands had been given when a step was done. */
    int givenBefore(long step) {
        int low = 0;
        int high = commands.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (commands.get(middle).afterStep() < step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the command of this number was given. */
    Position givenAt(int number) {
        return new Position(commands.get(number).afterStep(), number);
    }

    /** The command that comes next at a position, or null when a step does, or nothing. */
    @Nullable
    Command commandAt(Position at) {
        Entry next = at.given() < commands.size() ? commands.get(at.given()) : null;
        return next != null && next.afterStep() == at.step() ? next.command() : null;
    }

    // ---- recording

    void gave(Command command, long afterStep) {
        commands.add(new Entry(afterStep, command));
        end = null;
    }

    /** A step was done, behind which the run stands. */
    void did(Step step, RunView run) {
        fingerprints.add(step, run.digest());
        outline.add(step, run);
        head = step.number();
        responses.cover(head);
        end = null;
    }

    void content(String digest) {
        contents.add(digest);
    }

    /** Keeps what is behind everything recorded, so that it is reached at once. */
    void keepEnd(Snapshot snapshot) {
        end = snapshot;
    }

    /** Lets go of what a replay would need. */
    void forget() {
        ladder.clear();
        contents.clear();
        end = null;
    }

    // ---- what is kept

    /** What came from outside. */
    Responses responses() {
        return responses;
    }

    Ladder ladder() {
        return ladder;
    }

    Fingerprints fingerprints() {
        return fingerprints;
    }

    Outline outline() {
        return outline;
    }

    /** What is behind everything recorded, null when it was not kept. */
    @Nullable
    Snapshot end() {
        return end;
    }

    /** The content digest after {@code step}, null when it was not taken. */
    @Nullable
    String content(long step) {
        return step >= 1 && step <= contents.size() ? contents.get((int) step - 1) : null;
    }
}
