package dev.tidemark.engine.connect.jdbc;

import dev.tidemark.engine.sink.CommittingSinkWriter;
import dev.tidemark.engine.sink.SinkContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the last result of each key until the next checkpoint; nothing is outside before its commit. */
final class UpsertWriter<T> implements CommittingSinkWriter<T, Upserts> {
    private final UpsertTable<?> table;
    private final SinkContext<T> context;
    private final long startedFrom;
    private final Map<List<Object>, byte[]> rows = new LinkedHashMap<>();
    private long batch;

    UpsertWriter(UpsertTable<?> table, SinkContext<T> context) {
        this.table = table;
        this.context = context;
        this.startedFrom = context.restoredCheckpoint();
    }

    @Override
    public void write(T value, Context at) {
        List<Object> key = table.key(value);
        rows.remove(key); // so that rows stay in the order of their last change
        rows.put(key, context.inputCodec().bytes(value));
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public List<Upserts> prepareCommit() {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<byte[]> all = List.copyOf(rows.values());
        rows.clear();
        return List.of(new Upserts(new TransactionId(context.subtask(), startedFrom, batch++, digest(all)), all));
    }

    private static String digest(List<byte[]> rows) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            rows.forEach(sha::update);
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
