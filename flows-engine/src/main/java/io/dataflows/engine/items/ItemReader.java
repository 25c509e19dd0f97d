package io.dataflows.engine.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.query.ListQuery;
import java.util.List;

/** Shows items to whoever may see them. Refuses with FORBIDDEN or INVALID_QUERY. */
public interface ItemReader {

    /** The items, or sums of them, that a query chooses. */
    List<ObjectNode> list(ItemScope scope, ListQuery query);

    /**
     * Those of the items with these keys that may be read and that the query chooses, in the query's order. Keys that no
     * item can have are FORBIDDEN; so is a collection of which nothing may be read, also where no key is given.
     */
    List<ObjectNode> show(ItemScope scope, List<JsonNode> keys, ListQuery query);
}
