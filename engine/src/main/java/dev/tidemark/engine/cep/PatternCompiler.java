package dev.tidemark.engine.cep;

import dev.tidemark.engine.cep.CompiledPattern.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a pattern, from its last part to its first, into states.
 *
 * <p>Each part becomes states that lead to a <i>sink</i>, the first state of what follows. Where a part can be left out, its first
 * state also proceeds to the sink. A state that passes over events of an optional part or of a loop does so in a state of its
 * own that can't proceed, so that each way is gone only once. Source: Flink's {@code NFACompiler}, whose states, names and order of
 * edges these are: the order of matches depends on them.
 */
final class PatternCompiler<T> {
    private final StateGraph<T> graph = new StateGraph<>();
    private final IdentityHashMap<EventPattern<T, ?>, Boolean> headOfLoop = new IdentityHashMap<>();
    private final Map<String, StateDraft<T>> ungreedy = new LinkedHashMap<>();
    private EventPattern<T, ?> current;
    private @Nullable EventPattern<T, ?> following;
    private @Nullable EventPattern<T, ?> group;
    private long withinMillis;

    private PatternCompiler(EventPattern<T, ?> pattern) {
        this.current = pattern;
        this.withinMillis = pattern.part().withinMillis();
    }

    /**
     * The states of {@code pattern}.
     *
     * @throws IllegalArgumentException if its parts do not go together; the message names the part and what to write instead
     */
    static <T> CompiledPattern<T> compile(EventPattern<T, ?> pattern) {
        PatternChecks.check(pattern);
        return new PatternCompiler<T>(pattern).compile();
    }

    private CompiledPattern<T> compile() {
        StateDraft<T> start = head(middle(graph.add(StateGraph.END, Kind.FINAL)));
        start.begins();
        if (withinMillis > 0 && graph.longestGap() > withinMillis) {
            throw new IllegalArgumentException("a limit between two events, " + graph.longestGap()
                    + " ms, is longer than that of the whole match, " + withinMillis
                    + " ms; make it shorter, or leave it out");
        }
        if (graph.stopsAt(start)) {
            throw new IllegalArgumentException(
                    "the first group can be left out, so notNext or notFollowedBy can't follow it;"
                            + " use two patterns, one with the group and one without");
        }
        return graph.freeze(start, withinMillis);
    }

    private PatternPart<T> part() {
        return current.part();
    }

    /** All parts of the chain but the first; leaves the first as the current one. */
    private StateDraft<T> middle(StateDraft<T> end) {
        StateDraft<T> sink = end;
        EventPattern<T, ?> last = current;
        for (EventPattern<T, ?> before = current.previous(); before != null; before = current.previous()) {
            sink = switch (part().contiguity()) {
                case NOT_FOLLOWED_BY -> notFollowedBy(sink, current == last);
                case NOT_NEXT -> notNext(sink);
                default -> head(sink);
            };
            following = current;
            current = before;
            long limit = part().withinMillis();
            if (limit > 0 && (withinMillis == 0 || limit < withinMillis)) {
                withinMillis = limit;
            }
        }
        return sink;
    }

    /** As the last part it becomes a match when its time is over; else it is a condition of the parts around it. */
    private StateDraft<T> notFollowedBy(StateDraft<T> sink, boolean last) {
        boolean limited = part().gapMillis() > 0 || withinMillis > 0;
        if (sink.kind() != Kind.FINAL || !limited) {
            if (last) {
                throw new IllegalArgumentException("the pattern, or a group in it, ends with notFollowedBy("
                        + part().name() + "), which nothing ends; write .within(…) after it, or another part");
            }
            return sink;
        }
        StateDraft<T> pending = taking(Kind.PENDING);
        Condition<T> not = takeCondition(current);
        pending.proceed(graph.stop(part().name(), not), not);
        pending.ignore(pending, not.not());
        return pending;
    }

    private StateDraft<T> notNext(StateDraft<T> sink) {
        StateDraft<T> state = taking(Kind.NORMAL);
        Condition<T> not = takeCondition(current);
        StateDraft<T> stop = graph.stop(part().name(), not);
        if (sink.kind() == Kind.FINAL) {
            state.ignore(sink, not.not());
        } else {
            state.proceed(sink, not.not());
        }
        state.proceed(stop, not);
        return state;
    }

    /** The states of the current part, which lead to {@code sink}. */
    private StateDraft<T> head(StateDraft<T> sink) {
        Quantifier quantifier = part().quantifier();
        StateDraft<T> first =
                switch (quantifier.kind()) {
                    case OR_MORE -> {
                        headOfLoop(false);
                        StateDraft<T> looping = loop(withoutNots(sink));
                        headOfLoop(true);
                        yield times(looping, sink);
                    }
                    case TIMES -> times(sink, sink);
                    case ONE ->
                        once(sink, sink, takeCondition(current), ignoreCondition(current), quantifier.optional());
                };
        stopAtNots(first);
        return first;
    }

