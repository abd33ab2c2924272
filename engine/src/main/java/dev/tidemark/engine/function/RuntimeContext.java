package dev.tidemark.engine.function;

import dev.tidemark.engine.state.KeyedState;

/** What a function can ask when it is opened: where it runs, and for the state of its keys. */
public interface RuntimeContext {
    /** The operator's name. */
    String operator();

    /** Which of the operator's subtasks this is, from 0. */
    int subtask();

    /** How many subtasks the operator has. */
    int parallelism();

    /** How many key groups there are. */
    int maxParallelism();

    /**
     * State of the key that is current when it is used; while the function is opened there is none.
     *
     * @throws IllegalStateException if the operator's input is not keyed
     */
    KeyedState state();
}
