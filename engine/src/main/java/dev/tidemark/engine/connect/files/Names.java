package dev.tidemark.engine.connect.files;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name of a component among the names in a file. */
final class Names {
    private Names() {}

    /** The same name, else the only one that is the same without regard to case, underscores, hyphens and blanks. */
    static Optional<String> find(String wanted, Collection<String> names) {
        if (names.contains(wanted)) {
            return Optional.of(wanted);
        }
        String plain = plain(wanted);
        List<String> alike =
                names.stream().filter(name -> plain(name).equals(plain)).toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private static String plain(String name) {
        return name.replaceAll("[_\\-\\s]", "").toLowerCase(Locale.ROOT);
    }
}
