package dev.tidemark.visualizers.state;

import java.util.List;

/**
 * One value that an operator keeps, all as text.
 *
 * @param key the key that it belongs to
 * @param window the window or other namespace, empty if there is none
 * @param state the state's name
 * @param value what it holds
 * @param timers the timers set for this key and window, empty if none
 * @param firesAt when the window fires next, empty if it does not
 */
public record StateRow(String key, String window, String state, String value, String timers, String firesAt) {
    List<String> cells() {
        return List.of(key, window, state, value, timers, firesAt);
    }
}
