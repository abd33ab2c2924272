package dev.tidemark.engine;

/**
 * User code threw in a step; names the step, the operator, the key and the element.
 *
 * <p>The run stands at that step and can be looked into; restore a checkpoint, or go back in a recorded run.
 */
public final class SimulationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long step;

    SimulationFailed(long step, Throwable cause) {
        super("step " + step + ": " + cause.getMessage(), cause.getCause());
        this.step = step;
    }

    /** The step in which it happened. */
    public long step() {
        return step;
    }
}
