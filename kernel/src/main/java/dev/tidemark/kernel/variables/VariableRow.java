package dev.tidemark.kernel.variables;

import dev.tidemark.kernel.render.Brief;
import dev.tidemark.kernel.shell.Variable;

/**
 * A variable in a list of variables.
 *
 * @param name as the user wrote it
 * @param type its declared or inferred type
 * @param value the beginning of its value's text
 */
public record VariableRow(String name, String type, String value) {
    static VariableRow of(Variable variable) {
        return new VariableRow(variable.name(), variable.type(), Brief.of(variable.value()));
    }
}