    /** A state that takes an event. */
    private StateDraft<T> taking(Kind kind) {
        StateDraft<T> state = graph.add(part().name(), kind);
        Quantifier quantifier = part().quantifier();
        if (quantifier.kind() == Quantifier.Kind.ONE) {
            state.gap(part().gapMillis());
        } else if (state.name().contains(":")) {
            state.gap(quantifier.eachWithinMillis());
        }
        return state;
    }

    /** The part's occurrences, as many states as there can be; the last leads to {@code end}. */
    private StateDraft<T> times(StateDraft<T> end, StateDraft<T> proceed) {
        Quantifier quantifier = part().quantifier();
        headOfLoop(false);
        Condition<T> until = part().until();
        Condition<T> ignore = unless(until, innerIgnoreCondition(current));
        Condition<T> take = Objects.requireNonNull(unless(until, takeCondition(current)));
        if (quantifier.greedy() && quantifier.from() != quantifier.to()) {
            if (until != null) {
                ungreedy.put(end.name(), graph.copy(end));
            }
            end.unless(take);
        }
        StateDraft<T> sink = end;
        for (int i = quantifier.from(); i < quantifier.to(); i++) {
            sink = once(sink, proceed, take, ignore, true);
            stopAtFollowingNot(sink);
        }
        for (int i = 1; i < quantifier.from(); i++) {
            sink = once(sink, null, take, ignore, false);
            stopAtFollowingNot(sink);
        }
        headOfLoop(true);
        return once(sink, proceed, take, ignoreCondition(current), quantifier.optional());
    }

    /** One occurrence; where it can be left out it proceeds to {@code proceed}. */
    private StateDraft<T> once(
            StateDraft<T> end,
            @Nullable StateDraft<T> proceed,
            Condition<T> take,
            @Nullable Condition<T> ignore,
            boolean optional) {
        if (part().group() != null) {
            return group(part().group(), end, optional ? proceed : null);
        }
        StateDraft<T> state = taking(Kind.NORMAL);
        StateDraft<T> sink = withoutNots(end);
        state.take(sink, take);
        if (optional) {
            leaveOut(state, Objects.requireNonNull(proceed));
        }
        if (ignore != null) {
            StateDraft<T> waiting = state;
            if (optional || beginsOptionalGroup()) {
                waiting = graph.add(part().name(), Kind.NORMAL);
                waiting.take(sink, take);
                waiting.ignore(waiting, ignore);
                stopAtNots(waiting);
            }
            state.ignore(waiting, ignore);
        }
        return state;
    }

    private void leaveOut(StateDraft<T> state, StateDraft<T> proceed) {
        Condition<T> until = part().until();
        if (part().quantifier().greedy() && until != null) {
            state.proceed(ungreedy.getOrDefault(proceed.name(), proceed), always().and(until));
            state.proceed(proceed, always().and(until.not()));
        } else {
            state.proceed(proceed, always());
        }
    }

    /** The states of a group that is gone through once. */
    private StateDraft<T> group(EventPattern<T, ?> inside, StateDraft<T> end, @Nullable StateDraft<T> proceed) {
        Condition<T> always = always();
        return inside(inside, () -> {
            StateDraft<T> first = head(middle(end));
            if (proceed != null) {
                first.proceed(proceed, always);
            }
            return first;
        });
    }

    /** The states of a loop. */
    private StateDraft<T> loop(StateDraft<T> sink) {
        if (part().group() != null) {
            return loopingGroup(part().group(), sink);
        }
        Condition<T> until = part().until();
        Condition<T> ignore = unless(until, innerIgnoreCondition(current));
        Condition<T> take = Objects.requireNonNull(unless(until, takeCondition(current)));
        StateDraft<T> looping = taking(Kind.NORMAL);
        if (part().quantifier().greedy()) {
            if (until != null) {
                StateDraft<T> copy = graph.copy(sink);
                looping.proceed(copy, always().and(until));
                ungreedy.put(sink.name(), copy);
            }
            looping.proceed(sink, until == null ? always() : always().and(until.not()));
            sink.unless(takeCondition(current));
        } else {
            looping.proceed(sink, always());
        }
        looping.take(looping, take);
        stopAtFollowingNot(looping);
        if (ignore != null) {
            StateDraft<T> waiting = graph.add(part().name(), Kind.NORMAL);
            waiting.take(looping, take);
            waiting.ignore(waiting, ignore);
            looping.ignore(waiting, ignore);
            stopAtFollowingNot(waiting);
        }
        return looping;
    }

