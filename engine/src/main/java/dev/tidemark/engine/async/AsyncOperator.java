package dev.tidemark.engine.async;

import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.Latency;
import dev.tidemark.engine.operator.CheckpointedOperator;
import dev.tidemark.engine.operator.HoldingOperator;
import dev.tidemark.engine.operator.OperatorContext;
import dev.tidemark.engine.operator.Redistribution;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.view.CallRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls an {@link AsyncFunction} for each element and emits the results when their answers have come.
 *
 * <p>Laws: results keep their element's timestamp; no result overtakes a watermark, and no watermark a result; there are
 * never more elements and watermarks in flight than the capacity, and what comes then waits at hand and blocks the
 * input. Elements in flight are in checkpoints and asked about again after a restore. Source: Flink's {@code
 * AsyncWaitOperator}.
 */
public final class AsyncOperator implements HoldingOperator, CheckpointedOperator {
    private final AsyncSpec spec;
    private final AsyncFunction<Object, Object> function;
    private final Latency<Object> latency;
    private final Retries retries;
    private final Codec<List<Object>> results;
    private final AsyncQueue queue;
    /** What has come and finds no room. */
    private final ArrayDeque<InFlight> hand = new ArrayDeque<>();

    private @Nullable OperatorContext context;
    private long calls;
    private long completions;
    private boolean ending;

    AsyncOperator(AsyncSpec spec) {
        this.spec = spec;
        this.function = spec.function().instance();
        this.latency = spec.latency().instance();
        this.retries = new Retries(spec.retry() == null ? null : spec.retry().instance());
        this.results = Codecs.list(spec.output());
        this.queue = new AsyncQueue(spec.ordered(), spec.capacity());
    }

    @Override
    public void open(OperatorContext given) throws Exception {
        context = given;
        function.open();
    }

    private OperatorContext context() {
        return Objects.requireNonNull(context);
    }

    // ---- in

    @Override
    public void element(Object value, long timestamp) throws Exception {
        hand.add(InFlight.element(value, timestamp));
        takeIn();
    }

    @Override
    public boolean passes(long watermark) throws Exception {
        if (queue.isEmpty() && hand.isEmpty()) {
            return true;
        }
        hand.addFirst(InFlight.watermark(watermark)); // what comes while something waits is of a probe, and goes first
        takeIn();
        return false;
    }

    /** As much as there is room for. */
    private void takeIn() throws Exception {
        while (!hand.isEmpty() && queue.hasRoom()) {
            takeInOne();
        }
    }

    private InFlight takeInOne() throws Exception {
        InFlight entry = hand.remove();
        queue.add(entry);
        if (!entry.isWatermark()) {
            entry.since = context().processingTime();
            if (spec.timeoutMillis() > 0) {
                entry.timeoutAt = Times.saturatedAdd(entry.since, spec.timeoutMillis() + 1);
            }
            call(entry);
        }
        return entry;
    }

    private void call(InFlight entry) throws Exception {
        entry.attempt++;
        long call = calls++;
        entry.answer = ask(call, entry, true);
        long took = latencyMillis(entry.value(), context().draw(call));
        entry.answerAt = Times.saturatedAdd(context().processingTime(), took);
        context().called(entry.value(), entry.attempt, entry.answerAt);
    }

    private long latencyMillis(Object value, long draw) {
        long millis;
        try {
            millis = latency.of(value, draw).toMillis();
        } catch (ArithmeticException e) {
            return InFlight.NEVER; // longer than any run
        }
        if (millis < 0) {
            throw new IllegalStateException("the latency of the call for " + value + " is " + millis
                    + " ms; an answer can't come before it was asked for");
        }
        return millis;
    }

    /** The answer to a call, or to a time-out. */
    private Answer ask(long call, InFlight entry, boolean invoke) throws Exception {
        byte[] bytes = context().outside(call, () -> {
            ByteSink out = new ByteSink();
            (invoke ? invoke(entry.value()) : timeout(entry.value())).write(results, out);
            return out.toBytes();
        });
        return Answer.read(results, new ByteSource(bytes));
    }

