package dev.tidemark.timetravel;

import dev.tidemark.engine.command.Command;
import java.util.List;

/**
 * What was done to a run, each thing with its place in processing time, so that it can be done in another run, in which steps
 * have other numbers.
 *
 * @param startMillis where the clock stood at the start
 * @param given what was done, in order
 * @param end where the run stands
 * @param finished whether everything has come to its end there
 */
record Script(long startMillis, List<Given> given, Place end, boolean finished) {
    Script {
        given = List.copyOf(given);
    }

    /**
     * A place in a run between two steps.
     *
     * @param clockMillis where the clock stands
     * @param steps how many steps were done since the clock came there or, if that is later, since the last command
     * @param settled whether nothing was left to do then
     */
    record Place(long clockMillis, long steps, boolean settled) {}

    /**
     * A command and when it was given.
     *
     * @param own whether it restores a checkpoint that the run itself had taken
     */
    record Given(Place at, Command command, boolean own) {}
}
