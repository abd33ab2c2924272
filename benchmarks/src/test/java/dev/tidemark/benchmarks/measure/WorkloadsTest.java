package dev.tidemark.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.benchmarks.Engine;
import dev.tidemark.benchmarks.Workload;
import dev.tidemark.benchmarks.cases.Cases;
import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.nexmark.query.NexmarkQueries;
import dev.tidemark.benchmarks.result.Checksum;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every workload gives the same results on either engine as by hand; how fast is nobody's concern here. */
class WorkloadsTest {

    private static final long EVENTS = 20_000;

    static List<Workload> onTidemark() {
        return on(Engine.TIDEMARK);
    }

    static List<Workload> onFlink() {
        return on(Engine.FLINK);
    }

    private static List<Workload> on(Engine engine) {
        List<Workload> all = new ArrayList<>(
                Workloads.ofEvents(EventPlan.STANDARD.withKeys(100).withRate(1)));
        all.addAll(Workloads.inRocksDb(EventPlan.STANDARD.withKeys(100).withRate(1), 10_000));
        all.addAll(NexmarkQueries.over(new NexmarkPlan(1000), EVENTS));
        return all.stream().filter(workload -> workload.has(engine)).toList();
    }

    @ParameterizedTest
    @MethodSource("onTidemark")
    void tidemark_gives_the_results_of_the_plain_loop(Workload workload) throws Exception {
        assertThat(results(workload, Engine.TIDEMARK))
                .isEqualTo(results(workload, Engine.PLAIN))
                .isNotEqualTo(Checksum.NONE);
    }

    @ParameterizedTest
    @MethodSource("onFlink")
    void flink_gives_the_results_of_the_plain_loop(Workload workload) throws Exception {
        assertThat(results(workload, Engine.FLINK))
                .isEqualTo(results(workload, Engine.PLAIN))
                .isNotEqualTo(Checksum.NONE);
    }

    private static Checksum results(Workload workload, Engine engine) throws Exception {
        return workload.side(engine).run(EVENTS).checksum();
    }

    @Test
    void cases_have_the_same_results_on_both_engines_as_by_hand() throws Exception {
        Workload cases = Cases.workload();
        Checksum expected = cases.side(Engine.PLAIN).run(40).checksum();

        assertThat(cases.side(Engine.TIDEMARK).run(40).checksum()).isEqualTo(expected);
        assertThat(cases.side(Engine.FLINK).run(40).checksum()).isEqualTo(expected);
    }

    @Test
    void unknown_workload_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> Workloads.named("tumblign"))
                .hasMessageStartingWith("there is no workload 'tumblign'; there are: tumbling, ");
    }
}
