package io.dataflows.model.access;

import java.util.List;
import java.util.UUID;

/**
 * Rights that are given together.
 *
 * @param addresses where callers have to be for it to count: addresses, ranges {@code a-b} and networks
 *     {@code 10.0.0.0/8}; none means anywhere
 * @param enforceTfa whether a second factor is demanded
 * @param admin whoever has it may do everything
 * @param app whoever has it may use the console
 */
public record Policy(UUID id, String name, List<String> addresses, boolean enforceTfa, boolean admin, boolean app) {

    public Policy {
        addresses = List.copyOf(addresses);
    }
}
