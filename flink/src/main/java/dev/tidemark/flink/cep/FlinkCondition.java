package dev.tidemark.flink.cep;

import dev.tidemark.engine.cep.Condition;
import dev.tidemark.flink.function.Carried;
import java.util.ArrayList;
import java.util.List;

/** What an event has to satisfy. */
final class FlinkCondition extends org.apache.flink.cep.pattern.conditions.IterativeCondition<Object> {
    private static final long serialVersionUID = 1L;

    private final Carried<Condition<Object>> condition;

    FlinkCondition(Carried<Condition<Object>> condition) {
        this.condition = condition;
    }

    @Override
    public boolean filter(Object event, Context<Object> context) throws Exception {
        return condition.get().holds(event, new View(context));
    }

    /** Flink's context as the engine's. */
    private record View(Context<Object> context) implements dev.tidemark.engine.cep.IterativeCondition.Context<Object> {
        @Override
        public List<Object> events(String name) {
            List<Object> events = new ArrayList<>();
            try {
                context.getEventsForPattern(name).forEach(events::add);
            } catch (Exception e) {
                throw new IllegalStateException("Flink's events of '" + name + "' can't be read: " + e.getMessage(), e);
            }
            return events;
        }

        @Override
        public long timestamp() {
            return context.timestamp();
        }

        @Override
        public long processingTime() {
            return context.currentProcessingTime();
        }
    }
}
