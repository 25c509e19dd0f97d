package io.dataflows.engine.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Rights;
import io.dataflows.model.access.Action;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.schema.CollectionSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What a change has to find out about items, on the connection of its transaction. Keys are as the column holds them. */
public interface ItemLookup {

    /**
     * Keys of the items that a query chooses among those that may be read, in the query's order.
     *
     * @throws io.dataflows.model.error.FlowsException FORBIDDEN or INVALID_QUERY
     */
    List<JsonNode> chosen(Connection connection, CollectionSchema collection, ListQuery query, Rights rights)
            throws SQLException;

    /**
     * Those of the keys that an item has on which the action may be done. A key that no item can have is none of them.
     * The order is that of the keys.
     */
    List<JsonNode> permitted(
            Connection connection, CollectionSchema collection, List<JsonNode> keys, Action action, Rights rights)
            throws SQLException;

    /**
     * Whole items by the text of their keys, whoever asks: every column, concealed ones as they are stored.
     *
     * @param forUpdate whether they are locked until the transaction ends
     */
    Map<String, ObjectNode> rows(
            Connection connection, CollectionSchema collection, List<JsonNode> keys, boolean forUpdate)
            throws SQLException;
}
