package dev.tidemark.engine.runtime;

import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.operator.OperatorContext;
import dev.tidemark.engine.runtime.OutsideSink.Known;
import dev.tidemark.engine.sink.CommittingSinkWriter;
import dev.tidemark.engine.sink.SinkWriter;
import dev.tidemark.engine.sink.StatefulSinkWriter;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.transcript.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The end of a stream that goes outside: in two phases, around a checkpoint.
 *
 * <p>Everything outside is an act with a number, done once: a replay finds its answer in the recording, and a run that does not act
 * outside has the empty one. So what is here is a function of the run like any other state. Source: Flink's {@code
 * SinkWriterOperator} and {@code CommitterOperator}.
 */
final class SinkOperator implements Operator {
    /** No end has come. */
    private static final long OPEN = Long.MAX_VALUE;

    private final CollectOperator collects;
    private final Outputs outputs;
    private final OutsideSink outside;
    private final SinkForms forms;
    private final Recorder recorder;
    private @Nullable OperatorContext context;
    private @Nullable SinkPlace place;
    private SortedMap<Long, List<byte[]>> pending = new TreeMap<>();
    private List<byte[]> states = List.of();
    private @Nullable List<byte[]> stored;
    private long acts;
    private long barrier;
    private long told;
    private long restoredFrom;
    private long endsWith = OPEN;
    private int start;
    private boolean stopped;

    /** @param start the number of the start of some subtasks alone that this one was made for */
    SinkOperator(
            CollectOperator collects,
            Outputs outputs,
            OutsideSink outside,
            SinkForms forms,
            Recorder recorder,
            int start) {
        this.start = start;
        this.collects = collects;
        this.outputs = outputs;
        this.outside = outside;
        this.forms = forms;
        this.recorder = recorder;
    }

    @Override
    public void open(OperatorContext given) throws Exception {
        context = given;
        place = new SinkPlace(given, forms.input(), () -> restoredFrom);
        collects.open(given);
    }

    private OperatorContext context() {
        return Objects.requireNonNull(context);
    }

    // ---- acts

    private SinkEnd end(Known known) throws Exception {
        return outside.end(outputs.attempt(), start, Objects.requireNonNull(place), known);
    }

    /** What an act outside answers; nothing in a run that does not act outside. */
    private byte[] ask(Known known, Asking asking) throws Exception {
        long act = acts++;
        Callable<byte[]> asked = () -> {
            SinkEnd end = end(known);
            return end.answer(act, () -> asking.of(end));
        };
        return context().outside(act, () -> outputs.muted() ? forms.nothing() : asked.call());
    }

    private interface Asking {
        byte[] of(SinkEnd end) throws Exception;
    }

    @Override
    public void element(Object value, long timestamp) throws Exception {
        recover();
        collects.element(value, timestamp);
        long act = acts++;
        if (!outputs.muted()) {
            SinkPlace at = Objects.requireNonNull(place);
            at.timestamp(timestamp);
            end(Known.NOTHING).write(act, value, at);
        }
    }

    /** The first phase, in front of a barrier. */
    void prepare(long checkpoint) throws Exception {
        recover();
        barrier = checkpoint;
        if (endsWith == OPEN) {
            prepare(checkpoint, false);
        }
    }

    /** Nothing more will come: the rest is committed with the next checkpoint, or at once where none will come. */
    void endOfInput() throws Exception {
        if (endsWith == OPEN) {
            recover();
            endsWith = barrier + 1;
            prepare(endsWith, true);
        }
    }

    private void prepare(long checkpoint, boolean last) throws Exception {
        byte[] answer = ask(Known.NOTHING, end -> prepared(end, checkpoint, last));
        ByteSource in = new ByteSource(answer);
        List<byte[]> committables = SinkShare.readAll(in);
        states = SinkShare.readAll(in);
        if (!committables.isEmpty()) {
            pending.put(checkpoint, committables);
            tell(checkpoint, committables.size(), false);
        }
    }

    @SuppressWarnings("unchecked")
    private byte[] prepared(SinkEnd end, long checkpoint, boolean last) throws Exception {
        SinkWriter<Object> writer = end.writer();
        writer.flush(last);
        List<Object> committables = writer instanceof CommittingSinkWriter
                ? ((CommittingSinkWriter<Object, Object>) writer).prepareCommit()
                : List.of();
        List<Object> remembered = writer instanceof StatefulSinkWriter
                ? ((StatefulSinkWriter<Object, Object>) writer).snapshotState(checkpoint)
                : List.of();
        if (last && !commits()) {
            end.close();
        }
        return forms.answer(committables, remembered);
    }

