package dev.tidemark.kernel.javadoc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declaration that was found in a source.
 *
 * @param comment its documentation comment without stars, or empty
 * @param source its text
 */
public record Documented(String comment, String source) {
    /**
     * A declaration as it was written in a notebook.
     *
     * @param declaration the text of a type, or of a method outside of any type
     * @param signature what it declares
     * @return the declaration with its comment, or null if the text declares something else
     */
    public static @Nullable Documented in(String declaration, Signature signature) {
        Signature type = new Signature(signature.name(), "", false, List.of());
        Documented alone = SourceMembers.find(ParsedJava.of(declaration), List.of(type.owner()), type);
        return alone != null
                ? alone
                : SourceMembers.find(ParsedJava.of("class $ {\n" + declaration + "\n}"), List.of("$"), signature);
    }
}
