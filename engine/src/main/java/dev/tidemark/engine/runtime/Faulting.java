package dev.tidemark.engine.runtime;

import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.fault.Machine;
import dev.tidemark.engine.fault.Slot;
import dev.tidemark.engine.transcript.Happening;
import java.util.ArrayList;
import java.util.List;

/** Makes a subtask, a machine or the coordinator fail. */
final class Faulting {
    private final Deployment deployment;
    private final Failover failover;

    Faulting(Deployment deployment, Failover failover) {
        this.deployment = deployment;
        this.failover = failover;
    }

    /** Refuses what is not there, and what does not run. */
    void require(Command command) {
        if (command instanceof Command.FailMachine fail) {
            if (running(fail.machine()).isEmpty()) {
                throw new IllegalStateException("nothing runs on machine '" + fail.machine()
                        + "': its subtasks have finished, or wait for their restart");
            }
        } else if (command instanceof Command.Fail fail && failover.restarts()) {
            Task task = deployment.taskOf(fail.operator(), fail.subtask());
            if (!deployment.runs(task) || task.finished()) {
                throw new IllegalStateException("operator '" + fail.operator() + "', subtask " + fail.subtask()
                        + ", can't fail: it " + (task.finished() ? "has finished" : "waits for its restart"));
            }
        } else if (command instanceof Command.FailCoordinator && deployment.finished()) {
            throw new IllegalStateException("the run is over: there is no coordinator any more that could fail");
        }
    }

    Happening happening(Command command) {
        if (command instanceof Command.Fail fail) {
            return new Happening.Failed(fail.operator(), fail.subtask(), "made to fail");
        }
        if (command instanceof Command.FailMachine fail) {
            return new Happening.MachineFailed(
                    fail.machine(),
                    running(fail.machine()).stream().map(Slot::toString).toList());
        }
        return new Happening.CoordinatorFailed();
    }

    /** Does it; whether the job goes on. */
    boolean survives(Command command) {
        if (command instanceof Command.Fail fail) {
            return failover.failed(deployment.taskOf(fail.operator(), fail.subtask()));
        }
        if (command instanceof Command.FailMachine fail) {
            return machineFails(fail.machine());
        }
        failover.coordinatorFailed();
        return true;
    }

    /** Subtasks fail one after another; those whose region has been stopped by then have stopped before they could. */
    private boolean machineFails(String machine) {
        for (Slot slot : running(machine)) {
            Task task = deployment.taskOf(slot.operator(), slot.subtask());
            if (deployment.runs(task) && !failover.failed(task)) {
                return false;
            }
        }
        return true;
    }

    /** Why the job has failed, when it does not go on. */
    String failure(Command command) {
        return command instanceof Command.Fail fail
                ? "operator '" + fail.operator() + "', subtask " + fail.subtask() + ", was made to fail"
                : "machine '" + ((Command.FailMachine) command).machine() + "' was made to fail";
    }

    /** What runs on a machine. */
    private List<Slot> running(String machine) {
        return slots(machine).stream()
                .filter(slot -> {
                    Task task = deployment.taskOf(slot.operator(), slot.subtask());
                    return deployment.runs(task) && !task.finished();
                })
                .toList();
    }

    private List<Slot> slots(String name) {
        List<Machine> named = deployment.options().faults().machines();
        if (named.isEmpty()) {
            return numbered(name);
        }
        Machine machine = named.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no machine '" + name + "'; there are "
                        + named.stream().map(Machine::name).toList()));
        machine.slots().forEach(slot -> {
            CommandCheck.requireSubtask(deployment.topology(), deployment.options(), slot.operator(), slot.subtask());
        });
        return machine.slots();
    }

    /** The subtasks of this number. */
    private List<Slot> numbered(String name) {
        List<Slot> slots = new ArrayList<>();
        int machines = 0;
        for (Task task : deployment.tasks()) {
            for (OperatorSubtask each : task.chain()) {
                machines = Math.max(machines, each.subtask() + 1);
                if (String.valueOf(each.subtask()).equals(name)) {
                    slots.add(new Slot(each.name(), each.subtask()));
                }
            }
        }
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("there is no machine '" + name + "'; machines are numbered from 0 to "
                    + (machines - 1) + ", unless FaultOptions.machines(…) names others");
        }
        return slots;
    }
}
