package io.dataflows.engine.access;

import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.model.access.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The permissions of one set of policies, by collection and action. Those without variables are resolved once. */
final class StoredGrants {

    private final Map<String, Map<Action, List<Grant>>> fixed = new HashMap<>();
    private final Map<String, Map<Action, List<StoredGrant>>> dynamic = new HashMap<>();

    StoredGrants(Map<String, Map<Action, List<StoredGrant>>> all) {
        all.forEach((collection, actions) -> {
            if (actions.values().stream().flatMap(List::stream).anyMatch(StoredGrant::dynamic)) {
                dynamic.put(collection, actions);
            } else {
                fixed.put(collection, plain(actions));
            }
        });
    }

    Map<String, Map<Action, List<Grant>>> resolve(DynamicVariables variables) {
        if (dynamic.isEmpty()) {
            return fixed;
        }
        Map<String, Map<Action, List<Grant>>> resolved = new HashMap<>(fixed);
        dynamic.forEach((collection, actions) -> resolved.put(collection, resolve(actions, variables)));
        return resolved;
    }

    private static Map<Action, List<Grant>> resolve(
            Map<Action, List<StoredGrant>> actions, DynamicVariables variables) {
        Map<Action, List<Grant>> resolved = new HashMap<>();
        actions.forEach((action, grants) -> resolved.put(
                action, grants.stream().map(grant -> grant.resolve(variables)).toList()));
        return resolved;
    }

    private static Map<Action, List<Grant>> plain(Map<Action, List<StoredGrant>> actions) {
        Map<Action, List<Grant>> plain = new HashMap<>();
        actions.forEach((action, grants) ->
                plain.put(action, grants.stream().map(StoredGrant::grant).toList()));
        return plain;
    }

    /** Gathers permissions. */
    static final class Gathering {

        private final Map<String, Map<Action, List<StoredGrant>>> all = new HashMap<>();

        void add(String collection, Action action, StoredGrant grant) {
            all.computeIfAbsent(collection, unused -> new HashMap<>())
                    .computeIfAbsent(action, unused -> new ArrayList<>())
                    .add(grant);
        }

        StoredGrants done() {
            return new StoredGrants(all);
        }
    }
}
