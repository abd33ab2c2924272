package dev.tidemark.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.timeline.Reading;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Probes every 100 ms of a partition that started at 0; where it can go idle, after 250 ms. */
class PartitionWatermarkTest {
    private static final Reading ANY = new Reading("a", 1);

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    private static Watermarks<Reading> bounded() {
        return Watermarks.<Reading>outOfOrder(ms(5)).every(ms(100));
    }

    private final PartitionWatermark plain = bounded().start(0);
    private final PartitionWatermark tiring = bounded().idleAfter(ms(250)).start(0);

    @Test
    void nothing_is_due_before_the_first_event() {
        assertThat(plain.nextProbe()).isEqualTo(PartitionWatermark.NEVER);
        assertThat(plain.probe(100)).isFalse();
        assertThat(plain.last(1_000)).isFalse();
        assertThat(plain.idle()).isFalse();
        assertThat(plain.watermark()).isEqualTo(Watermark.BEGINNING);
        assertThat(plain.maxTimestamp()).isEmpty();
    }

    @Test
    void first_probe_behind_an_event_emits() {
        assertThat(plain.event(ANY, 20, 10)).isFalse();
        assertThat(plain.maxTimestamp()).hasValue(20);
        assertThat(plain.nextProbe()).isEqualTo(100);
        assertThat(plain.probe(100)).isTrue();
        assertThat(plain.watermark()).isEqualTo(14);
        assertThat(plain.nextProbe()).isEqualTo(PartitionWatermark.NEVER);
    }

    @Test
    void probe_in_the_millisecond_of_an_event_does_not_see_it() {
        plain.event(ANY, 20, 50);
        assertThat(plain.nextProbe()).isEqualTo(100);
        plain.event(ANY, 40, 100);
        assertThat(plain.nextProbe()).isEqualTo(200);
        assertThat(plain.probe(100)).isFalse();
        assertThat(plain.probe(200)).isTrue();
        assertThat(plain.watermark()).isEqualTo(34);
    }

    @Test
    void event_that_is_not_the_latest_changes_nothing() {
        plain.event(ANY, 20, 10);
        plain.probe(100);
        plain.event(ANY, 15, 150);
        assertThat(plain.nextProbe()).isEqualTo(PartitionWatermark.NEVER);
        assertThat(plain.probe(200)).isFalse();
        assertThat(plain.maxTimestamp()).hasValue(20);
        assertThat(plain.watermark()).isEqualTo(14);
    }

    @Test
    void probes_go_by_the_start() {
        PartitionWatermark later = bounded().start(1_030);
        later.event(ANY, 20, 1_040);
        assertThat(later.nextProbe()).isEqualTo(1_130);
        PartitionWatermark tired = bounded().idleAfter(ms(250)).start(1_030);
        assertThat(tired.idleTime()).isEqualTo(1_430);
    }

    @Test
    void partition_without_events_is_idle_after_its_time_and_two_probes() {
        assertThat(tiring.nextProbe()).isEqualTo(400);
        assertThat(tiring.probe(399)).isFalse();
        assertThat(tiring.idle()).isFalse();
        assertThat(tiring.probe(400)).isTrue();
        assertThat(tiring.idle()).isTrue();
        assertThat(tiring.idleTime()).isEqualTo(PartitionWatermark.NEVER);
        assertThat(tiring.probe(500)).isFalse();
    }

    @Test
    void event_puts_idleness_off() {
        tiring.event(ANY, 20, 150);
        assertThat(tiring.idleTime()).isEqualTo(600);
        assertThat(tiring.probe(200)).isTrue();
        assertThat(tiring.idleTime()).isEqualTo(600);
        assertThat(tiring.nextProbe()).isEqualTo(600);
        assertThat(tiring.probe(599)).isFalse();
        assertThat(tiring.probe(600)).isTrue();
        assertThat(tiring.idle()).isTrue();
    }

    @Test
    void idle_partition_wakes_with_the_probe_behind_an_event_though_its_watermark_does_not_rise() {
        tiring.event(ANY, 20, 10);
        tiring.probe(100);
        tiring.probe(600);
        assertThat(tiring.idle()).isTrue();
        tiring.event(ANY, 3, 700);
        assertThat(tiring.idle()).isTrue();
        assertThat(tiring.nextProbe()).isEqualTo(800);
        assertThat(tiring.probe(800)).isTrue();
        assertThat(tiring.idle()).isFalse();
        assertThat(tiring.watermark()).isEqualTo(14);
    }

    @Test
    void while_paused_it_does_not_go_idle_and_the_pause_is_not_counted() {
        tiring.pause(true, 150);
        tiring.pause(true, 200);
        assertThat(tiring.idleTime()).isEqualTo(PartitionWatermark.NEVER);
        assertThat(tiring.probe(400)).isFalse();
        tiring.pause(false, 250);
        tiring.pause(false, 300);
        assertThat(tiring.idleTime()).isEqualTo(500);
        assertThat(tiring.probe(499)).isFalse();
        assertThat(tiring.probe(500)).isTrue();
    }

