package dev.tidemark.propertytests;

import dev.tidemark.engine.Schedule;
import dev.tidemark.propertytests.run.Circumstances;
import java.util.function.UnaryOperator;

/** The circumstances that results are compared with: those under test, changed in one point. */
public final class Reference {
    private final String words;
    private final UnaryOperator<Circumstances> change;

    private Reference(String words, UnaryOperator<Circumstances> change) {
        this.words = words;
        this.change = change;
    }

    /** Nothing crashes. */
    public static Reference noCrash() {
        return new Reference("without a crash", tried -> tried.crashes(CrashPlan.none()));
    }

    /** Everything in turn. */
    public static Reference roundRobin() {
        return schedule(Schedule.roundRobin());
    }

    /** Another schedule. */
    public static Reference schedule(Schedule other) {
        return new Reference("under schedule " + other, tried -> tried.schedule(other));
    }

    /** Another number of subtasks. */
    public static Reference parallelism(int subtasks) {
        return new Reference("at parallelism " + subtasks, tried -> tried.parallelism(subtasks));
    }

    String words() {
        return words;
    }

    UnaryOperator<Circumstances> change() {
        return change;
    }
}
