package io.dataflows.model.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs in their text form, which every driver and JPA provider binds alike. */
final class Ids {

    private Ids() {}

    static @Nullable String ofNullable(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    static @Nullable UUID toUuidOrNull(@Nullable String id) {
        return id == null ? null : UUID.fromString(id);
    }
}