    /** Behind the group's last state lies one that takes nothing and leads back to its first. */
    private StateDraft<T> loopingGroup(EventPattern<T, ?> inside, StateDraft<T> sink) {
        Condition<T> always = always();
        StateDraft<T> back = taking(Kind.NORMAL);
        return inside(inside, () -> {
            StateDraft<T> first = head(middle(back));
            first.proceed(sink, always);
            back.proceed(first, always);
            return first;
        });
    }

    private StateDraft<T> inside(EventPattern<T, ?> pattern, Supplier<StateDraft<T>> states) {
        EventPattern<T, ?> outerCurrent = current;
        EventPattern<T, ?> outerFollowing = following;
        EventPattern<T, ?> outerGroup = group;
        group = current;
        current = pattern;
        StateDraft<T> first = states.get();
        current = outerCurrent;
        following = outerFollowing;
        group = outerGroup;
        return first;
    }

    private void headOfLoop(boolean head) {
        if (part().group() != null) {
            headOfLoop.put(current, head);
        }
    }

    // ---- what must not occur

    /** The parts right before the current one that must not occur, with only optional parts between. */
    private List<EventPattern<T, ?>> nots() {
        List<EventPattern<T, ?>> nots = new ArrayList<>();
        for (EventPattern<T, ?> each = current.previous(); each != null; each = each.previous()) {
            boolean not = each.part().contiguity() == Contiguity.NOT_FOLLOWED_BY;
            if (!not && !each.part().quantifier().optional()) {
                break;
            }
            if (not) {
                nots.add(each);
            }
        }
        return nots;
    }

    private void stopAtNots(StateDraft<T> state) {
        for (EventPattern<T, ?> not : nots()) {
            Condition<T> condition = takeCondition(not);
            state.proceed(graph.stop(not.part().name(), condition), condition);
        }
    }

    private void stopAtFollowingNot(StateDraft<T> state) {
        if (following != null && following.part().contiguity() == Contiguity.NOT_FOLLOWED_BY) {
            Condition<T> condition = takeCondition(following);
            state.proceed(graph.stop(following.part().name(), condition), condition);
        }
    }

    /** Once an optional part has taken an event, the nots before it hold no longer. */
    private StateDraft<T> withoutNots(StateDraft<T> sink) {
        Set<String> names = new LinkedHashSet<>();
        nots().forEach(not -> names.add(not.part().name()));
        return names.isEmpty() || !part().quantifier().optional() ? sink : graph.copyWithout(names, sink);
    }

    // ---- conditions

    private @Nullable Condition<T> groupUntil() {
        return group == null ? null : group.part().until();
    }

    private static <T> @Nullable Condition<T> unless(@Nullable Condition<T> until, @Nullable Condition<T> condition) {
        return until == null || condition == null ? condition : until.not().and(condition);
    }

    private Condition<T> always() {
        return Objects.requireNonNull(unless(groupUntil(), Condition.<T>always()));
    }

    private Condition<T> takeCondition(EventPattern<T, ?> pattern) {
        return Objects.requireNonNull(unless(groupUntil(), pattern.part().conditionOrAlways()));
    }

    /** Which events are passed over before a part's first event; null for none. */
    private @Nullable Condition<T> ignoreCondition(EventPattern<T, ?> pattern) {
        if (!beginsGroup(pattern)) {
            return ignoreCondition(pattern, pattern.part().contiguity());
        }
        PatternPart<T> whole = Objects.requireNonNull(group).part();
        return ignoreCondition(
                pattern,
                atHeadOfLoop() ? whole.contiguity() : whole.quantifier().inner());
    }

    /** Which events are passed over between two occurrences; null for none. */
    private @Nullable Condition<T> innerIgnoreCondition(EventPattern<T, ?> pattern) {
        PatternPart<T> said =
                beginsGroup(pattern) ? Objects.requireNonNull(group).part() : pattern.part();
        return ignoreCondition(pattern, said.quantifier().inner());
    }

    private @Nullable Condition<T> ignoreCondition(EventPattern<T, ?> pattern, Contiguity contiguity) {
        return unless(
                groupUntil(),
                switch (contiguity) {
                    case FOLLOWED_BY -> pattern.part().conditionOrAlways().not();
                    case FOLLOWED_BY_ANY -> Condition.always();
                    default -> null;
                });
    }

    private boolean beginsGroup(EventPattern<T, ?> pattern) {
        return group != null && pattern.previous() == null;
    }

    private boolean beginsOptionalGroup() {
        return beginsGroup(current)
                && atHeadOfLoop()
                && Objects.requireNonNull(group).part().quantifier().optional();
    }

    /** Whether the states being made are of the first occurrence of the group. */
    private boolean atHeadOfLoop() {
        return headOfLoop.getOrDefault(group, true);
    }
}
