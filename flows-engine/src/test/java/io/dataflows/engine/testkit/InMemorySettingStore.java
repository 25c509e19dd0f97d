package io.dataflows.engine.testkit;

import io.dataflows.engine.port.SettingStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Settings in a map. */
public final class InMemorySettingStore implements SettingStore {

    private final Map<String, String> values = new ConcurrentHashMap<>();

    @Override
    public String getOrCreate(String name, String initial) {
        return values.computeIfAbsent(name, unknown -> initial);
    }
}
