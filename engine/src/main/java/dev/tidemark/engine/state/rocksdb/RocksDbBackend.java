package dev.tidemark.engine.state.rocksdb;

import dev.tidemark.engine.state.Keyframe;
import dev.tidemark.engine.state.KeyframedBackend;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.StateTables;
import dev.tidemark.engine.state.codec.Codec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of one run: its entries in use, and a database that is opened when they get too many. */
final class RocksDbBackend implements KeyframedBackend {
    private final Path parent;
    private final NativeMemory memory;
    private final HotEntries hot;
    private final Map<Place, RocksDbTable<?, ?, ?>> tables = new LinkedHashMap<>();
    private final Map<Place, TableMark> waiting = new LinkedHashMap<>();
    private @Nullable Database database;
    private int lastTable;
    private boolean closed;

    /** What a table is known by. */
    private record Place(String owner, String name) {}

    RocksDbBackend(Path parent, long hotBytes, NativeMemory memory) {
        this.parent = parent;
        this.memory = memory;
        this.hot = new HotEntries(hotBytes, this::database);
    }

    /** Begins with what a keyframe holds. */
    void goOnWith(Path keyframe) {
        Database opened = Database.of(keyframe, TemporaryFolder.in(parent), memory);
        database = opened;
        for (TableMark mark : opened.marks()) {
            waiting.put(new Place(mark.owner(), mark.name()), mark);
            lastTable = Math.max(lastTable, mark.number());
        }
    }

    @Override
    public <K> StateTables<K> tables(String owner, Codec<K> keys) {
        return new StateTables<>() {
            @Override
            public <N, V> StateTable<K, N, V> table(StateSchema<N, V> schema) {
                requireOpen();
                Place place = new Place(owner, schema.name());
                RocksDbTable<K, N, V> table = make(place, keys, schema);
                tables.put(place, table);
                return table;
            }
        };
    }

    private <K, N, V> RocksDbTable<K, N, V> make(Place place, Codec<K> keys, StateSchema<N, V> schema) {
        TableMark mark = waiting.remove(place);
        if (mark == null) {
            mark = new TableMark(place.owner(), place.name(), schema.description(), ++lastTable, 0, 0);
        }
        if (!mark.description().equals(schema.description())) {
            throw new IllegalStateException("state '" + place.name() + "' of " + place.owner() + " is "
                    + mark.description() + " in the keyframe and was asked for as " + schema.description()
                    + "; give it another name, or go on from a snapshot");
        }
        return new RocksDbTable<>(this, mark, new RowForm<>(mark.number(), keys, schema.namespace(), schema.value()));
    }

    HotEntries hot() {
        return hot;
    }

    /** Where rows are that are not in use. */
    Database database() {
        requireOpen();
        Database open = database;
        if (open == null) {
            open = Database.in(TemporaryFolder.in(parent), memory);
            database = open;
        }
        return open;
    }

    /** Throws when the backend is closed: what is native must not be touched then. */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "the run is closed, and its state in RocksDB is gone with it; look at it before");
        }
    }

    @Override
    public Keyframe keyframe(Path folder) {
        List<TableMark> marks = new ArrayList<>(waiting.values());
        for (RocksDbTable<?, ?, ?> table : tables.values()) {
            table.writeAll();
            marks.add(table.mark());
        }
        return database().keyframe(marks, folder);
    }

    @Override
    public void close() {
        closed = true;
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
