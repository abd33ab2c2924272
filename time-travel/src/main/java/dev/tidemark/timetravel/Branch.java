package dev.tidemark.timetravel;

/**
 * One line of history of a run.
 *
 * @param name {@code main} for the first
 * @param parent the branch that it left, empty for the first
 * @param forkStep the step at which it left it
 * @param steps how many steps it has
 * @param current whether the run stands on it
 */
public record Branch(String name, String parent, long forkStep, long steps, boolean current) {}
