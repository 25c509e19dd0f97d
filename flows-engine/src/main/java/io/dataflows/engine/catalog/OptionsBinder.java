package io.dataflows.engine.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes an options record of rendered options; members that no component has are passed over. */
final class OptionsBinder<O extends Record> {

    private final Constructor<O> constructor;
    private final List<OptionBinding> bindings;
    private final boolean secret;

    OptionsBinder(Class<O> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        this.bindings = Arrays.stream(components).map(OptionBinding::of).toList();
        this.secret = bindings.stream().anyMatch(OptionBinding::isSecret);
        try {
            this.constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalArgumentException("Options (" + type.getName() + ") is no record.", impossible);
        }
        constructor.setAccessible(true);
    }

    /** @throws JsonProcessingException for text that should be JSON and isn't */
    O bind(JsonNode rendered) throws JsonProcessingException {
        @Nullable Object[] values = new Object[bindings.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = bindings.get(index).bind(rendered);
        }
        return construct(values);
    }

    /** Tells the values of secret options, and gives the options without them; the same where there are none. */
    JsonNode conceal(JsonNode rendered, Consumer<JsonNode> secrets) {
        if (!secret || !(rendered instanceof ObjectNode object)) {
            return rendered;
        }
        ObjectNode masked = object.objectNode();
        masked.setAll(object);
        for (OptionBinding binding : bindings) {
            JsonNode value = object.get(binding.name());
            if (value != null) {
                masked.set(binding.name(), binding.conceal(value, secrets));
            }
        }
        return masked;
    }

    boolean isSecret() {
        return secret;
    }

    private O construct(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(String.valueOf(refused.getCause()), refused);
        } catch (InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
