package io.dataflows.engine.step;

import java.util.LinkedHashMap;
import java.util.Map;

/** What operations may reach outside the engine, by its interface. */
public final class Capabilities {

    private final Map<Class<?>, Object> byType;

    private Capabilities(Map<Class<?>, Object> byType) {
        this.byType = Map.copyOf(byType);
    }

    public static Capabilities none() {
        return new Capabilities(Map.of());
    }

    public <C> Capabilities with(Class<C> type, C capability) {
        Map<Class<?>, Object> more = new LinkedHashMap<>(byType);
        more.put(type, capability);
        return new Capabilities(more);
    }

    public boolean has(Class<?> type) {
        return byType.containsKey(type);
    }

    /** @throws IllegalStateException when there is none of this type */
    public <C> C get(Class<C> type) {
        Object capability = byType.get(type);
        if (capability == null) {
            throw new IllegalStateException("Capability (" + type.getName() + ") is not installed on this server.");
        }
        return type.cast(capability);
    }
}
