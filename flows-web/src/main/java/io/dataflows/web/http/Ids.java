package io.dataflows.web.http;

import io.dataflows.model.error.Refusals;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths and bodies. */
public final class Ids {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** A UUID in its full form, or nothing. */
    public static Optional<UUID> parse(String text) {
        return UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** @throws io.dataflows.model.error.FlowsException FORBIDDEN, as for an id that nothing has */
    public static UUID require(String text) {
        return parse(text).orElseThrow(Refusals::forbidden);
    }
}
