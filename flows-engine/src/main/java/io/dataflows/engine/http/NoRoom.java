package io.dataflows.engine.http;

import io.dataflows.model.error.FlowsException;
import java.io.IOException;

/** Carries a refusal for want of memory through code that knows only trouble with connections. */
final class NoRoom extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param refusal what the flow is told */
    NoRoom(FlowsException refusal) {
        super(refusal.getMessage(), refusal);
    }
}
