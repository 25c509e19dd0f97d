package io.dataflows.engine.compile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds the texts in a step's options; the names of members are never templates. */
final class OptionTexts {

    private OptionTexts() {}

    static void each(OptionPlace place, @Nullable JsonNode value, BiConsumer<OptionPlace, String> consumer) {
        if (value == null) {
            return;
        } else if (value.isTextual()) {
            consumer.accept(place, value.textValue());
        } else if (value.isObject()) {
            value.properties().forEach(member -> each(place.child(member.getKey()), member.getValue(), consumer));
        } else {
            int index = 0;
            for (JsonNode element : value) {
                each(place.child(String.valueOf(index++)), element, consumer);
            }
        }
    }
}
