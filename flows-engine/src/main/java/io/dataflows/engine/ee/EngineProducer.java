package io.dataflows.engine.ee;

import io.dataflows.engine.Access;
import io.dataflows.engine.AnswerCache;
import io.dataflows.engine.ApiLimits;
import io.dataflows.engine.FlowEngine;
import io.dataflows.engine.FlowLibrary;
import io.dataflows.engine.ItemLibrary;
import io.dataflows.engine.Listing;
import io.dataflows.engine.OperationDirectory;
import io.dataflows.engine.RunHistory;
import io.dataflows.engine.SchemaLibrary;
import io.dataflows.engine.access.RightsSource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives the front doors to whoever injects them: the objects themselves, without a proxy in between. */
@Dependent
public class EngineProducer {

    @EJB
    private @Nullable EngineStartup startup;

    @Produces
    FlowEngine engine() {
        return started().wired().engine();
    }

    @Produces
    FlowLibrary library() {
        return started().wired().library();
    }

    @Produces
    RunHistory history() {
        return started().wired().history();
    }

    @Produces
    OperationDirectory operations() {
        return started().wired().operations();
    }

    @Produces
    AnswerCache answers() {
        return started().wired().answers();
    }

    @Produces
    SchemaLibrary schemas() {
        return started().schemas();
    }

    @Produces
    Access access() {
        return started().access();
    }

    @Produces
    RightsSource rights() {
        return started().rights();
    }

    @Produces
    ItemLibrary items() {
        return started().items();
    }

    @Produces
    ApiLimits limits() {
        return ApiLimits.of(started().settings());
    }

    @Produces
    Listing listing() {
        return new Listing(limits(), Clock.systemUTC());
    }

    private EngineStartup started() {
        return java.util.Objects.requireNonNull(startup, "EJB injection didn't happen.");
    }
}
