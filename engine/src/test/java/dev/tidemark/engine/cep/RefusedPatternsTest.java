package dev.tidemark.engine.cep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What can't be matched is refused as it is said, with what to write instead. */
class RefusedPatternsTest {
    private static final Duration TEN = Duration.ofMillis(10);
    private final EventPattern<String, String> a = EventPattern.begin("a", String.class);
    private final EventPattern<String, String> ab = a.followedBy("b");
    private final EventPattern<String, String> group = EventPattern.begin(EventPattern.begin("g", String.class));

    private static void refused(ThrowingCallable said, String why) {
        assertThatThrownBy(said).isInstanceOf(IllegalArgumentException.class).hasMessage(why);
    }

    /** Refused when it meets a stream. */
    private static void refused(EventPattern<String, ?> pattern, String why) {
        refused(() -> PatternSpec.check(pattern), why);
    }

    @Test
    void names_that_are_no_names() {
        String instead = "'; give it a word without ':' that does not begin with '$' and is not 'GroupPattern'";
        refused(() -> a.next("b:1"), "a part of a pattern is named 'b:1" + instead);
        refused(() -> a.next(" "), "a part of a pattern is named ' " + instead);
        refused(() -> a.next("$b"), "a part of a pattern is named '$b" + instead);
        refused(() -> a.next("GroupPattern"), "a part of a pattern is named 'GroupPattern" + instead);
    }

    @Test
    void name_used_twice() {
        refused(ab.next("a"), "two parts of the pattern are named 'a'; give one of them another name");
        refused(ab.next(a), "two parts of the pattern are named 'a'; give one of them another name");
    }

    @Test
    void second_quantifier() {
        refused(() -> a.times(2).oneOrMore(), "'a' has times(2) already; leave out oneOrMore() or that");
        refused(() -> a.oneOrMore().times(1, 3), "'a' has oneOrMore() already; leave out times(1, 3) or that");
        refused(() -> a.times(2, 3).timesOrMore(2), "'a' has times(2, 3) already; leave out timesOrMore(2) or that");
    }

    @Test
    void quantifier_behind_optional() {
        refused(
                () -> a.optional().oneOrMore(),
                "'a' would forget its optional() at oneOrMore(); write oneOrMore().optional()");
        refused(() -> a.optional().times(2), "'a' would forget its optional() at times(2); write times(2).optional()");
    }

    @Test
    void numbers_that_are_none() {
        refused(() -> a.times(0), "'a' has times(0); write at least 1, or times(0, n) for at most n");
        refused(() -> a.times(-1), "'a' has times(-1); write at least 1, or times(0, n) for at most n");
        refused(
                () -> a.times(3, 2),
                "'a' has times(3, 2); write the smaller number first, and at least 1 for the larger");
        refused(
                () -> a.times(-1, 2),
                "'a' has times(-1, 2); write the smaller number first, and at least 1 for the larger");
        refused(
                () -> a.timesOrMore(0),
                "'a' has timesOrMore(0); write at least 1, or oneOrMore().optional() for any number");
    }

    @Test
    void optional_twice_or_behind_a_greedy_part() {
        refused(() -> a.optional().optional(), "'a' is optional already; leave out the second optional()");
        refused(
                () -> a.oneOrMore().greedy().followedBy("b").optional(),
                "'b' follows 'a', which is greedy, so it can't be optional; leave out greedy() or optional()");
    }

    @Test
    void what_needs_several_occurrences() {
        String instead = " does not apply to it; write times(…), timesOrMore(…) or oneOrMore() before it";
        refused(a::greedy, "'a' occurs once, so greedy()" + instead);
        refused(a::consecutive, "'a' occurs once, so consecutive()" + instead);
        refused(a::allowCombinations, "'a' occurs once, so allowCombinations()" + instead);
        refused(() -> a.eachWithin(TEN), "'a' occurs once, so eachWithin(…)" + instead);
    }

    @Test
    void what_does_not_go_together() {
        refused(
                () -> a.oneOrMore().consecutive().allowCombinations(),
                "'a' has consecutive(), with which allowCombinations() does not go; leave out one of the two");
        refused(
                () -> a.oneOrMore().allowCombinations().consecutive(),
                "'a' has allowCombinations(), with which consecutive() does not go; leave out one of the two");
        refused(
                () -> a.oneOrMore().allowCombinations().greedy(),
                "'a' has allowCombinations(), with which greedy() does not go; leave out one of the two");
        refused(() -> a.oneOrMore().consecutive().consecutive(), "'a' has consecutive() already; leave out the second");
        refused(
                () -> a.times(2).allowCombinations().allowCombinations(),
                "'a' has allowCombinations() already; leave out the second");
    }

    @Test
    void until_without_a_loop_or_twice() {
        refused(
                () -> a.times(2).until(each -> true),
                "'a' does not loop, so until(…) does not apply to it; write oneOrMore() or timesOrMore(n) before it");
        refused(
                () -> a.oneOrMore().until(each -> true).until(each -> false),
                "'a' has until(…) already; join the two conditions in one with ||");
    }

