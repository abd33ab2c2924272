package dev.tidemark.engine.connect.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.RecordShape;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one CSV file into records. */
final class CsvRows<T> {
    private static final String ADVICE = "fix the row, or collect bad rows with .badRows(list::add)";
    private static final String BROKEN = "fix the file; where the next row begins is not known";
    private static final Pattern PARSER_PLACE = Pattern.compile("(.*) \\(record starting at line (\\d+)\\)");

    private final TextFile file;
    private final Class<T> type;
    private final RecordShape shape;
    private final CsvOptions options;

    CsvRows(TextFile file, Class<T> type, CsvOptions options) {
        this.file = file;
        this.type = type;
        this.shape = RecordShape.of(type);
        this.options = options;
    }

    Rows<T> read() {
        return file.read(text -> {
            List<String> header = List.of();
            try (CloseableIterator<CsvRecord> records = parser(text, false).iterator()) {
                if (!records.hasNext()) {
                    throw new RecordFileException(file.path() + " is empty; its first row must name the columns, here "
                            + shape.components().stream()
                                    .map(RecordShape.Component::name)
                                    .collect(Collectors.joining(",")));
                }
                header = names(records.next());
                return rows(records, header);
            } catch (CsvParseException e) {
                throw broken(e, header);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private Rows<T> rows(CloseableIterator<CsvRecord> records, List<String> header) {
        List<CsvColumn> columns = columns(header);
        List<T> rows = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        while (records.hasNext()) {
            CsvRecord cells = records.next();
            try {
                rows.add(row(cells, columns, header.size()));
            } catch (BadValue e) {
                int column = e.field().isEmpty() ? 0 : header.indexOf(e.field()) + 1;
                BadRow row =
                        new BadRow(file.name(), cells.getStartingLineNumber(), column, e.field(), e.text(), e.reason());
                if (options.badRows() == BadRows.REFUSE) {
                    throw new BadRowException(row, ADVICE);
                }
                bad.add(row);
            }
        }
        return new Rows<>(rows, bad);
    }

    private T row(CsvRecord cells, List<CsvColumn> columns, int width) throws BadValue {
        String whole = String.join(String.valueOf(options.separator()), cells.getFields());
        if (cells.getFieldCount() != width) {
            throw new BadValue("", whole, "the row has " + cells.getFieldCount() + " cells, the header " + width);
        }
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            CsvColumn column = columns.get(i);
            values[i] = column.read(column.index() < 0 ? "" : cells.getField(column.index()));
        }
        try {
            return type.cast(shape.make(values));
        } catch (CodecException e) {
            throw new BadValue(
                    "", whole, "the constructor of " + type.getSimpleName() + " refuses the row: " + e.getMessage());
        }
    }

    private List<CsvColumn> columns(List<String> header) {
        List<CsvColumn> columns = new ArrayList<>();
        for (RecordShape.Component component : shape.components()) {
            Optional<String> name = Names.find(component.name(), header);
            if (name.isEmpty() && !component.optional()) {
                throw new RecordFileException(file.path() + " has no column for " + type.getSimpleName() + "."
                        + component.name() + "; its header is " + header
                        + "; rename one of the two, or make the component Optional or @Nullable");
            }
            String found = name.orElse(component.name());
            int index = header.indexOf(found);
            if (index != header.lastIndexOf(found)) {
                throw new RecordFileException(file.path() + " has two columns named " + found + "; rename one of them");
            }
            columns.add(CsvColumn.of(type, component, found, index));
        }
        return columns;
    }

    private static List<String> names(CsvRecord header) {
        return header.getFields().stream().map(String::strip).toList();
    }

    private CsvReader<CsvRecord> parser(Reader text, boolean takeUnclosedQuote) {
        return CsvReader.builder()
                .fieldSeparator(options.separator())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(takeUnclosedQuote)
                .ofCsvRecord(text);
    }

    /** Says where the quotes are broken. The parser names the row; the cell of an unclosed quote is the last one there is. */
    private BadRowException broken(CsvParseException e, List<String> header) {
        String message = String.valueOf(e.getMessage());
        Matcher place = PARSER_PLACE.matcher(message);
        long line = place.matches() ? Long.parseLong(place.group(2)) : 0;
        if (!message.startsWith("Unclosed")) {
            String reason = place.matches() ? place.group(1) : message;
            return new BadRowException(new BadRow(file.name(), line, 0, "", "", lowerFirst(reason)), BROKEN);
        }
        List<String> cells = lastRow();
        int column = cells.size();
        String name = column > 0 && column <= header.size() ? header.get(column - 1) : "";
        String text = column > 0 ? cells.get(column - 1) : "";
        return new BadRowException(
                new BadRow(file.name(), line, column, name, text, "the file ends inside a quoted cell"),
                "close the quote that is open since this cell, or fetch the file again if it is cut off");
    }

    private List<String> lastRow() {
        return file.read(text -> {
            List<String> last = List.of();
            try (CloseableIterator<CsvRecord> records = parser(text, true).iterator()) {
                while (records.hasNext()) {
                    last = records.next().getFields();
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return last;
        });
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
