package dev.tidemark.visualizers.vegalite;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The vendored official schema of Vega-Lite 5; tests ask it whether a specification is one. */
public final class OfficialSchema {
    private final Validator validator;
    private final URI schema;

    private OfficialSchema(Validator validator, URI schema) {
        this.validator = validator;
        this.schema = schema;
    }

    /** Reads the schema, which takes some tenths of a second. */
    public static OfficialSchema load() {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .withDefaultDialect(new Dialects.Draft7Dialect())
                .withDisabledSchemaValidation(true)
                .createValidator();
        try (InputStream text = Objects.requireNonNull(
                OfficialSchema.class.getResourceAsStream("/dev/tidemark/visualizers/schema/vega-lite-schema.json"))) {
            String json = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            return new OfficialSchema(validator, validator.registerSchema(URI.create("urn:vega-lite"), json));
        } catch (IOException cause) {
            throw new IllegalStateException("cannot read the schema", cause);
        }
    }

    /** What is wrong with the specification, the deepest places first; empty if it is valid. */
    public List<String> errorsOf(String specJson) {
        Validator.Result result = validator.validate(schema, specJson);
        if (result.isValid()) {
            return List.of();
        }
        return result.getErrors().stream()
                .filter(error -> !error.getError().contains("False schema"))
                .sorted(Comparator.comparing(
                        (Error error) -> -error.getInstanceLocation().length()))
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }
}
