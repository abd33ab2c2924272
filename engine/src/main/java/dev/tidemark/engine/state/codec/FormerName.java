package dev.tidemark.engine.state.codec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A former name is what a record component, an enum constant, a record or an enum was called when values were stored.
 *
 * <pre>{@code
 * record Quake(String id, @FormerName("mag") double magnitude) {}
 * }</pre>
 *
 * <p>It is looked for only where what was stored has no such name as today's. What is stored from now on has today's name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface FormerName {
    /** The names that it had, in any order. */
    String[] value();
}
