package io.dataflows.model.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * What filters may ask of an account, and the policies that it has by itself.
 *
 * @param row members as clients know them, without secrets
 */
public record Person(ObjectNode row, List<UUID> policies) {

    public Person {
        policies = List.copyOf(policies);
    }
}
