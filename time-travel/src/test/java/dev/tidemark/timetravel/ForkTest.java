package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.timetravel.Pipelines.Click;
import org.junit.jupiter.api.Test;

class ForkTest {
    @Test
    void a_fork_stands_where_the_run_stands_and_has_its_past() {
        RandomRun random = new RandomRun(40);
        random.drive(120);
        random.run().seek(70);
        var fork = random.run().fork();
        assertThat(Look.at(fork)).isEqualTo(Look.at(random.run()));
        assertThat(fork.branches()).containsExactly(new Branch("fork of main", "main", 70, 70, true));
        fork.seek(30);
        assertThat(Look.at(fork)).isEqualTo(random.look(30));
    }

    @Test
    void neither_a_fork_nor_its_origin_disturbs_the_other() {
        RandomRun alone = new RandomRun(41);
        alone.drive(60);
        RandomRun forked = new RandomRun(41);
        forked.drive(60);
        var fork = forked.run().fork();
        String before = Look.at(fork);
        forked.run().step(200);
        alone.run().step(200);
        assertThat(Look.at(fork)).isEqualTo(before);
        fork.send("hand", "p", new Click("u1", 50, 7));
        fork.step(200);
        fork.seek(10);
        assertThat(Look.at(forked.run())).isEqualTo(Look.at(alone.run()));
        forked.run().step(50);
        alone.run().step(50);
        assertThat(Look.at(forked.run())).isEqualTo(Look.at(alone.run()));
    }

    @Test
    void a_fork_goes_on_as_its_origin_would() {
        var run = TimeTravel.start(
                Pipelines.earthquakes(), options -> options.parallelism(2).seed(3));
        run.runToWatermark("2018-01-31T12:00:00Z");
        var fork = run.fork();
        run.runToWatermark("2018-02-01T00:00:00Z");
        fork.runToWatermark("2018-02-01T00:00:00Z");
        assertThat(Look.at(fork)).isEqualTo(Look.at(run));
    }

    @Test
    void a_fork_of_a_fork_knows_where_it_comes_from() {
        var run = TimeTravel.start(Pipelines.sums());
        run.send("clicks", new Click("ann", 1, 1));
        run.settle();
        assertThat(run.fork().fork().branches().get(0).name()).isEqualTo("fork of fork of main");
    }
}