    private Answer invoke(Object value) throws Exception {
        Reply reply = new Reply();
        function.asyncInvoke(value, reply);
        boolean came;
        try {
            came = reply.await(spec.patienceMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
        if (!came) {
            throw new IllegalStateException("asyncInvoke has not completed its result future within "
                    + spec.patienceMillis()
                    + " ms of real time; complete it, raise patience(…), or, to see a time-out, "
                    + "give the operator a latency(…) beyond its time-out");
        }
        return retries.judge(reply);
    }

    private Answer timeout(Object value) throws Exception {
        Reply reply = new Reply();
        function.timeout(value, reply);
        return reply.complete() ? retries.judge(reply) : Answer.NONE;
    }

    // ---- what happens by itself

    @Override
    public long nextWakeUp() {
        if (queue.next() != null || (!hand.isEmpty() && queue.hasRoom())) {
            return context().processingTime();
        }
        InFlight first = queue.firstDue();
        return first == null ? InFlight.NEVER : first.due();
    }

    @Override
    public WakeUp wakeUp() throws Exception {
        InFlight next = queue.next();
        if (next != null) {
            release(next);
            return new WakeUp("lets go of", about(next));
        }
        if (!hand.isEmpty() && queue.hasRoom()) {
            return new WakeUp("takes in", about(takeInOne()));
        }
        InFlight due = Objects.requireNonNull(queue.firstDue());
        long at = due.due();
        if (at == due.timeoutAt) {
            timedOut(due);
            return new WakeUp("has waited too long for", due.value());
        }
        if (at == due.answerAt) {
            due.answerAt = InFlight.NEVER;
            arrived(due, Objects.requireNonNull(due.answer));
            return new WakeUp("has the answer for", due.value());
        }
        due.retryAt = InFlight.NEVER;
        due.deaf = false;
        call(due);
        return new WakeUp("asks again for", due.value());
    }

    private static Object about(InFlight entry) {
        return entry.isWatermark() ? "watermark " + Times.text(entry.timestamp()) : entry.value();
    }

    private void timedOut(InFlight entry) throws Exception {
        entry.timeoutAt = InFlight.NEVER;
        entry.retryAt = InFlight.NEVER;
        entry.deaf = false;
        Answer instead = ask(calls++, entry, false);
        if (!instead.equals(Answer.NONE)) {
            arrived(entry, instead);
        }
    }

    private void arrived(InFlight entry, Answer answer) throws Exception {
        long now = context().processingTime();
        if (retries.on() && !ending) {
            if (entry.deaf) {
                return;
            }
            entry.deaf = true;
            boolean inTime = now - entry.since <= spec.timeoutMillis();
            if (inTime && answer.rejected() && retries.allowed(entry.attempt)) {
                entry.retryAt = Times.saturatedAdd(now, retries.delayMillis(entry.attempt) + 1);
                return;
            }
        }
        if (answer.failed()) {
            throw new CallFailed(entry.value(), entry.attempt, answer.error());
        }
        entry.complete(answer, ++completions);
        InFlight next = queue.next();
        if (next != null) {
            release(next);
        }
    }

    /** Lets one go, which makes room for another. */
    private void release(InFlight entry) throws Exception {
        queue.remove(entry);
        if (entry.isWatermark()) {
            context().pass(entry.timestamp());
        } else {
            for (Object result : Objects.requireNonNull(entry.answer).results()) {
                context().emit(result, entry.timestamp());
            }
        }
        takeIn();
    }

    /** Those that wait to be asked about again are, for the last time; all the others have had theirs. */
    @Override
    public void endOfInput() throws Exception {
        ending = true;
        for (InFlight entry : queue.entries()) {
            if (entry.retryAt != InFlight.NEVER) {
                entry.retryAt = InFlight.NEVER;
                call(entry);
            }
        }
    }

    @Override
    public boolean holdsNothing() {
        return queue.isEmpty() && hand.isEmpty();
    }

    @Override
    public boolean full() {
        return !hand.isEmpty();
    }

    // ---- looking

    /** What is in flight and what waits for room, in the order in which it came; looking changes nothing. */
    public List<CallRow> rows(String operator, int subtask) {
        List<CallRow> rows = new ArrayList<>();
        queue.entries().forEach(entry -> rows.add(row(operator, subtask, entry, false)));
        hand.forEach(entry -> rows.add(row(operator, subtask, entry, true)));
        return rows;
    }

    private static CallRow row(String operator, int subtask, InFlight entry, boolean atHand) {
        return new CallRow(
                operator,
                subtask,
                about(entry),
                entry.attempt,
                atHand,
                entry.completed > 0,
                entry.answerAt,
                entry.retryAt,
                entry.timeoutAt);
    }

    // ---- checkpoint and snapshot

    @Override
    public Redistribution redistribution() {
        return Redistribution.SPLIT;
    }

    @Override
    public List<byte[]> checkpointed() {
        List<InFlight> all = new ArrayList<>(queue.entries());
        all.addAll(hand);
        List<byte[]> entries = new ArrayList<>();
        for (InFlight each : all) {
            ByteSink out = new ByteSink();
            each.write(spec.input(), out);
            entries.add(out.toBytes());
        }
        return entries;
    }

    @Override
    public void resume(List<byte[]> entries) {
        entries.forEach(each -> hand.add(InFlight.read(spec.input(), new ByteSource(each))));
    }

    @Override
    public void snapshot(ByteSink out) {
        out.writeLong(calls);
        out.writeLong(completions);
        out.writeBoolean(ending);
        retries.snapshot(out);
        out.writeLength(queue.entries().size());
        queue.entries().forEach(each -> each.snapshot(spec.input(), results, out));
        out.writeLength(hand.size());
        hand.forEach(each -> each.snapshot(spec.input(), results, out));
    }

    @Override
    public void restore(ByteSource in) {
        calls = in.readLong();
        completions = in.readLong();
        ending = in.readBoolean();
        retries.restore(in);
        queue.clear();
        for (int left = in.readLength(); left > 0; left--) {
            queue.add(InFlight.restore(spec.input(), results, in));
        }
        hand.clear();
        for (int left = in.readLength(); left > 0; left--) {
            hand.add(InFlight.restore(spec.input(), results, in));
        }
    }
}
