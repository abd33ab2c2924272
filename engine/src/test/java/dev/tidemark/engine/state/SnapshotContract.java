package dev.tidemark.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.operator.KeyedListener;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.TypeToken;
import dev.tidemark.engine.state.heap.HeapStateBackend;
import dev.tidemark.engine.time.TimerEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every state backend promises of snapshots: the bytes are those that the heap writes, and it reads what the heap wrote. */
public abstract class SnapshotContract {
    private static final int GROUPS = 128;
    private static final int SEEDS = 20;
    private static final Codec<NoNamespace> NONE = Codecs.of(NoNamespace.class);
    private static final StateSchema<NoNamespace, Long> COUNTS =
            new StateSchema<>("counts", "value", NONE, Codecs.of(Long.class));
    private static final StateSchema<NoNamespace, List<Long>> SEEN =
            new StateSchema<>("seen", "list", NONE, Codecs.of(new TypeToken<List<Long>>() {}));

    private final List<StateBackend> opened = new ArrayList<>();

    /** What is tested. */
    protected abstract StateBackend.Factory factory();

    @AfterEach
    void close() {
        opened.forEach(StateBackend::close);
    }

    /** Hears nothing. */
    private record Deaf() implements KeyedListener {
        @Override
        public void stateChanged(String state, Object key, Object namespace, @Nullable Object after) {}

        @Override
        public void timerChanged(TimerEntry<?> timer, boolean eventTime, boolean set) {}

        @Override
        public void timerIgnored(Object key, Object namespace, long timestamp, boolean eventTime) {}
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private KeyedStore<String> store(StateBackend.Factory factory) {
        StateBackend backend = factory.open();
        opened.add(backend);
        Codec<String> keys = Codecs.of(String.class);
        return new KeyedStore<>(
                "sum",
                keys,
                (Codec<Comparable<?>>) (Codec) NONE,
                GROUPS,
                backend.tables("sum#0", keys),
                new LinkedHashMap<>(),
                new Deaf(),
                () -> 0);
    }

    /** Does to a store what a seed says. */
    private static void use(KeyedStore<String> store, long seed) {
        Random random = new Random(seed);
        StateTable<String, NoNamespace, Long> counts = store.table(COUNTS);
        StateTable<String, NoNamespace, List<Long>> seen = store.table(SEEN);
        for (int i = 0; i < 500; i++) {
            String key = "k" + random.nextInt(60);
            long number = random.nextInt(1000);
            store.setKey(key);
            switch (random.nextInt(5)) {
                case 0 -> counts.put(key, NoNamespace.INSTANCE, number);
                case 1 -> counts.remove(key, NoNamespace.INSTANCE);
                case 2 -> store.setTimer(NoNamespace.INSTANCE, number, random.nextBoolean());
                default ->
                    seen.change(key, NoNamespace.INSTANCE, number, (before, input) -> {
                        List<Long> list = before == null ? new ArrayList<>() : before;
                        list.add(input);
                        return list;
                    });
            }
        }
    }

    private static byte[] snapshot(KeyedStore<String> store) {
        ByteSink out = new ByteSink();
        store.snapshot(out);
        return out.toBytes();
    }

    @Test
    void a_snapshot_has_the_bytes_that_the_heap_writes() {
        for (long seed = 0; seed < SEEDS; seed++) {
            KeyedStore<String> heap = store(HeapStateBackend.INSTANCE);
            KeyedStore<String> other = store(factory());
            use(heap, seed);
            use(other, seed);

            assertThat(snapshot(other)).as("seed " + seed).isEqualTo(snapshot(heap));
        }
    }

    @Test
    void each_key_group_has_the_bytes_that_the_heap_writes() {
        for (long seed = 0; seed < SEEDS; seed++) {
            KeyedStore<String> heap = store(HeapStateBackend.INSTANCE);
            KeyedStore<String> other = store(factory());
            use(heap, seed);
            use(other, seed);

            assertThat(other.snapshotGroups()).as("seed " + seed).isNotEmpty().satisfies(groups -> {
                assertThat(groups.keySet()).isEqualTo(heap.snapshotGroups().keySet());
                groups.forEach((group, bytes) ->
                        assertThat(bytes).isEqualTo(heap.snapshotGroups().get(group)));
            });
        }
    }

    @Test
    void what_the_heap_wrote_goes_on_as_it_would_there() {
        for (long seed = 0; seed < SEEDS; seed++) {
            KeyedStore<String> heap = store(HeapStateBackend.INSTANCE);
            use(heap, seed);
            KeyedStore<String> other = store(factory());
            other.restore(new ByteSource(snapshot(heap)));
            use(heap, ~seed);
            use(other, ~seed);

            assertThat(snapshot(other)).as("seed " + seed).isEqualTo(snapshot(heap));
        }
    }

    @Test
    void what_it_wrote_goes_on_on_the_heap() {
        for (long seed = 0; seed < SEEDS; seed++) {
            KeyedStore<String> other = store(factory());
            use(other, seed);
            KeyedStore<String> heap = store(HeapStateBackend.INSTANCE);
            heap.restore(new ByteSource(snapshot(other)));
            use(heap, ~seed);
            use(other, ~seed);

            assertThat(snapshot(other)).as("seed " + seed).isEqualTo(snapshot(heap));
        }
    }
}
