package io.dataflows.model.flow;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids in their full form only: {@link UUID#fromString} alone takes texts that are none. */
public final class StrictUuid {

    private static final Pattern TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private StrictUuid() {}

    /** The id, or nothing when the text is none. */
    public static Optional<UUID> parse(String text) {
        return TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
