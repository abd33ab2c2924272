package dev.tidemark.propertytests.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param results what each sink holds in the end, in order
 * @param steps how many steps it took
 * @param transcript everything that went in and came out
 * @param digest the structural digest
 * @param content the digest of everything that the run holds
 * @param failure what a user's function threw, with where
 * @param assumptions what it did that some laws assume it does not
 */
public record Outcome(
        Map<String, List<Result>> results,
        int steps,
        String transcript,
        long digest,
        String content,
        Optional<String> failure,
        Assumptions assumptions) {}
