package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {
    @ParameterizedTest
    @ValueSource(longs = {50, 51, 52, 53, 54, 55, 56, 57})
    void looking_changes_nothing(long seed) {
        RandomRun random = new RandomRun(seed);
        random.drive(90);
        var run = random.run();
        for (long step = 0; step < run.lastStep(); step += 5) {
            run.seek(step);
            String content = run.contentDigest();
            long digest = run.digest();
            Look.at(run);
            run.whyNotFired("windows", "u1", "1970-01-01T00:00:10Z");
            run.retell(each -> {});
            run.fork();
            run.describe();
            assertThat(run.contentDigest()).isEqualTo(content);
            assertThat(run.digest()).isEqualTo(digest);
            assertThat(run.toString()).contains("at step " + step + " of " + run.lastStep());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {58, 59, 60})
    void what_was_looked_at_goes_on_like_what_was_not(long seed) {
        RandomRun plain = new RandomRun(seed);
        plain.drive(60);
        RandomRun seen = new RandomRun(seed);
        seen.drive(60);
        for (int i = 0; i < 100; i++) {
            Look.at(seen.run());
            seen.run().step();
        }
        plain.run().step(100);
        assertThat(Look.at(seen.run())).isEqualTo(Look.at(plain.run()));
    }
}