    @Test
    void quantifier_of_what_must_not_occur() {
        String instead = " does not apply to it; leave it out";
        refused(() -> a.notNext("b").times(2), "'b' is what must not occur, so times(…)" + instead);
        refused(() -> a.notFollowedBy("b").oneOrMore(), "'b' is what must not occur, so oneOrMore()" + instead);
        refused(() -> a.notNext("b").timesOrMore(2), "'b' is what must not occur, so timesOrMore(…)" + instead);
        refused(() -> a.notNext("b").optional(), "'b' is what must not occur, so optional()" + instead);
        refused(() -> a.notNext("b").greedy(), "'b' is what must not occur, so greedy()" + instead);
    }

    @Test
    void not_behind_an_optional_part() {
        refused(
                () -> a.optional().notNext("b"),
                "'a' is optional, so notNext(b) can't follow it; use two patterns, one with 'a' and one without");
        refused(
                () -> ab.times(0, 2).notFollowedBy("c"),
                "'b' is optional, so notFollowedBy(c) can't follow it; use two patterns, one with 'b' and one without");
        refused(
                EventPattern.begin(a.optional()).notNext("b").next("c"),
                "the first group can be left out, so notNext or notFollowedBy can't follow it;"
                        + " use two patterns, one with the group and one without");
    }

    @Test
    void not_followed_by_that_nothing_ends() {
        String why = "the pattern, or a group in it, ends with notFollowedBy(b), which nothing ends; write .within(…) "
                + "after it, or another part";
        refused(a.notFollowedBy("b"), why);
        refused(a.within(TEN).notFollowedBy("b"), why);
        refused(EventPattern.begin(a.notFollowedBy("b")).next("c"), why);
        PatternSpec.check(a.notFollowedBy("b").within(TEN));
    }

    @Test
    void conditions_of_a_group() {
        String instead = " does not apply; say it of a part inside the group";
        refused(() -> group.where(each -> true), "the group (begin(g)) is a group, to which where(…)" + instead);
        refused(() -> group.or(each -> true), "the group (begin(g)) is a group, to which or(…)" + instead);
        refused(() -> group.subtype(String.class), "the group (begin(g)) is a group, to which subtype(…)" + instead);
        refused(() -> group.oneOrMore().greedy(), "the group (begin(g)) is a group, to which greedy()" + instead);
    }

    @Test
    void loop_of_a_group_that_can_be_left_out() {
        refused(
                EventPattern.begin(a.optional().next("b").times(0, 1))
                        .oneOrMore()
                        .next("c"),
                "the group (begin(a).optional().next(b).times(1).optional()) loops and every part of it is optional; "
                        + "make one of them required, and the group optional()");
    }

    @Test
    void strategy_that_names_no_part() {
        var skip = AfterMatchSkipStrategy.skipToLast("c");
        var skipping = EventPattern.begin("a", String.class, skip).next("b");
        refused(skipping, "skipToLast(c) names no part of the pattern outside of groups; there are [b, a]");
        refused(
                skipping.next(EventPattern.begin("c", String.class)),
                "skipToLast(c) names no part of the pattern outside of groups; there are [b, a]");
        refused(
                () -> AfterMatchSkipStrategy.noSkip().throwIfMissing(),
                "noSkip() names no part, so throwIfMissing() does not apply to it; leave it out");
    }

    @Test
    void limits_that_limit_nothing() {
        String instead = "; write at least a millisecond and at most 9223372036854775807 of them, or leave it out";
        refused(() -> a.within(Duration.ZERO), "'a' has within(PT0S)" + instead);
        refused(() -> a.within(Duration.ofNanos(1)), "'a' has within(PT0.000000001S)" + instead);
        refused(() -> a.times(2).eachWithin(Duration.ofMillis(-1)), "'a' has eachWithin(PT-0.001S)" + instead);
        refused(
                () -> a.within(Duration.ofSeconds(Long.MAX_VALUE)),
                "'a' has within(" + Duration.ofSeconds(Long.MAX_VALUE) + ")" + instead);
        refused(
                () -> a.times(2).within(TEN, WithinType.PREVIOUS_AND_CURRENT),
                "'a' occurs several times, where within(…, PREVIOUS_AND_CURRENT) has no effect; write eachWithin(…) "
                        + "for a limit between occurrences");
    }

    @Test
    void limit_between_two_events_longer_than_that_of_all() {
        refused(
                ab.within(TEN.plusMillis(1), WithinType.PREVIOUS_AND_CURRENT).within(TEN),
                "a limit between two events, 11 ms, is longer than that of the whole match, 10 ms; make it shorter, "
                        + "or leave it out");
    }

    @Test
    void pattern_reads_as_it_was_said() {
        EventPattern<String, String> pattern = EventPattern.begin(
                        "a",
                        String.class,
                        AfterMatchSkipStrategy.skipToFirst("b").throwIfMissing())
                .where(each -> true)
                .oneOrMore()
                .until(each -> false)
                .greedy()
                .notNext("n")
                .followedByAny("b")
                .times(2, 3)
                .eachWithin(TEN)
                .consecutive()
                .optional()
                .next(EventPattern.begin("c", String.class).times(2).allowCombinations())
                .within(Duration.ofSeconds(1));
        assertThat(pattern)
                .hasToString("begin(a).oneOrMore().greedy().until(…).notNext(n)"
                        + ".followedByAny(b).times(2, 3).eachWithin(10ms).consecutive().optional()"
                        + ".next(begin(c).times(2).allowCombinations()).within(1s) skipToFirst(b).throwIfMissing()");
    }
}
