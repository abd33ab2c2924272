package dev.tidemark.kernel.maven;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * What a {@code %maven} asks for.
 *
 * @param coordinates each {@code group:artifact[:type[:classifier]][:version]}, the version last
 * @param exclusions each {@code group:artifact}, a star for any
 * @param repositories repositories for this request, each {@code URL} or {@code id=URL}
 * @param offline whether only the cache is asked
 * @param update whether snapshots and version lists are asked for anew
 */
record LibraryRequest(
        List<String> coordinates, List<String> exclusions, List<String> repositories, boolean offline, boolean update) {
    static final String USAGE = "GROUP:ARTIFACT[:TYPE[:CLASSIFIER]]:VERSION … [--exclude GROUP:ARTIFACT] [--from URL]"
            + " [--offline] [--update] adds libraries with all that they need to the class path";

    LibraryRequest {
        coordinates = List.copyOf(coordinates);
        exclusions = List.copyOf(exclusions);
        repositories = List.copyOf(repositories);
    }

    static LibraryRequest parse(List<String> words) {
        List<String> coordinates = new ArrayList<>();
        List<String> exclusions = new ArrayList<>();
        List<String> repositories = new ArrayList<>();
        boolean offline = false;
        boolean update = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--exclude", "-x" -> exclusions.add(exclusion(value(word, rest)));
                case "--from", "-f" -> repositories.add(value(word, rest));
                case "--offline", "-o" -> offline = true;
                case "--update", "-U" -> update = true;
                default -> coordinates.add(coordinate(word));
            }
        }
        return new LibraryRequest(coordinates, exclusions, repositories, offline, update);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("%maven: " + option + " needs a value");
        }
        return rest.next();
    }

    private static String exclusion(String text) {
        if (text.split(":", -1).length != 2) {
            throw new IllegalArgumentException(
                    "%maven: '" + text + "' excludes nothing; write group:artifact or group:*");
        }
        return text;
    }

    private static String coordinate(String text) {
        if (text.startsWith("-")) {
            throw new IllegalArgumentException(
                    "%maven: unknown option " + text + "; there are --exclude, --from, --offline, --update");
        }
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 5 || List.of(parts).contains("")) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%%maven: '%s' is no coordinate; write group:artifact:version", text));
        }
        return parts.length == 2 ? text + ":RELEASE" : text;
    }
}
