package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Grant;
import io.dataflows.engine.access.Rights;
import io.dataflows.engine.items.ItemLookup;
import io.dataflows.model.access.Action;
import io.dataflows.model.error.Refusals;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses items that aren't there or aren't the caller's, without telling which of the two it is. */
final class PermittedItems {

    private final ItemLookup lookup;

    PermittedItems(ItemLookup lookup) {
        this.lookup = lookup;
    }

    /** Each field has to be granted for each of the items: a grant for other items doesn't lend its fields. */
    void requireForUpdate(WriteCall call, List<JsonNode> keys, ObjectNode sent) throws SQLException {
        if (call.isUnrestricted() || keys.isEmpty()) {
            return;
        }
        List<String> fields = new ArrayList<>();
        sent.fieldNames().forEachRemaining(fields::add);
        for (List<Grant> grants : grants(call.grants(Action.UPDATE), fields)) {
            if (!all(call, keys, Action.UPDATE, only(call, grants))) {
                throw Refusals.forbiddenItems("update", fields, call.name());
            }
        }
    }

    void requireForDelete(WriteCall call, List<JsonNode> keys) throws SQLException {
        if (!call.isUnrestricted() && !keys.isEmpty() && !all(call, keys, Action.DELETE, call.rights())) {
            throw Refusals.forbiddenItems("delete", call.name());
        }
    }

    private boolean all(WriteCall call, List<JsonNode> keys, Action action, Rights rights) throws SQLException {
        List<JsonNode> mine = lookup.permitted(call.connection(), call.collection(), keys, action, rights);
        Set<String> texts = new HashSet<>();
        mine.forEach(key -> texts.add(key.asText()));
        return keys.stream().allMatch(key -> texts.contains(key.asText()));
    }

    /** Which grants let each of the fields be set; the same ones are asked for once. */
    private static Set<List<Grant>> grants(List<Grant> all, List<String> fields) {
        Set<List<Grant>> sets = new HashSet<>();
        for (String field : fields) {
            sets.add(all.stream().filter(grant -> grant.includes(field)).toList());
        }
        return sets.isEmpty() ? Set.of(all) : sets;
    }

    private static Rights only(WriteCall call, List<Grant> grants) {
        boolean everyOne = grants.size() == call.grants(Action.UPDATE).size();
        return everyOne
                ? call.rights()
                : new Rights(
                        call.rights().authority(),
                        Map.of(call.name(), Map.of(Action.UPDATE, grants)),
                        call.rights().variables());
    }
}
