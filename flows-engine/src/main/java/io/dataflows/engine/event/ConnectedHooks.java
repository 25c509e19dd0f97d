package io.dataflows.engine.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Hooks that are connected once both sides are there: items tell flows what happens, and flows change items. Until then
 * nobody waits for anything.
 */
public final class ConnectedHooks implements Hooks {

    private volatile Hooks flows = NONE;

    public void connect(Hooks hooks) {
        flows = hooks;
    }

    @Override
    public boolean hearsBefore(String event) {
        return flows.hearsBefore(event);
    }

    @Override
    public boolean hearsAfter(String event) {
        return flows.hearsAfter(event);
    }

    @Override
    public JsonNode before(HookEvent event) {
        return flows.before(event);
    }

    @Override
    public void after(HookEvent event) {
        flows.after(event);
    }
}
