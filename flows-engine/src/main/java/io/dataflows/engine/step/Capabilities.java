package io.dataflows.engine.step;

import io.dataflows.model.capability.Known;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

    /** @throws FlowsException SERVICE_UNAVAILABLE when there is none of this type */
    public <C> C get(Class<C> type) {
        return find(type)
                .orElseThrow(() -> new FlowsException(Fault.of(
                        ErrorCode.SERVICE_UNAVAILABLE,
                        FaultKind.OPERATIONAL,
                        name(type) + " are not available on this server.")));
    }

    public <C> Optional<C> find(Class<C> type) {
        return Optional.ofNullable(byType.get(type)).map(type::cast);
    }

    private static String name(Class<?> type) {
        Known known = type.getAnnotation(Known.class);
        return known == null ? "Capabilities of the kind " + type.getSimpleName() : known.as();
    }
}
