package dev.tidemark.visualizers.vegalite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Views drawn over each other on the same axes, the first one lowest.
 * They share their scales, apart from the channels that {@link #independent} names.
 */
public final class LayerView extends View {
    private final List<UnitView> units;
    private final List<Channel> independentChannels;

    private LayerView(List<UnitView> units, List<Channel> independentChannels) {
        this.units = List.copyOf(units);
        this.independentChannels = List.copyOf(independentChannels);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("a layered view needs at least one layer");
        }
    }

    /** Draws the views over each other, the first one lowest. */
    public static LayerView of(List<UnitView> units) {
        return new LayerView(units, List.of());
    }

    /** Gives each layer its own scale and legend for these channels. */
    public LayerView independent(Channel... channels) {
        return new LayerView(units, List.of(channels));
    }

    @Override
    List<UnitView> units() {
        return units;
    }

    @Override
    View replaceUnits(Function<UnitView, UnitView> change) {
        return new LayerView(units.stream().map(change).toList(), independentChannels);
    }

    @Override
    Map<String, @Nullable Object> tree(DataNames names) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        List<Object> layers = new ArrayList<>();
        for (UnitView unit : units) {
            layers.add(unit.tree(names));
        }
        tree.put("layer", layers);
        if (!independentChannels.isEmpty()) {
            Map<String, Object> scales = new LinkedHashMap<>();
            independentChannels.forEach(channel -> scales.put(channel.key(), "independent"));
            tree.put("resolve", Map.of("scale", scales));
        }
        return tree;
    }
}
