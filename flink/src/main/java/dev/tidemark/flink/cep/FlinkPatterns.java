package dev.tidemark.flink.cep;

import dev.tidemark.engine.cep.AfterMatchSkipStrategy;
import dev.tidemark.engine.cep.Condition;
import dev.tidemark.engine.cep.Contiguity;
import dev.tidemark.engine.cep.EventPattern;
import dev.tidemark.engine.cep.PatternPart;
import dev.tidemark.engine.cep.Quantifier;
import dev.tidemark.flink.function.Carried;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;
import org.jspecify.annotations.Nullable;

/** The engine's patterns as Flink's. */
public final class FlinkPatterns {
    private final String owner;

    private FlinkPatterns(String owner) {
        this.owner = owner;
    }

    /** Flink's pattern; {@code owner} is the operator, for errors. */
    public static Pattern<Object, Object> of(EventPattern<Object, ?> pattern, String owner) {
        return new FlinkPatterns(owner).whole(pattern);
    }

    private Pattern<Object, Object> whole(EventPattern<Object, ?> pattern) {
        PatternPart<Object> part = pattern.part();
        EventPattern<Object, ?> before = pattern.previous();
        Pattern<Object, Object> begun = before == null ? begin(pattern) : then(whole(before), part);
        return said(begun, part);
    }

    private Pattern<Object, Object> begin(EventPattern<Object, ?> pattern) {
        PatternPart<Object> part = pattern.part();
        var skip = skip(pattern.skipStrategy());
        return part.group() == null ? Pattern.begin(part.name(), skip) : Pattern.begin(whole(part.group()), skip);
    }

    private Pattern<Object, Object> then(Pattern<Object, Object> before, PatternPart<Object> part) {
        Pattern<Object, Object> group = part.group() == null ? null : whole(part.group());
        return switch (part.contiguity()) {
            case NEXT -> group == null ? before.next(part.name()) : before.next(group);
            case FOLLOWED_BY -> group == null ? before.followedBy(part.name()) : before.followedBy(group);
            case FOLLOWED_BY_ANY -> group == null ? before.followedByAny(part.name()) : before.followedByAny(group);
            case NOT_NEXT -> before.notNext(part.name());
            case NOT_FOLLOWED_BY -> before.notFollowedBy(part.name());
        };
    }

    /** What is said of a part: its condition, how often it occurs, in which time. */
    private Pattern<Object, Object> said(Pattern<Object, Object> begun, PatternPart<Object> part) {
        Pattern<Object, Object> pattern = begun;
        if (part.condition() != null) {
            pattern = pattern.where(condition(part.condition()));
        }
        pattern = often(pattern, part.quantifier());
        if (part.until() != null) {
            pattern = pattern.until(condition(part.until()));
        }
        if (part.withinMillis() > 0) {
            pattern = pattern.within(Duration.ofMillis(part.withinMillis()));
        }
        return part.gapMillis() == 0
                ? pattern
                : pattern.within(Duration.ofMillis(part.gapMillis()), WithinType.PREVIOUS_AND_CURRENT);
    }

    private FlinkCondition condition(Condition<Object> condition) {
        return new FlinkCondition(Carried.of(condition, owner));
    }

    /** Behind a greedy part only times from 0 on may be none at all, so they are said like that. */
    private static Pattern<Object, Object> often(Pattern<Object, Object> once, Quantifier often) {
        boolean fromNone = often.optional() && often.kind() == Quantifier.Kind.TIMES && often.from() == 1;
        @Nullable Duration each = often.eachWithinMillis() == 0 ? null : Duration.ofMillis(often.eachWithinMillis());
        Pattern<Object, Object> pattern =
                switch (often.kind()) {
                    case ONE -> once;
                    case TIMES -> once.times(fromNone ? 0 : often.from(), often.to(), each);
                    case OR_MORE -> once.timesOrMore(often.from(), each);
                };
        if (often.inner() == Contiguity.NEXT) {
            pattern = pattern.consecutive();
        } else if (often.inner() == Contiguity.FOLLOWED_BY_ANY) {
            pattern = pattern.allowCombinations();
        }
        pattern = often.greedy() ? pattern.greedy() : pattern;
        return often.optional() && !fromNone ? pattern.optional() : pattern;
    }

    private static org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy skip(AfterMatchSkipStrategy strategy) {
        boolean strict = strategy.mustExist();
        return switch (strategy.to()) {
            case NOWHERE -> org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy.noSkip();
            case NEXT -> org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy.skipToNext();
            case PAST_LAST_EVENT -> org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy.skipPastLastEvent();
            case FIRST_OF -> {
                var first = org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy.skipToFirst(
                        Objects.requireNonNull(strategy.name()));
                yield strict ? first.throwExceptionOnMiss() : first;
            }
            case LAST_OF -> {
                var last = org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy.skipToLast(
                        Objects.requireNonNull(strategy.name()));
                yield strict ? last.throwExceptionOnMiss() : last;
            }
        };
    }
}
