package dev.tidemark.flink.search.stage;

import static java.time.Duration.ofMillis;

import dev.tidemark.engine.state.StateTtl;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the stages of a case.
 *
 * <p>A stage may follow if its results do not depend on what is open before it: behind results in no order there is none,
 * and what looks at the order of all keys' hits together comes first. What emits without a time of use is the last.
 *
 * <p>With two subtasks what comes of one line may take two ways, between which the order is open: only single hits are spread,
 * and nothing follows what both subtasks emit, or what a single one deals out. Where a partition may go idle there is one way
 * only, since one subtask that wakes can carry the watermark past the other. Behind calls, which at one time can let a
 * watermark go and then a result, it would be open whether the result meets the watermark of the other way.
 */
public final class DrawStages {
    private final Draw draw;
    private final DrawWindows windows;
    private final List<Stage> stages = new ArrayList<>();
    private Stage.Order order = Stage.Order.KEPT;
    private boolean timed = true;

    private DrawStages(Draw draw) {
        this.draw = draw;
        this.windows = new DrawWindows(draw);
    }

    /** One to four stages, the last one with a key or two inputs. */
    public static List<Stage> of(Draw draw) {
        return new DrawStages(draw).all();
    }

    private List<Stage> all() {
        for (int i = draw.below(3); i > 1; i--) {
            add(unkeyed());
        }
        for (int i = oneWay() ? 1 : 1 + draw.below(2); i > 0 && goesOn(); i--) {
            add(stage(i == 1));
            if (i > 1 && goesOn() && draw.oneIn(4)) {
                add(unkeyed());
            }
        }
        if (!draw.idle() && draw.oneIn(2) && stages.stream().noneMatch(Asking.class::isInstance)) {
            add(new Element(Element.Kind.UNION));
        }
        return List.copyOf(stages);
    }

    private boolean oneWay() {
        return draw.two() && draw.idle();
    }

    private boolean goesOn() {
        return timed && order != Stage.Order.OPEN;
    }

    private void add(Stage stage) {
        stages.add(stage);
        timed &= stage.timed();
        Stage.Order own = draw.two() && stage.meetsItself() ? Stage.Order.OPEN : stage.order();
        order = own.compareTo(order) < 0 ? own : order;
    }

    private Stage unkeyed() {
        boolean spreads = !draw.two() || (stages.isEmpty() && !draw.idle());
        return draw.oneIn(3) && spreads
                ? new Spreading(draw.of(draw.two() ? Spreading.FIXED : List.of(Spreading.Way.values())))
                : new Element(draw.of(new Element.Kind[] {
                    Element.Kind.MAP,
                    Element.Kind.FILTER,
                    Element.Kind.FLAT_MAP,
                    Element.Kind.ASIDE,
                    Element.Kind.ONLY_ASIDE
                }));
    }

    /** {@code last} allows what emits without a time of use. */
    private Stage stage(boolean last) {
        return switch (draw.below(25)) {
            case 0, 1 -> new Rolling(draw.of(Rolling.Kind.values()));
            case 2, 3 -> new Timing(last && order == Stage.Order.KEPT && draw.useClock(2));
            case 4 -> draw.clock() ? new Expiring(ttl()) : new Timing(false);
            case 5, 6 -> new Connecting(draw.of(Connecting.Kind.values()), other());
            case 7 -> new Connecting(Connecting.Kind.KEYED_CO_PROCESS, other());
            case 8 -> windows.joining(other());
            case 9 -> last ? intervalJoining() : windows.joining(other());
            case 10, 11 -> patterns();
            case 13, 14 -> new Broadcasting(draw.oneIn(2), other());
            case 15 -> order == Stage.Order.KEPT && !draw.two() ? reassigning() : new Timing(false);
            case 16, 17 -> draw.useClock(1) ? asking() : windows.joining(other());
            case 12 -> last ? windows.global(order == Stage.Order.KEPT) : windows.timed(order == Stage.Order.KEPT);
            default -> windows.timed(order == Stage.Order.KEPT);
        };
    }

    private Feed other() {
        return draw.other("other " + (stages.size() + 1));
    }

    private StateTtl ttl() {
        StateTtl ttl = StateTtl.of(ofMillis(5 + draw.below(60)));
        ttl = draw.oneIn(2) ? ttl : ttl.updatedOnReadAndWrite();
        return draw.oneIn(2) ? ttl : ttl.returningExpiredIfNotCleanedUp();
    }

    private Stage intervalJoining() {
        int from = draw.below(30) - 18;
        return new IntervalJoining(from, from + draw.below(20), draw.oneIn(2), draw.oneIn(2), draw.oneIn(2), other());
    }

    /** Its watermarks go by all keys' order. */
    private Stage reassigning() {
        Reassigning.Kind which = draw.useClock(1)
                ? draw.idle() && draw.oneIn(2) ? Reassigning.Kind.PROBED_WITH_IDLENESS : Reassigning.Kind.PROBED
                : draw.oneIn(2) ? Reassigning.Kind.PUNCTUATED : Reassigning.Kind.PER_EVENT;
        return new Reassigning(which, draw.below(10), draw.below(8));
    }

    /** In an order that is open between keys, the calls of one would wait for those of another, or not. */
    private Stage asking() {
        boolean ordered = order == Stage.Order.KEPT && !draw.oneIn(3);
        return new Asking(ordered, draw.below(40), draw.oneIn(2) ? 0 : 5 + draw.below(30));
    }

    private Stage patterns() {
        long seed = draw.below(1_000_000);
        while (!Patterns.exists(seed)) {
            seed++;
        }
        return new Patterns(seed, draw.oneIn(4), draw.oneIn(2));
    }
}
