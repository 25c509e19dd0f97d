package io.dataflows.engine.ee;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/** Comes up with the deployment, before the first request. */
@Singleton
@Startup
public class EngineStartup {

    private static final System.Logger LOG = System.getLogger("io.dataflows");

    @PostConstruct
    void start() {
        LOG.log(System.Logger.Level.INFO, "Data Flows starts");
    }
}