    @Test
    void pause_counts_from_where_the_quiet_is_measured() {
        tiring.pause(true, 20);
        tiring.pause(false, 60);
        assertThat(tiring.idleTime()).isEqualTo(400);
        tiring.event(ANY, 20, 110);
        tiring.pause(true, 150);
        tiring.pause(false, 450);
        assertThat(tiring.idleTime()).isEqualTo(800);
        tiring.event(ANY, 20, 460);
        assertThat(tiring.idleTime()).isEqualTo(900);
    }

    @Test
    void last_probe_sees_what_the_others_have_not() {
        plain.event(ANY, 20, 10);
        assertThat(plain.last(10)).isTrue();
        assertThat(plain.watermark()).isEqualTo(14);
        assertThat(plain.last(10)).isFalse();
    }

    @Test
    void last_probe_finds_a_partition_idle_only_behind_its_time() {
        assertThat(tiring.last(350)).isFalse();
        assertThat(tiring.idle()).isFalse();
        assertThat(tiring.last(351)).isTrue();
        assertThat(tiring.idle()).isTrue();
        assertThat(tiring.last(352)).isFalse();
        assertThat(tiring.idle()).isTrue();
    }

    @Test
    void last_probe_does_not_count_a_pause() {
        tiring.pause(true, 150);
        tiring.pause(false, 250);
        assertThat(tiring.last(450)).isFalse();
        assertThat(tiring.last(451)).isTrue();
    }

    @Test
    void what_is_said_idle_is_idle_once_and_forgets_the_event_before() {
        plain.event(ANY, 20, 10);
        assertThat(plain.markIdle()).isTrue();
        assertThat(plain.markIdle()).isFalse();
        assertThat(plain.idle()).isTrue();
        assertThat(plain.nextProbe()).isEqualTo(PartitionWatermark.NEVER);
        assertThat(plain.probe(100)).isFalse();
    }

    @Test
    void watermark_by_hand_rises_and_wakes() {
        PartitionWatermark hand = Watermarks.byHand().start(0);
        assertThat(hand.advance(10)).isTrue();
        assertThat(hand.advance(10)).isFalse();
        assertThat(hand.advance(5)).isFalse();
        hand.markIdle();
        assertThat(hand.advance(5)).isTrue();
        assertThat(hand.idle()).isFalse();
        assertThat(hand.watermark()).isEqualTo(10);
        hand.event(ANY, 50, 1);
        assertThat(hand.nextProbe()).isEqualTo(PartitionWatermark.NEVER);
        assertThat(hand.probe(200)).isFalse();
        hand.event(ANY, 60, 201);
        assertThat(hand.last(201)).isFalse();
        assertThat(hand.watermark()).isEqualTo(10);
    }

    @Test
    void per_event_the_watermark_follows_at_once() {
        PartitionWatermark quick = bounded().perEvent().start(0);
        assertThat(quick.event(ANY, 20, 10)).isTrue();
        assertThat(quick.watermark()).isEqualTo(14);
        assertThat(quick.event(ANY, 20, 10)).isFalse();
        assertThat(quick.event(ANY, 21, 10)).isTrue();
    }

    @Test
    void punctuated_watermark_follows_its_event_alone() {
        PartitionWatermark marked = Watermarks.<Reading>punctuated((event, timestamp) ->
                        event.value() < 0 ? OptionalLong.empty() : OptionalLong.of(timestamp + event.value()))
                .start(0);
        assertThat(marked.event(new Reading("a", -1), 20, 10)).isFalse();
        assertThat(marked.event(new Reading("a", 3), 20, 10)).isTrue();
        assertThat(marked.watermark()).isEqualTo(23);
        assertThat(marked.last(10)).isFalse();
        assertThat(marked.watermark()).isEqualTo(23);
    }

    private static PartitionWatermark copy(PartitionWatermark from) {
        ByteSink out = new ByteSink();
        from.snapshot(out);
        PartitionWatermark to = bounded().idleAfter(ms(250)).start(77);
        to.event(ANY, 1_000, 80);
        to.nextProbe();
        to.restore(new ByteSource(out.toBytes()));
        return to;
    }

    @Test
    void snapshot_holds_everything() {
        tiring.event(ANY, 20, 10);
        assertThat(copy(tiring).nextProbe()).isEqualTo(100);
        assertThat(copy(tiring).maxTimestamp()).hasValue(20);
        tiring.probe(100);
        assertThat(copy(tiring).watermark()).isEqualTo(14);
        assertThat(copy(tiring).idleTime()).isEqualTo(500);
        tiring.pause(true, 210);
        assertThat(copy(tiring).idleTime()).isEqualTo(PartitionWatermark.NEVER);
        tiring.pause(false, 310);
        assertThat(copy(tiring).idleTime()).isEqualTo(600);
        tiring.probe(600);
        assertThat(copy(tiring).idle()).isTrue();
    }
}
