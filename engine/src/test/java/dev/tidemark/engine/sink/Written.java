package dev.tidemark.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.connect.files.CsvOptions;
import dev.tidemark.engine.connect.files.RecordFiles;
import dev.tidemark.engine.sink.Sales.Sale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What parts of CSV hold, once a job is over. */
final class Written {
    private Written() {}

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The totals of each shop by their numbers: the order of files is open, the numbers of a shop's sales only rise. */
    static Map<String, List<Sale>> totals(Path folder) throws IOException {
        Map<String, List<Sale>> totals = new TreeMap<>();
        for (String name : names(folder)) {
            assertThat(name).as("nothing unfinished is left").startsWith("part-");
            List<Sale> rows = RecordFiles.csv(folder.resolve(name), Sale.class, CsvOptions.standard())
                    .rows();
            rows.forEach(row ->
                    totals.computeIfAbsent(row.shop(), any -> new ArrayList<>()).add(row));
        }
        totals.values().forEach(each -> each.sort(Comparator.comparingLong(Sale::number)));
        return totals;
    }
}
