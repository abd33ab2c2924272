package dev.tidemark.flink.search.fault;

import static dev.tidemark.flink.search.fault.Fault.edge;
import static dev.tidemark.flink.search.fault.Fault.instead;
import static dev.tidemark.flink.search.fault.Fault.leftOut;
import static dev.tidemark.flink.search.fault.Fault.negated;
import static dev.tidemark.flink.search.fault.Fault.sign;
import static dev.tidemark.flink.search.fault.Fault.swapped;

import java.util.List;
import java.util.stream.Stream;

/** The faults that are planted: in each operator one that someone might make. */
public final class Faults {
    private Faults() {}

    /** All of them. */
    public static List<Fault> all() {
        return Stream.of(
                        windows(),
                        triggers(),
                        times(),
                        functions(),
                        joinsAndPatterns(),
                        broadcasts(),
                        calls(),
                        assignedWatermarks())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> windows() {
        return List.of(
                sign("tumbling windows end before they begin", "window.TumblingWindows", "assign", 0),
                edge("a sliding window more", "window.SlidingWindows", "assign", 0),
                edge("sessions that touch stay apart", "window.TimeWindow", "meets", 0),
                negated("a dynamic gap behind the wrong clock", "window.DynamicSessionWindows", "assign", 1),
                edge("a window takes an element at its cleaning time", "window.Lateness", "windowLate", 0),
                leftOut("windows are cleaned without lateness", "window.Lateness", "cleanupTime", "saturatedAdd"),
                leftOut("late elements put aside get lost", "window.WindowOperator", "element", "emitSide"),
                leftOut("triggers are not told of a merge", "window.WindowOperator", "merge", "onMerge"),
                instead(
                        "an evictor's sides change places",
                        "window.EvictedContents",
                        "fire",
                        "evictBefore",
                        "evictAfter"),
                edge("a time evictor keeps the edge", "evictor.TimeEvictor", "lambda$evict", 0));
    }

    private static List<Fault> triggers() {
        return List.of(
                edge(
                        "an event-time trigger waits when its window has just ended",
                        "trigger.EventTimeTrigger",
                        "onElement",
                        0),
                leftOut("a count trigger does not start anew", "trigger.CountTrigger", "onElement", "clear"),
                leftOut("a purging trigger only fires", "trigger.PurgingTrigger", "purge", "fires"),
                sign("a continuous trigger's first firing", "trigger.NextFiring", "begin", 0),
                edge("a delta trigger fires at its threshold", "trigger.DeltaTrigger", "onElement", 0),
                leftOut("a time-out is not set anew", "trigger.ProcessingTimeoutTrigger", "onElement", "forget"));
    }

    private static List<Fault> times() {
        return List.of(
                leftOut("a timer set twice fires twice", "time.TimerQueue", "add", "find"),
                leftOut("no progress when a channel goes idle", "time.WatermarkMerger", "status", "emitMinimum"),
                instead("channels merge to the highest watermark", "time.WatermarkMerger", "emitMinimum", "min", "max"),
                instead("two inputs combine to the highest", "time.InputWatermarks", "combine", "min", "max"),
                sign("watermarks run two milliseconds ahead", "time.PartitionWatermark", "fromMaximum", 1),
                edge("idleness comes a probe later", "time.PartitionWatermark", "probe", 1));
    }

    private static List<Fault> functions() {
        return List.of(
                swapped("a rolling reduction takes new before old", "operator.Handles$Reducing", "add", "reduce"),
                leftOut("side outputs of a process function get lost", "operator.ElementScope", "output", "emitSide"),
                leftOut("side outputs of a keyed one get lost", "operator.KeyedScope", "output", "emitSide"),
                instead(
                        "both inputs go to the first method",
                        "operator.KeyedCoProcessOperator",
                        "element2",
                        "processElement2",
                        "processElement1"),
                edge("state lives a millisecond longer", "state.StateTtl", "expired", 0));
    }

    private static List<Fault> joinsAndPatterns() {
        return List.of(
                instead("a join takes its sides for one", "join.WindowJoinOperator", "element2", "two", "one"),
                negated("an interval's lower bound", "join.Interval", "lowest", 0),
                edge("an element at the watermark is late for a join", "join.IntervalJoinOperator$Side", "takes", 0),
                edge("a match may take its limit", "cep.PatternMatcher", "over", 1),
                sign("a skip goes one event too far", "cep.AfterMatchSkipStrategy", "lastVoid", 0));
    }

    private static List<Fault> broadcasts() {
        return List.of(
                leftOut(
                        "a rule without keys has the time before",
                        "operator.BroadcastProcessOperator",
                        "element2",
                        "element"),
                leftOut("a rule that is taken back stays", "operator.BroadcastMap", "remove", "remove"),
                leftOut(
                        "a timer beside rules has the time before",
                        "operator.KeyedBroadcastProcessOperator",
                        "fire",
                        "timer"),
                negated(
                        "no key's state is visited",
                        "operator.KeyedBroadcastProcessOperator$Writing",
                        "applyToKeyedState",
                        0));
    }

    private static List<Fault> calls() {
        return List.of(
                negated("ordered calls overtake, others don't", "async.AsyncQueue", "next", 2),
                negated("a watermark overtakes calls", "async.AsyncOperator", "passes", 0),
                sign("calls time out too early", "async.AsyncOperator", "takeInOne", 0));
    }

    private static List<Fault> assignedWatermarks() {
        return List.of(
                negated("old watermarks pass where new ones are assigned", "runtime.AssignedWatermarks", "came", 0),
                leftOut(
                        "assigned times are the beginning of time",
                        "operator.AssignWatermarksOperator",
                        "element",
                        "timestampOf"),
                sign("assigned watermarks are probed too early", "runtime.AssignedWatermarks", "<init>", 0));
    }
}
