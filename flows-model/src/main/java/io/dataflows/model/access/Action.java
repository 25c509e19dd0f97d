package io.dataflows.model.access;

import java.util.Locale;
import java.util.Optional;

/** What somebody does with items. */
public enum Action {
    CREATE,
    READ,
    UPDATE,
    DELETE;

    /** As the API writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Action> of(String text) {
        for (Action action : values()) {
            if (action.text().equals(text)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
