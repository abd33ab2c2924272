package dev.tidemark.engine.runtime;

import dev.tidemark.engine.checkpoint.StateTypes;
import dev.tidemark.engine.checkpoint.StateTypes.OwnKind;
import dev.tidemark.engine.operator.BroadcastOperator;
import dev.tidemark.engine.operator.CheckpointedOperator;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.topology.Role;
import java.util.SortedMap;
import java.util.TreeMap;

/** The types of what an operator subtask stores. */
final class StoredTypes {
    private StoredTypes() {}

    static StateTypes of(OperatorSubtask subtask) {
        KeyedStore<Object> store = subtask.store();
        SortedMap<String, String> namespaces = new TreeMap<>();
        if (store == null || !(subtask.node().role() instanceof Role.OperatorRole role)) {
            return new StateTypes(subtask.name(), own(subtask), "", "", namespaces);
        }
        store.tables()
                .forEach(table -> namespaces.put(
                        table.schema().name(), table.schema().namespace().typeName()));
        return new StateTypes(
                subtask.name(),
                own(subtask),
                store.keyCodec().typeName(),
                role.spec().timerNamespaces().typeName(),
                namespaces);
    }

    private static OwnKind own(OperatorSubtask subtask) {
        Operator operator = subtask.operator();
        if (subtask.node().role() instanceof Role.SourceRole) {
            return OwnKind.POSITIONS;
        }
        if (subtask.node().role() instanceof Role.SinkRole) {
            return OwnKind.COLLECTED;
        }
        if (operator instanceof BroadcastOperator) {
            return OwnKind.BROADCAST;
        }
        return operator instanceof CheckpointedOperator ? OwnKind.ENTRIES : OwnKind.SNAPSHOT;
    }
}
