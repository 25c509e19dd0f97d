package io.dataflows.engine.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import java.lang.reflect.RecordComponent;

/**
 * The JSON Schema (draft 2020-12) of an options record. It checks drafts, in which a text with a template may stand for
 * any value, and draws forms: the first of several types is the one to edit.
 */
final class OptionsSchema {

    private static final ClassValue<ObjectNode> SCHEMAS = new ClassValue<>() {
        @Override
        protected ObjectNode computeValue(Class<?> type) {
            return generate(type);
        }
    };

    private OptionsSchema() {}

    /** Generated once; to read only. */
    static ObjectNode of(Class<? extends Record> type) {
        return SCHEMAS.get(type);
    }

    private static ObjectNode generate(Class<?> type) {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(com.github.victools.jsonschema.generator.Option.INLINE_ALL_SCHEMAS)
                .with(new JakartaValidationModule(
                        JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                        JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
                .with(new OptionModule());
        ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(type);
        describe(schema, type);
        return schema;
    }

    private static void describe(ObjectNode schema, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            OptionBinding option = OptionBinding.of(component);
            ObjectNode property = (ObjectNode) schema.path("properties").path(option.name());
            option.kind().widen(property, RequiredOptions.contains(schema, option.name()));
            OptionChoices.describe(property, option);
            if (option.kind() == OptionKind.RECORDS) {
                describe((ObjectNode) property.path("items"), OptionBinding.elementType(component));
                OptionKind.allowTemplate((ObjectNode) property.path("items"));
            }
        }
        RequiredOptions.onlyWhileShown(schema);
        order(schema, type);
    }

    /** The generator sorts by name; forms follow the record. */
    private static void order(ObjectNode schema, Class<?> type) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        int place = 1;
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property = (ObjectNode) schema.path("properties").path(component.getName());
            ordered.set(component.getName(), property.put("x-order", place++));
        }
        schema.set("properties", ordered);
    }
}
