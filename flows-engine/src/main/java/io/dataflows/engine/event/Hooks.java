package io.dataflows.engine.event;

import com.fasterxml.jackson.databind.JsonNode;

/** Flows that wait for events. */
public interface Hooks {

    /** Nobody waits for anything. */
    Hooks NONE = new Hooks() {
        @Override
        public boolean hearsBefore(String event) {
            return false;
        }

        @Override
        public boolean hearsAfter(String event) {
            return false;
        }

        @Override
        public JsonNode before(HookEvent event) {
            return event.payload();
        }

        @Override
        public void after(HookEvent event) {}
    };

    /** Whether a filter flow waits for an event of this name; so that nobody prepares events in vain. */
    boolean hearsBefore(String event);

    /** Whether an action flow waits for an event of this name. */
    boolean hearsAfter(String event);

    /**
     * Runs the filter flows one after another, on this thread and in its transaction, and gives what they left of the
     * payload.
     *
     * @throws io.dataflows.model.error.FlowsException what a flow refused the event with
     */
    JsonNode before(HookEvent event);

    /**
     * Stores a run for each action flow, in this thread's transaction; they begin when it is committed, and never when it
     * isn't.
     */
    void after(HookEvent event);
}
