package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.trigger.Accountability;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right on items.
 *
 * @param role who has it, or null for everybody
 * @param fields those that may be seen or set; {@code *} means all
 * @param items which items it is for
 */
public record ItemPermission(
        @Nullable UUID role, String collection, Action action, List<String> fields, ObjectNode items) {

    /** What somebody does with items. */
    public enum Action {
        CREATE,
        READ,
        UPDATE,
        DELETE
    }

    boolean isFor(Accountability who, String wantedCollection, Action wantedAction) {
        return (role == null || role.equals(who.role()) || who.roles().contains(role))
                && collection.equals(wantedCollection)
                && action == wantedAction;
    }

    boolean includes(String field) {
        return fields.contains("*") || fields.contains(field);
    }
}
