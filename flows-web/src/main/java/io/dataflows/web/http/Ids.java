package io.dataflows.web.http;

import io.dataflows.model.error.Refusals;
import io.dataflows.model.flow.StrictUuid;
import java.util.Optional;
import java.util.UUID;

/** Ids in paths and bodies. */
public final class Ids {
    private Ids() {}

    /** A UUID in its full form, or nothing. */
    public static Optional<UUID> parse(String text) {
        return StrictUuid.parse(text);
    }

    /** @throws io.dataflows.model.error.FlowsException FORBIDDEN, as for an id that nothing has */
    public static UUID require(String text) {
        return parse(text).orElseThrow(Refusals::forbidden);
    }
}
