package dev.tidemark.propertytests;

import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.MapState;
import dev.tidemark.engine.state.ValueState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Raises an alert for a large payment within a minute of a small one; payments are seen in the order of event time. */
class FraudDetector extends KeyedProcessFunction<String, Payment, FraudDetector.Alert> {
    private static final long serialVersionUID = 1L;
    private static final long MINUTE = 60_000;

    record Alert(String card, int amount) {}

    private transient @Nullable MapState<Long, int[]> waiting;
    private transient @Nullable ValueState<Long> lastSmall;

    @Override
    public void open(KeyedState state) {
        waiting = state.map("waiting", Long.class, int[].class);
        lastSmall = state.value("last small", Long.class);
    }

    @Override
    public void processElement(Payment payment, Context<String> context, Output<Alert> out) {
        MapState<Long, int[]> buffer = Objects.requireNonNull(waiting);
        int[] before = buffer.get(context.timestamp());
        int[] now = before == null ? new int[1] : java.util.Arrays.copyOf(before, before.length + 1);
        now[now.length - 1] = payment.amount();
        java.util.Arrays.sort(now);
        buffer.put(context.timestamp(), now);
        context.timers().registerEventTimeTimer(context.timestamp());
    }

    @Override
    public void onTimer(long timestamp, TimerContext<String> context, Output<Alert> out) {
        ValueState<Long> small = Objects.requireNonNull(lastSmall);
        List<Alert> alerts = new ArrayList<>();
        for (int amount : Objects.requireNonNull(Objects.requireNonNull(waiting).get(timestamp))) {
            Long last = small.value();
            if (amount >= 500 && last != null && timestamp - last <= MINUTE) {
                alerts.add(new Alert(context.key(), amount));
            }
            if (amount <= 2) {
                small.update(timestamp);
            }
        }
        Objects.requireNonNull(waiting).remove(timestamp);
        alerts.forEach(out::collect);
    }
}
