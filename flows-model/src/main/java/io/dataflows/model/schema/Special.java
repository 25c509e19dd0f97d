package io.dataflows.model.schema;

import java.util.Locale;
import java.util.Optional;

/** What the platform does with a field by itself. */
public enum Special {
    DATE_CREATED,
    DATE_UPDATED,
    USER_CREATED,
    USER_UPDATED,
    /** Nobody reads the value: it is shown as asterisks, and can't be asked for. */
    CONCEAL,
    /** Texts are kept as their argon2id hash. */
    HASH,
    /** A key that isn't given is a new UUID. */
    UUID,
    CAST_JSON,
    CAST_BOOLEAN,
    CAST_CSV,
    M2O,
    O2M;

    /** As the API writes it, for example {@code date-created}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Special> of(String text) {
        for (Special special : values()) {
            if (special.text().equals(text)) {
                return Optional.of(special);
            }
        }
        return Optional.empty();
    }
}
