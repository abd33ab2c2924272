package dev.tidemark.engine.fault;

/** A place on a machine that one subtask of an operator takes; subtasks count from 0. */
public record Slot(String operator, int subtask) {
    public Slot {
        if (subtask < 0) {
            throw new IllegalArgumentException(
                    "'" + operator + "' has no subtask " + subtask + "; subtasks count from 0");
        }
    }

    @Override
    public String toString() {
        return operator + "#" + subtask;
    }
}