    /** The second phase: everything up to this checkpoint is committed. */
    void complete(long checkpoint) throws Exception {
        recover();
        SortedMap<Long, List<byte[]>> due = new TreeMap<>(pending);
        due.keySet().removeIf(id -> id > checkpoint);
        boolean over = checkpoint >= endsWith;
        if (!due.isEmpty() || over) {
            commit(Known.NOTHING, due, over);
        }
        told = checkpoint;
    }

    /** Those of the earliest checkpoint first. */
    private void commit(Known known, SortedMap<Long, List<byte[]>> due, boolean over) throws Exception {
        byte[] answer = ask(known, end -> {
            List<String> givenUp = new ArrayList<>();
            for (List<byte[]> each : due.values()) {
                givenUp.addAll(Commit.all(forms.committables(each), Objects.requireNonNull(end.committer())));
            }
            if (over) {
                end.close();
            }
            return forms.reasons(givenUp);
        });
        due.forEach((id, committables) -> {
            pending.remove(id);
            tell(id, committables.size(), true);
        });
        if (recorder.detailed()) {
            forms.reasons(answer)
                    .forEach(why -> recorder.add(
                            new Effect.CommitGivenUp(context().name(), context().subtask(), why)));
        }
    }

    private void tell(long checkpoint, int committables, boolean done) {
        if (recorder.detailed()) {
            recorder.add(new Effect.Committing(context().name(), context().subtask(), checkpoint, committables, done));
        }
    }

    // ---- what is to be told

    private boolean commits() {
        return forms.committables() != null;
    }

    /** Its task has failed: it is told nothing more. */
    void stop() {
        stopped = true;
    }

    /** Whether it has something to do now that this checkpoint is complete: to commit, or to take up again what was stored. */
    boolean listens(long complete) {
        return !stopped && (stored != null || (commits() && told < complete));
    }

    /** Whether its end is in none of the checkpoints up to this one, which is complete. */
    boolean lacks(long complete) {
        return commits() && endsWith > complete;
    }

    // ---- checkpoint

    void checkpoint(ByteSink out) {
        collects.snapshot(out);
        new SinkShare(states, pending).write(out);
    }

    /** The job starts from this checkpoint, whether it holds anything for this sink or not. */
    void startFrom(long checkpoint) {
        restoredFrom = checkpoint;
        barrier = checkpoint;
        told = checkpoint;
    }

    /** Takes over its share of what all subtasks stored, as soon as it does something. */
    void resume(List<byte[]> allStored) {
        stored = allStored;
    }

    /** Goes on counting what it has collected from where it was at a checkpoint. */
    void collected(ByteSource stored) {
        collects.restore(stored);
    }

    /** Commits again what was pending, and gives the writer its memory. */
    private void recover() throws Exception {
        if (stored == null) {
            return;
        }
        SinkShare share = SinkShare.of(stored, context().subtask(), context().parallelism());
        SinkShare all = SinkShare.ofAll(stored);
        stored = null;
        states = share.states();
        commit(forms.known(share, all), share.pending(), false);
    }

    // ---- snapshot

    @Override
    public void snapshot(ByteSink out) {
        collects.snapshot(out);
        new SinkShare(states, pending).write(out);
        out.writeVarLong(barrier);
        out.writeBoolean(stored != null);
        SinkShare.writeAll(stored == null ? List.of() : stored, out);
        out.writeVarLong(acts);
        out.writeVarLong(told);
        out.writeVarLong(restoredFrom);
        out.writeVarLong(endsWith);
        out.writeVarInt(start);
    }

    @Override
    public void restore(ByteSource in) {
        collects.restore(in);
        states = SinkShare.readAll(in);
        pending = SinkShare.readPending(in);
        barrier = in.readVarLong();
        boolean recovers = in.readBoolean();
        List<byte[]> kept = new ArrayList<>(SinkShare.readAll(in));
        stored = recovers ? kept : null;
        acts = in.readVarLong();
        told = in.readVarLong();
        restoredFrom = in.readVarLong();
        endsWith = in.readVarLong();
        start = in.readVarInt();
    }
}
