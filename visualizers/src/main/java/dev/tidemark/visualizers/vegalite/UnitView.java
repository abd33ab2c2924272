package dev.tidemark.visualizers.vegalite;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows drawn with one mark: the columns decide about its channels. Immutable.
 *
 * <p>A field whose column the rows do not have is an error that lists the columns there are.
 */
public final class UnitView extends View {
    private final Rows rows;
    private final Mark mark;
    private final Map<Channel, List<Field>> encoding;

    private UnitView(Rows rows, Mark mark, Map<Channel, List<Field>> encoding) {
        this.rows = rows;
        this.mark = mark;
        this.encoding = encoding;
    }

    /** Draws each of these rows with this mark; nothing is encoded yet. */
    public static UnitView of(Rows rows, Mark mark) {
        return new UnitView(rows, mark, new EnumMap<>(Channel.class));
    }

    /** Where the mark stands across, or where it begins. */
    public UnitView x(Field field) {
        return encode(Channel.X, field);
    }

    /** Where the mark ends across. */
    public UnitView x2(Field field) {
        return encode(Channel.X2, field);
    }

    /** Where the mark stands upwards, or where it begins. */
    public UnitView y(Field field) {
        return encode(Channel.Y, field);
    }

    /** Where the mark ends upwards. */
    public UnitView y2(Field field) {
        return encode(Channel.Y2, field);
    }

    /** The mark's colour. */
    public UnitView color(Field field) {
        return encode(Channel.COLOR, field);
    }

    /** The colour of the mark's inside. */
    public UnitView fill(Field field) {
        return encode(Channel.FILL, field);
    }

    /** The point's symbol. */
    public UnitView shape(Field field) {
        return encode(Channel.SHAPE, field);
    }

    /** What the words say. */
    public UnitView text(Field field) {
        return encode(Channel.TEXT, field);
    }

    /** What the mark says when it is pointed at: a line for each field. */
    public UnitView tooltip(Field... fields) {
        return encode(Channel.TOOLTIP, fields);
    }

    /** Lets these fields decide about the channel; only a tooltip, a detail and an order take more than one. */
    public UnitView encode(Channel channel, Field... fields) {
        boolean takesMany = channel == Channel.TOOLTIP || channel == Channel.DETAIL || channel == Channel.ORDER;
        if (fields.length == 0 || (fields.length > 1 && !takesMany)) {
            throw new IllegalArgumentException("channel " + channel.key() + " takes "
                    + (takesMany ? "at least one field" : "one field") + ", not " + fields.length);
        }
        for (Field field : fields) {
            String column = field.column();
            if (column != null && !rows.has(column)) {
                throw new IllegalArgumentException("no column '" + column + "' for " + channel.key()
                        + "; the data have: " + String.join(", ", rows.names()));
            }
        }
        Map<Channel, List<Field>> copy = new EnumMap<>(encoding);
        copy.put(channel, List.of(fields));
        return new UnitView(rows, mark, copy);
    }

    /** The data. */
    public Rows rows() {
        return rows;
    }

    /** True if each row is a mark of its own (or a point of a line); false if rows are counted or binned. */
    public boolean drawsEachRow() {
        return encoding.values().stream().flatMap(List::stream).noneMatch(Field::gathers);
    }

    UnitView withRows(Rows others) {
        return new UnitView(others, mark, encoding);
    }

    @Override
    List<UnitView> units() {
        return List.of(this);
    }

    @Override
    View replaceUnits(Function<UnitView, UnitView> change) {
        return change.apply(this);
    }

    @Override
    Map<String, @Nullable Object> tree(DataNames names) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("data", Map.of("name", names.nameOf(rows)));
        tree.put("mark", mark.tree());
        Map<String, Object> channels = new LinkedHashMap<>();
        encoding.forEach((channel, fields) -> {
            List<Object> written = new ArrayList<>();
            for (Field field : fields) {
                written.add(field.tree(channel));
            }
            channels.put(channel.key(), channel == Channel.TOOLTIP ? written : single(written));
        });
        tree.put("encoding", channels);
        return tree;
    }

    private static Object single(List<Object> written) {
        return written.size() == 1 ? written.get(0) : written;
    }
}
