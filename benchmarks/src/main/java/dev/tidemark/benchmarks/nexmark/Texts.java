package dev.tidemark.benchmarks.nexmark;

import dev.tidemark.benchmarks.result.Mix;
import java.util.List;

/** The words of the stream, all drawn once. */
final class Texts {
    static final List<String> STATES = List.of("AZ", "CA", "ID", "OR", "WA", "WY");
    static final List<String> CITIES = List.of(
            "Tucson", "Oakland", "Fresno", "Nampa", "Salem", "Eugene", "Tacoma", "Spokane", "Everett", "Laramie");
    static final List<String> FIRST_NAMES = List.of(
            "Ada", "Alan", "Barbara", "Donald", "Edsger", "Frances", "Grace", "John", "Kristen", "Leslie", "Radia");
    static final List<String> LAST_NAMES =
            List.of("Allen", "Dijkstra", "Hopper", "Knuth", "Lamport", "Liskov", "Lovelace", "Perlman", "Turing");

    private static final int CHANNELS = 10_000;
    private static final List<String> HOT_CHANNELS = List.of("Google", "Facebook", "Baidu", "Apple");
    private static final int LETTERS = 1 << 20;
    private static final String TEXT = text();
    private static final String[] HOT_URLS = urls(HOT_CHANNELS.size(), 0);
    private static final String[] CHANNEL_NAMES = channelNames();
    private static final String[] CHANNEL_URLS = channelUrls();

    private Texts() {}

    private static String text() {
        StringBuilder text = new StringBuilder(LETTERS);
        for (int i = 0; i < LETTERS; i++) {
            text.append((char) ('a' + Mix.below(26, Mix.of(i))));
        }
        return text.toString();
    }

    /** Letters, from a place that {@code bits} say. */
    static String letters(int length, long bits) {
        int start = Mix.below(LETTERS - length, bits);
        return TEXT.substring(start, start + length);
    }

    /** Between 3 and {@code most} − 1 letters. */
    static String word(int most, long bits) {
        return letters(3 + Mix.below(most - 3, bits << 32), bits);
    }

    /** Letters that fill up a row to about {@code average} characters, a fifth more or less. */
    static String filler(int present, int average, long bits) {
        int missing = Math.max(0, average - present);
        int swing = Math.round(missing * 0.2f);
        int length = missing - swing + (swing == 0 ? 0 : Mix.below(2 * swing, bits << 32));
        return length == 0 ? "" : letters(length, bits);
    }

    /** A channel: every other bid comes through one of four, the others through any of ten thousand. */
    static String channel(long bits) {
        return hot(bits) ? HOT_CHANNELS.get(hotIndex(bits)) : CHANNEL_NAMES[coldIndex(bits)];
    }

    /** The page to which the channel of the same bits leads. */
    static String url(long bits) {
        return hot(bits) ? HOT_URLS[hotIndex(bits)] : CHANNEL_URLS[coldIndex(bits)];
    }

    private static boolean hot(long bits) {
        return (bits & 1) == 0;
    }

    private static int hotIndex(long bits) {
        return Mix.below(HOT_URLS.length, bits);
    }

    private static int coldIndex(long bits) {
        return Mix.below(CHANNELS, bits);
    }

    private static String[] channelNames() {
        String[] names = new String[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            names[i] = "channel-" + i;
        }
        return names;
    }

    /** Nine of ten say in the address which channel they are. */
    private static String[] channelUrls() {
        String[] urls = urls(CHANNELS, HOT_CHANNELS.size());
        for (int i = 0; i < CHANNELS; i++) {
            if (Mix.below(10, Mix.of(i)) > 0) {
                urls[i] += "&channel_id=" + Math.abs(Integer.reverse(i));
            }
        }
        return urls;
    }

    private static String[] urls(int count, int salt) {
        String[] urls = new String[count];
        for (int i = 0; i < count; i++) {
            StringBuilder url = new StringBuilder("https://www.nexmark.com/");
            for (int part = 0; part < 3; part++) {
                url.append(word(5, Mix.of((i + salt) * 3L + part))).append('/');
            }
            urls[i] = url.append("item.htm?query=1").toString();
        }
        return urls;
    }
}
