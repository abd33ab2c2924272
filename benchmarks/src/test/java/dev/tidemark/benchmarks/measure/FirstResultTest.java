package dev.tidemark.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one pipeline of a fresh JVM. */
class FirstResultTest {

    @ParameterizedTest
    @ValueSource(strings = {"TIDEMARK", "FLINK"})
    void process_prints_one_round_with_results(String engine) throws Exception {
        List<Round> rounds = new Fork(List.of(), ClassPath.whole(), FirstResult.class, List.of(engine)).run();

        assertThat(rounds)
                .singleElement()
                .satisfies(round -> assertThat(round.sample().checksum().rows()).isPositive());
    }
}
