package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.checkpoint.Snapshot;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.timetravel.Pipelines.Click;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static Snapshot keyframe(long step, int bytes) {
        return new Snapshot(step, 0, new byte[bytes], Map.of());
    }

    private static Ladder filled(int most, long mostBytes, int bytes, int count) {
        Ladder ladder = new Ladder(most, mostBytes);
        for (long i = 0; i < count; i++) {
            ladder.add(keyframe(i * 256, bytes));
        }
        return ladder;
    }

    @Test
    void there_are_never_too_many_and_the_first_and_the_last_stay() {
        Ladder ladder = filled(16, Long.MAX_VALUE, 10, 1000);
        assertThat(ladder.size()).isEqualTo(16);
        assertThat(ladder.bytes()).isEqualTo(160);
        assertThat(ladder.before(255).step()).isZero();
        assertThat(ladder.before(Long.MAX_VALUE).step()).isEqualTo(999 * 256L);
    }

    @Test
    void they_never_hold_too_much() {
        Ladder ladder = filled(512, 10_000, 1000, 400);
        assertThat(ladder.bytes()).isLessThanOrEqualTo(10_000);
        assertThat(filled(512, 1500, 1000, 400).size()).isEqualTo(2);
    }

    @Test
    void they_stand_closer_the_nearer_the_end() {
        Ladder ladder = filled(64, Long.MAX_VALUE, 10, 10_000);
        long end = 9_999 * 256L;
        long early = ladder.before(end / 2).step();
        long late = ladder.before(end - 3 * 256).step();
        assertThat(end - 3 * 256 - late).isLessThan(8 * 256);
        assertThat(end / 2 - early).isLessThan(end / 8);
    }

    @Test
    void a_keyframe_that_is_taken_again_is_counted_once() {
        Ladder ladder = filled(16, Long.MAX_VALUE, 10, 3);
        ladder.add(keyframe(512, 30));
        assertThat(ladder.bytes()).isEqualTo(50);
        assertThat(ladder.size()).isEqualTo(3);
    }

    @Test
    void the_larger_the_state_the_farther_apart() {
        Ladder ladder = new Ladder();
        ladder.add(keyframe(0, 100));
        assertThat(ladder.wants(255)).isFalse();
        assertThat(ladder.wants(256)).isTrue();
        ladder.add(keyframe(256, 16_000));
        assertThat(ladder.wants(1255)).isFalse();
        assertThat(ladder.wants(1256)).isTrue();
    }

    @Test
    void seeks_are_right_when_keyframes_have_gone_and_long_ones_tell_how_far_they_are() {
        Pipeline pipeline = Pipeline.create("many");
        Trace<Click> clicks = Trace.generate(70_000, Click.class, i -> new Click("u" + i % 7, i, i))
                .eventTime(Click::time);
        pipeline.source("clicks", clicks, Watermarks.monotonous())
                .keyBy(Click::user)
                .reduce((a, b) -> new Click(a.user(), b.second(), a.count() + b.count()))
                .name("total")
                .filter(click -> click.second() % 1000 == 0)
                .collect("some");
        var run = TimeTravel.start(pipeline);
        long[] digests = new long[150_001];
        for (int i = 1; i <= 150_000; i++) {
            run.step();
            digests[i] = run.digest();
        }
        assertThat(run.lastStep()).isEqualTo(150_000);
        for (int step = 150_000; step > 0; step -= 9_999) {
            run.seek(step);
            assertThat(run.digest()).isEqualTo(digests[step]);
        }
        List<Long> progress = new ArrayList<>();
        run.onProgress(progress::add);
        run.switchTo("main");
        run.retell(step -> {});
        assertThat(progress).containsExactly(50_000L, 100_000L);
    }
}
