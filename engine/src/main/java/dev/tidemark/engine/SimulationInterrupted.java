package dev.tidemark.engine;

/** A long move was interrupted between two steps; the run stands at a step's edge and can go on. */
public final class SimulationInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SimulationInterrupted(long step) {
        super("interrupted after step " + step + "; the run is intact and can go on");
    }
}
