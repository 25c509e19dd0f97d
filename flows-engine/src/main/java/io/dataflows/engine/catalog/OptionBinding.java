package io.dataflows.engine.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.json.OptionConversion;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.operation.Option;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One option: where it stands in the JSON, and what it becomes. A value that doesn't fit counts as not given. */
record OptionBinding(String name, OptionKind kind, Option option, @Nullable OptionsBinder<?> elements) {

    private static final TextNode MASK = TextNode.valueOf("--redacted--");

    static OptionBinding of(RecordComponent component) {
        Option option = component.getAnnotation(Option.class);
        if (option == null) {
            throw new IllegalArgumentException("Option (" + component + ") has no @Option.");
        }
        defaultValue(option);
        ShownWhen.of(option.shownWhen());
        OptionKind kind = kind(component, option);
        return new OptionBinding(
                component.getName(),
                kind,
                option,
                kind == OptionKind.RECORDS
                        ? new OptionsBinder<>(elementType(component).asSubclass(Record.class))
                        : null);
    }

    /** Whether it, or an option inside it, is a secret. */
    boolean isSecret() {
        return option.secret() || elements != null && elements.isSecret();
    }

    /** Tells the secrets in the option's value, and gives the value without them. */
    JsonNode conceal(JsonNode value, Consumer<JsonNode> secrets) {
        if (option.secret() && !value.isNull()) {
            secrets.accept(value);
            return MASK;
        }
        if (elements == null || !elements.isSecret() || !value.isArray()) {
            return value;
        }
        ArrayNode masked = JsonNodeFactory.instance.arrayNode(value.size());
        value.forEach(element -> masked.add(elements.conceal(element, secrets)));
        return masked;
    }

    /**
     * The value that counts when the option is missing, or null.
     *
     * @throws IllegalArgumentException when the annotation's text isn't JSON
     */
    static @Nullable JsonNode defaultValue(Option option) {
        if (option.defaultValue().isEmpty()) {
            return null;
        }
        try {
            return Json.read(option.defaultValue());
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(
                    "Default (" + option.defaultValue() + ") of option \"" + option.title()
                            + "\" isn't JSON. Maybe put a text into quotes.",
                    noJson);
        }
    }

    @Nullable
    Object bind(JsonNode options) throws JsonProcessingException {
        JsonNode value = options.get(name);
        if (value == null) {
            return null;
        }
        if (elements != null) {
            return value.isNull() ? null : records(elements, value);
        }
        return kind == OptionKind.ANY || kind == OptionKind.JSON ? json(value) : scalar(value);
    }

    /** The objects of a list; an element that isn't one counts as not given. */
    private List<Record> records(OptionsBinder<?> binder, JsonNode value) throws JsonProcessingException {
        if (!value.isArray()) {
            throw new FlowsException(
                    Fault.ofPlainError("TypeError", FaultKind.USER, "Option \"" + name + "\" is not a list."));
        }
        List<Record> records = new ArrayList<>();
        for (JsonNode element : value) {
            if (element.isObject()) {
                records.add(binder.bind(element));
            }
        }
        return records;
    }

    private JsonNode json(JsonNode value) throws JsonProcessingException {
        return kind == OptionKind.JSON ? OptionConversion.toObject(value) : value;
    }

    private @Nullable Object scalar(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (kind) {
            case TEXT -> OptionConversion.toText(value);
            case INTEGER -> Numbers.integer(value);
            case NUMBER -> Numbers.number(value);
            case BOOLEAN -> value.isBoolean() ? value.booleanValue() : null;
            default -> texts(value);
        };
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        OptionConversion.toList(value).forEach(element -> texts.add(OptionConversion.toText(element)));
        return texts;
    }

    private static OptionKind kind(RecordComponent component, Option option) {
        Class<?> type = component.getType();
        if (type == JsonNode.class) {
            return option.parseText() ? OptionKind.JSON : OptionKind.ANY;
        } else if (type == String.class) {
            return OptionKind.TEXT;
        } else if (type == Integer.class) {
            return OptionKind.INTEGER;
        } else if (type == Double.class) {
            return OptionKind.NUMBER;
        } else if (type == Boolean.class) {
            return OptionKind.BOOLEAN;
        } else if (type == List.class) {
            return elementType(component) == String.class ? OptionKind.LIST : OptionKind.RECORDS;
        }
        throw new IllegalArgumentException("Option (" + component + ") has a type that no option can have. Maybe use "
                + "JsonNode, String, Integer, Double, Boolean, List<String> or a list of records.");
    }

    static Class<?> elementType(RecordComponent component) {
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        throw new IllegalArgumentException("Option (" + component + ") doesn't say what its list holds.");
    }
}
