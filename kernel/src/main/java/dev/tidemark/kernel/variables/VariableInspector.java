package dev.tidemark.kernel.variables;

import dev.tidemark.kernel.shell.Evaluator;
import dev.tidemark.kernel.shell.Variable;
import dev.tidemark.kernel.spi.Cell;
import dev.tidemark.kernel.spi.CellHook;
import dev.tidemark.kernel.spi.Comm;
import dev.tidemark.kernel.spi.CommMessage;
import dev.tidemark.kernel.spi.DisplayHandle;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Shows the notebook's variables: by {@code %vars}, by a table that follows the cells ({@code %vars live}), and to front ends
 * that open a comm named {@value #TARGET}.
 *
 * <p>Over the comm the kernel says {@code {"method": "variables", "variables": [{"name", "type", "value"}, …]}} when it is
 * opened and after each cell that changed one. A front end may say {@code {"method": "list"}} to hear it again, or {@code
 * {"method": "inspect", "name": N}}; the answer is {@code {"method": "inspected", "name": N, "data": MIME bundle}}. What is
 * not understood is answered by {@code {"method": "error", "message": …}}.
 */
public final class VariableInspector implements KernelExtension {
    /** The comm's target name. */
    public static final String TARGET = "tidemark.variables";

    private final Evaluator evaluator;
    private final List<Comm> watchers = new ArrayList<>();
    private @Nullable KernelContext kernel;
    private @Nullable DisplayHandle live;
    private List<VariableRow> told = List.of();

    /**
     * The inspector of one session.
     *
     * @param evaluator holds the variables
     */
    public VariableInspector(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    @Override
    public void install(KernelContext context) {
        kernel = context;
        context.commTarget(TARGET, (comm, opening) -> watch(comm));
        context.lineMagic(
                "vars",
                "[live] lists the variables; live keeps the list up to date after every cell",
                call -> switch (call.line()) {
                    case "" -> rows();
                    case "live" -> {
                        told = rows();
                        live = context.display(told);
                        yield null;
                    }
                    default ->
                        throw new IllegalArgumentException("%vars takes nothing or the word live, not " + call.line());
                });
        context.cellHook(new CellHook() {
            @Override
            public void cellEnded(Cell cell, boolean succeeded) {
                tellChanges();
            }
        });
    }

    /**
     * All variables; to be called where the user's objects may be touched.
     *
     * @return in the order of declaration
     */
    public List<VariableRow> rows() {
        return evaluator.variables().stream().map(VariableRow::of).toList();
    }

    /**
     * A variable's value as a front end shows it; to be called where the user's objects may be touched.
     *
     * @param name the variable
     * @return a MIME bundle
     * @throws NoSuchElementException if there is no such variable
     */
    public Map<String, Object> bundle(String name) {
        for (Variable variable : evaluator.variables()) {
            if (variable.name().equals(name) && kernel != null) {
                return kernel.render(variable.value());
            }
        }
        throw new NoSuchElementException("there is no variable '" + name + "'; %vars lists those that there are");
    }

    private void tellChanges() {
        if (live == null && watchers.isEmpty()) {
            return;
        }
        List<VariableRow> now = rows();
        if (!now.equals(told)) {
            told = now;
            watchers.forEach(this::tell);
            if (live != null) {
                live.update(now);
            }
        }
    }

    private void watch(Comm comm) {
        watchers.add(comm);
        comm.onClose(() -> watchers.remove(comm));
        comm.onMessage(message -> answer(comm, message));
        told = rows();
        tell(comm);
    }

    private void tell(Comm comm) {
        List<Map<String, String>> variables = told.stream()
                .map(row -> Map.of("name", row.name(), "type", row.type(), "value", row.value()))
                .toList();
        comm.send(Map.of("method", "variables", "variables", variables));
    }

    private void answer(Comm comm, CommMessage message) {
        String method = String.valueOf(message.data().get("method"));
        String name = String.valueOf(message.data().get("name"));
        switch (method) {
            case "list" -> {
                told = rows();
                tell(comm);
            }
            case "inspect" -> {
                try {
                    comm.send(Map.of("method", "inspected", "name", name, "data", bundle(name)));
                } catch (NoSuchElementException none) {
                    refuse(comm, String.valueOf(none.getMessage()));
                }
            }
            default -> refuse(comm, "the method is '" + method + "'; there are list and inspect");
        }
    }

    private static void refuse(Comm comm, String why) {
        comm.send(Map.of("method", "error", "message", why));
    }
}
