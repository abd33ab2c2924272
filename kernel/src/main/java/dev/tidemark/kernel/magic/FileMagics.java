package dev.tidemark.kernel.magic;

import dev.tidemark.kernel.spi.Cell;
import dev.tidemark.kernel.spi.CellHook;
import dev.tidemark.kernel.spi.EvaluationException;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import dev.tidemark.kernel.spi.MagicCall;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Magics that read and write files; relative paths are resolved from the notebook's folder. */
final class FileMagics implements KernelExtension {
    private final Magics magics;
    private final NavigableMap<Integer, String> cells = new TreeMap<>();

    FileMagics(Magics magics) {
        this.magics = magics;
    }

    @Override
    public void install(KernelContext kernel) {
        kernel.lineMagic(
                "load",
                "FILE runs the code of a .java file, a .jsh script or an .ipynb notebook",
                call -> load(kernel, call));
        kernel.lineMagic(
                "save",
                "FILE [NUMBER|FROM-TO …] [-f] [-a] writes cells, or all, as a script; -f replaces a file, -a appends",
                this::save);
        kernel.cellMagic("writefile", "[-a] FILE writes the cell into a file; -a appends", FileMagics::write);
        kernel.cellHook(new CellHook() {
            @Override
            public void cellEnded(Cell cell, boolean succeeded) {
                if (succeeded && cell.number() > 0) {
                    cells.put(cell.number(), cell.code());
                }
            }
        });
    }

    private @Nullable Object load(KernelContext kernel, MagicCall call) throws Exception {
        List<String> words = call.arguments();
        if (words.size() != 1) {
            throw new IllegalArgumentException(
                    "%load needs one file, and has " + words.size() + "; put a name with spaces in quotes");
        }
        SourceFile source = SourceFile.read(Path.of(words.get(0)));
        source.skipped().forEach(line -> System.err.println("note: left out, for it is a command of jshell: " + line));
        Object value = null;
        int number = 0;
        for (String cell : source.cells()) {
            number++;
            try {
                value = run(kernel, cell);
            } catch (EvaluationException e) {
                String place = source.cells().size() > 1 ? words.get(0) + ", code cell " + number : words.get(0);
                throw new EvaluationException(e.getMessage() + "\nin " + place, e.getCause());
            }
        }
        return value;
    }

    private @Nullable Object run(KernelContext kernel, String code) throws Exception {
        Object value = null;
        for (CellPart part : CellPart.of(code)) {
            MagicCall magic = part.magic();
            value = magic == null
                    ? kernel.evaluate(part.java())
                    : magics.find(magic.name(), part.wholeCell()).run(magic);
        }
        return value;
    }

    private Lines save(MagicCall call) throws IOException {
        List<String> words = new ArrayList<>(call.arguments());
        boolean replace = words.remove("-f");
        boolean append = words.remove("-a");
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "a file is needed, and then the numbers of cells, such as: work.jsh 1-3 7");
        }
        String name = words.remove(0);
        if (name.endsWith(".ipynb")) {
            throw new IllegalArgumentException(
                    "%save writes a script, not a notebook; choose a name such as " + name.replaceAll("ipynb$", "jsh"));
        }
        Path file = Path.of(name.matches(".*\\.\\w+") ? name : name + ".jsh");
        if (Files.exists(file) && !replace && !append) {
            throw new FileAlreadyExistsException(file.toString(), null, "it exists; -f replaces it, -a appends to it");
        }
        NavigableMap<Integer, String> chosen = words.isEmpty() ? cells : chosen(words);
        put(file, String.join("\n\n", chosen.values()).stripTrailing() + "\n", append);
        return Lines.of("saved " + chosen.size() + " cells in " + file);
    }

    private NavigableMap<Integer, String> chosen(List<String> words) {
        NavigableMap<Integer, String> chosen = new TreeMap<>();
        for (String word : words) {
            if (!word.matches("\\d{1,9}(-\\d{1,9})?")) {
                throw new IllegalArgumentException("%save: '" + word + "' is neither a cell's number nor FROM-TO");
            }
            String[] ends = word.split("-", -1);
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            if (from > to || cells.subMap(from, true, to, true).isEmpty()) {
                throw new IllegalArgumentException(
                        "%save: no cell " + word + " has succeeded; there are " + cells.keySet());
            }
            chosen.putAll(cells.subMap(from, true, to, true));
        }
        return chosen;
    }

    private static Lines write(MagicCall call) throws IOException {
        List<String> words = new ArrayList<>(call.arguments());
        boolean append = words.remove("-a");
        if (words.size() != 1) {
            throw new IllegalArgumentException(
                    "%%writefile needs one file, and has " + words.size() + "; put a name with spaces in quotes");
        }
        Path file = Path.of(words.get(0));
        String does = !Files.exists(file) ? "Writing " : append ? "Appending to " : "Overwriting ";
        put(file, call.body(), append);
        return Lines.of(does + file);
    }

    private static void put(Path file, String text, boolean append) throws IOException {
        if (append) {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } else {
            Files.writeString(file, text);
        }
    }
}
