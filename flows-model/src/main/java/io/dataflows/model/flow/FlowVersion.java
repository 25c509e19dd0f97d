package io.dataflows.model.flow;

import java.util.UUID;

/** One frozen state of a flow. A run keeps the version that it began with. */
public record FlowVersion(UUID flow, long revision) {}
