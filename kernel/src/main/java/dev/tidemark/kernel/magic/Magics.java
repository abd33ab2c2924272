package dev.tidemark.kernel.magic;

import dev.tidemark.kernel.spi.Completion;
import dev.tidemark.kernel.spi.Magic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The magics of a session by name; a later one of the same name replaces an earlier one. */
public final class Magics {
    /**
     * A magic with what {@code %help} says of it.
     *
     * @param name the name without percent signs
     * @param usage its arguments and what it does
     * @param magic what it does
     */
    public record Entry(String name, String usage, Magic magic) {}

    private final Map<String, Entry> ofLines = new TreeMap<>();
    private final Map<String, Entry> ofCells = new TreeMap<>();

    /**
     * Adds a line magic.
     *
     * @param name the name without the percent sign
     * @param usage one line for {@code %help}
     * @param magic what it does
     */
    public synchronized void line(String name, String usage, Magic magic) {
        ofLines.put(name, new Entry(name, usage, magic));
    }

    /**
     * Adds a cell magic.
     *
     * @param name the name without the percent signs
     * @param usage one line for {@code %help}
     * @param magic what it does
     */
    public synchronized void cell(String name, String usage, Magic magic) {
        ofCells.put(name, new Entry(name, usage, magic));
    }

    /**
     * The magic that a part of a cell uses.
     *
     * @param name its name without percent signs
     * @param wholeCell whether it is written {@code %%name}
     * @return the magic
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    public synchronized Magic find(String name, boolean wholeCell) {
        Entry entry = (wholeCell ? ofCells : ofLines).get(name);
        if (entry == null) {
            String sign = wholeCell ? "%%" : "%";
            String known = (wholeCell ? ofCells : ofLines)
                    .keySet().stream().map(one -> sign + one).collect(Collectors.joining(", "));
            throw new IllegalArgumentException("there is no magic " + sign + name + "; there are " + known);
        }
        return entry.magic();
    }

    /**
     * All magics with their signs, in the order of their names.
     *
     * @return name with percent signs to usage
     */
    public synchronized Map<String, String> usages() {
        Map<String, String> usages = new TreeMap<>();
        add(usages, "%", ofLines.values());
        add(usages, "%%", ofCells.values());
        return usages;
    }

    /**
     * Magics whose names begin as the cursor's line does.
     *
     * @param code the whole cell
     * @param cursor in UTF-16 units from the start of the cell
     * @return suggestions in the order of their names; none where no name is being written
     */
    public List<Completion> complete(String code, int cursor) {
        int lineStart = code.lastIndexOf('\n', cursor - 1) + 1;
        String typed = code.substring(lineStart, cursor);
        if (!typed.matches("%{1,2}\\w*")) {
            return List.of();
        }
        return usages().keySet().stream()
                .filter(name -> name.startsWith(typed))
                .map(name -> new Completion(name, lineStart, "magic"))
                .toList();
    }

    private static void add(Map<String, String> usages, String sign, Collection<Entry> entries) {
        entries.forEach(entry -> usages.put(sign + entry.name(), entry.usage()));
    }
}
