package dev.tidemark.flink.cep;

import dev.tidemark.engine.cep.EventOrder;
import dev.tidemark.flink.function.Carried;
import org.apache.flink.cep.EventComparator;

/** Which of two events of equal time is seen first. */
public record FlinkEventOrder(Carried<EventOrder<Object>> order) implements EventComparator<Object> {
    @Override
    public int compare(Object left, Object right) {
        return order.get().compare(left, right);
    }
}
