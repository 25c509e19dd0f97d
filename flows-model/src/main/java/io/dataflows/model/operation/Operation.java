package io.dataflows.model.operation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A kind of work. Implementations are final, have no state and a public constructor without arguments; they are
 * registered under {@code META-INF/services} and described by {@link OperationInfo}.
 *
 * @param <O> the options record; its components carry {@link Option}
 */
public interface Operation<O extends Record> {

    /** The options record's class. */
    Class<O> optionsType();

    /**
     * Does the work. May be called again with the same input after a crash; must not block the thread for long:
     * give {@link Outcome.Suspended} or {@link Outcome.Pending} instead. Whatever it throws becomes a rejection.
     *
     * @param options templates replaced, converted to the types of the record
     */
    Outcome run(O options, StepContext context) throws Exception;

    /**
     * The options as the run log shows them, for an operation that reads some of them in another form than they were
     * written in.
     *
     * @param options templates replaced; not to be changed in place
     */
    default JsonNode shown(JsonNode options) {
        return options;
    }
}
