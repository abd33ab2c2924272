package dev.tidemark.visualizers.vegalite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How every chart looks: paper that stays white on a dark page, quiet grids, one font. */
final class Look {
    static final Map<String, Object> CONFIG = config();

    private Look() {}

    private static Map<String, Object> config() {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("gridColor", "#e6e9ed");
        axis.put("domainColor", "#8a939c");
        axis.put("tickColor", "#8a939c");
        axis.put("labelColor", "#30363d");
        axis.put("titleColor", "#30363d");
        axis.put("titleFontWeight", "normal");
        axis.put("labelOverlap", "greedy");
        Map<String, Object> title = new LinkedHashMap<>();
        title.put("anchor", "start");
        title.put("fontSize", 14);
        title.put("color", "#1c2127");
        title.put("subtitleColor", "#57606a");
        title.put("subtitlePadding", 4);
        Map<String, Object> legend = new LinkedHashMap<>();
        legend.put("labelColor", "#30363d");
        legend.put("titleColor", "#30363d");
        legend.put("titleFontWeight", "normal");
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("background", "white");
        config.put("font", "sans-serif");
        config.put("customFormatTypes", true);
        config.put("axis", Collections.unmodifiableMap(axis));
        config.put("title", Collections.unmodifiableMap(title));
        config.put("legend", Collections.unmodifiableMap(legend));
        config.put("view", Map.of("stroke", "#d0d7de"));
        return Collections.unmodifiableMap(config);
    }
}
