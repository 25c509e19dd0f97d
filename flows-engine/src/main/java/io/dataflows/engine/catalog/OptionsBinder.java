package io.dataflows.engine.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an options record of rendered options; members that no component has are passed over. */
final class OptionsBinder<O extends Record> {

    private final Constructor<O> constructor;
    private final List<OptionBinding> bindings;

    OptionsBinder(Class<O> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        this.bindings = Arrays.stream(components).map(OptionBinding::of).toList();
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
