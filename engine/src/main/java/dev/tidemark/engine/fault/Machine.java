package dev.tidemark.engine.fault;

import java.util.ArrayList;
import java.util.List;

/** Subtasks that fail together, under a name. In Flink: the slots of a task manager. */
public record Machine(String name, List<Slot> slots) {
    public Machine {
        slots = List.copyOf(slots);
    }

    /** A machine on which nothing runs yet. */
    public static Machine named(String name) {
        return new Machine(name, List.of());
    }

    /** The same with one more subtask. */
    public Machine with(String operator, int subtask) {
        List<Slot> more = new ArrayList<>(slots);
        more.add(new Slot(operator, subtask));
        return new Machine(name, more);
    }
}
