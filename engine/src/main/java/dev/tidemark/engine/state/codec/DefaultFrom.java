package dev.tidemark.engine.state.codec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says where the value of a record component comes from when what was stored does not have it yet.
 *
 * <pre>{@code
 * record Quake(String id, @DefaultFrom("unknown") String net) {
 *     static String unknown() {
 *         return "??";
 *     }
 * }
 * }</pre>
 *
 * <p>Without it the value is zero, false, an empty Optional, or null.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DefaultFrom {
    /** The name of a static method of the record, without parameters, that returns the component's type. */
    String value();
}
