package io.dataflows.engine.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/** The value of {@code $env}: settings keep the type that they look like, so that {@code true} is no secret text. */
public final class EnvValues {

    private EnvValues() {}

    /** An object with a boolean, a number or a text for each setting, in the map's order. */
    public static ObjectNode of(Map<String, String> settings) {
        ObjectNode env = Json.object();
        settings.forEach((name, text) -> put(env, name, text));
        return env;
    }

    private static void put(ObjectNode env, String name, String text) {
        if (text.equals("true") || text.equals("false")) {
            env.put(name, text.equals("true"));
        } else if (isNumber(text)) {
            env.put(name, new BigDecimal(text));
        } else {
            env.put(name, text);
        }
    }

    /** Only a text that the number gives again: {@code 007} is a text. */
    private static boolean isNumber(String text) {
        return DecimalText.matches(text)
                && text.length() < 16
                && new BigDecimal(text).toPlainString().equals(text);
    }
}
