package io.dataflows.engine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Module;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import io.dataflows.model.operation.Option;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Teaches the generator what {@link Option} says: title, description, default, required, and the hints for forms. */
final class OptionModule implements Module {

    @Override
    public void applyToConfigBuilder(SchemaGeneratorConfigBuilder builder) {
        builder.with((type, context) -> type.getErasedType() == JsonNode.class
                ? new CustomDefinition(
                        JsonNodeFactory.instance.objectNode(),
                        CustomDefinition.DefinitionType.INLINE,
                        CustomDefinition.AttributeInclusion.YES)
                : null);
        builder.forFields()
                .withTitleResolver(field -> text(field, Option::title))
                .withDescriptionResolver(field -> text(field, Option::description))
                .withRequiredCheck(field -> {
                    Option option = option(field);
                    return option != null && option.required();
                })
                .withInstanceAttributeOverride((attributes, field, context) -> {
                    Option option = option(field);
                    if (option != null) {
                        hint(attributes, option);
                    }
                });
    }

    private static void hint(ObjectNode attributes, Option option) {
        JsonNode defaultValue = OptionBinding.defaultValue(option);
        if (defaultValue != null) {
            attributes.set("default", defaultValue);
        }
        attributes.put("x-widget", option.widget());
        attributes.put("x-width", option.half() ? "half" : "full");
        if (!option.placeholder().isEmpty()) {
            attributes.put("x-placeholder", option.placeholder());
        }
        if (!option.language().isEmpty()) {
            attributes.put("x-language", option.language());
        }
        if (option.secret()) {
            attributes.put("x-secret", true);
        }
        if (option.shownWhen().length > 0) {
            attributes.set("x-shown-when", ShownWhen.of(option.shownWhen()).toJson());
        }
    }

    private static @Nullable String text(FieldScope field, Function<Option, String> member) {
        Option option = option(field);
        String text = option == null ? "" : member.apply(option);
        return text.isEmpty() ? null : text;
    }

    /** The option that a field of a record keeps; null for the elements of a list, which have no words of their own. */
    private static @Nullable Option option(FieldScope field) {
        Class<?> owner = field.getRawMember().getDeclaringClass();
        if (field.isFakeContainerItemScope() || !owner.isRecord()) {
            return null;
        }
        for (var component : owner.getRecordComponents()) {
            if (component.getName().equals(field.getDeclaredName())) {
                return component.getAnnotation(Option.class);
            }
        }
        return null;
    }
}
