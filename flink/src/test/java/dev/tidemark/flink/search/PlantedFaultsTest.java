package dev.tidemark.flink.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.flink.referee.FlinkVersion;
import dev.tidemark.flink.search.fault.Fault;
import dev.tidemark.flink.search.fault.Faults;
import dev.tidemark.flink.search.fault.FaultyEngine;
import dev.tidemark.flink.search.stage.Feed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The search finds each of the faults that are planted in the engine, and none where there is none. */
class PlantedFaultsTest {
    private static final long FIRST = 3_000_000;
    private static final long MOST = 1000;

    /** Before Flink 2.1 the search draws no source all of whose partitions are idle: {@link Feed#mayIdle}. */
    private static final List<String> SEEN_ONLY_IN_IDLENESS =
            List.of("no progress when a channel goes idle", "idleness comes a probe later");

    private final Map<Long, List<List<String>>> referee = new ConcurrentHashMap<>();

    /** How a fault was found. */
    private record Catch(Fault fault, long seed, String how) {
        String row() {
            return "| " + fault.name() + " | `" + fault.owner() + "." + fault.method() + "` | " + (seed - FIRST + 1)
                    + " | " + seed + " | " + how + " |";
        }
    }

    @Test
    void every_planted_fault_is_caught() throws IOException {
        List<Catch> catches = Faults.all().parallelStream().map(this::hunt).toList();
        assertThat(catches.stream()
                        .filter(each -> each.how().equals("not found"))
                        .map(each -> each.fault().name()))
                .isSubsetOf(FlinkVersion.before("2.1") ? SEEN_ONLY_IN_IDLENESS : List.of());
        FaultTable.check(catches.stream().map(Catch::row).toList());
    }

    /** Else a fault could be found that is none. */
    @Test
    void a_copy_without_a_fault_agrees() {
        LongFunction<List<List<String>>> copy = witness(new FaultyEngine(null));
        for (long seed = FIRST; seed < FIRST + 100; seed++) {
            assertThat(copy.apply(seed)).isEqualTo(referee(seed));
        }
    }

    private Catch hunt(Fault fault) {
        FaultyEngine engine = new FaultyEngine(fault);
        LongFunction<List<List<String>>> witness = witness(engine);
        String how = "not found";
        long seed = FIRST;
        while (how.equals("not found") && seed < FIRST + MOST) {
            how = look(witness, seed++);
        }
        assertThat(engine.planted())
                .as("fault '" + fault + "' in " + fault.className() + "." + fault.method())
                .isEqualTo(1);
        return new Catch(fault, seed - 1, how);
    }

    private String look(LongFunction<List<List<String>>> witness, long seed) {
        List<List<String>> right = referee(seed);
        try {
            return witness.apply(seed).equals(right) ? "not found" : "another result";
        } catch (RuntimeException | LinkageError e) {
            return "an error";
        }
    }

    private List<List<String>> referee(long seed) {
        @Nullable List<List<String>> known = referee.get(seed);
        if (known != null) {
            return known;
        }
        SearchCase search = RandomCases.of(seed);
        List<List<String>> asked = Witness.told(search, CaseRun.onBench(search));
        referee.put(seed, asked);
        return asked;
    }

    @SuppressWarnings("unchecked")
    private static LongFunction<List<List<String>>> witness(FaultyEngine engine) {
        try {
            return (LongFunction<List<List<String>>>)
                    engine.loadClass(Witness.class.getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
