package io.dataflows.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST API, at the context root: clients know its paths without a prefix. */
@ApplicationPath("/")
public final class FlowsApplication extends Application {}
