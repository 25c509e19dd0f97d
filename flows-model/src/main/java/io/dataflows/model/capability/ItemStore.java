package io.dataflows.model.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Reads and changes the items of collections. Each call is all or nothing and works on the calling thread, inside its
 * transaction where there is one. A query has the members of the REST API: {@code fields}, {@code filter},
 * {@code sort}, {@code limit} and so on. Keys are texts or numbers; those that no item can have are refused as
 * FORBIDDEN.
 *
 * <p>What can't be done is told by a {@link io.dataflows.model.error.FlowsException}: FORBIDDEN where the authority
 * doesn't suffice or the collection, field or item isn't there, INVALID_QUERY, INVALID_PAYLOAD, FAILED_VALIDATION,
 * RECORD_NOT_UNIQUE, INVALID_FOREIGN_KEY, NOT_NULL_VIOLATION, VALUE_TOO_LONG or VALUE_OUT_OF_RANGE.
 */
@Known(as = "Items")
public interface ItemStore {

    /** Stores new items; gives their keys in the same order. Members that are no fields are passed over. */
    List<JsonNode> create(ItemScope scope, List<ObjectNode> items);

    /** The items, or sums of them, that a query chooses. */
    List<ObjectNode> read(ItemScope scope, ObjectNode query);

    /** Those of the items with these keys that may be read and that the query chooses, in the query's order. */
    List<ObjectNode> read(ItemScope scope, List<JsonNode> keys, ObjectNode query);

    /**
     * Makes the same changes to each of these items. A key without item is FORBIDDEN, unless the authority is
     * unrestricted.
     *
     * @return the keys as they were given, in the order of their texts
     */
    List<JsonNode> update(ItemScope scope, List<JsonNode> keys, ObjectNode changes);

    /** Makes the same changes to each item that the query chooses; gives their keys, in the order of their texts. */
    List<JsonNode> updateChosen(ItemScope scope, ObjectNode query, ObjectNode changes);

    /** Makes different changes to several items, each of which names its key; gives the keys. */
    List<JsonNode> updateEach(ItemScope scope, List<ObjectNode> items);

    /**
     * Deletes these items. A key without item is FORBIDDEN, unless the authority is unrestricted.
     *
     * @return the keys as they were given
     */
    List<JsonNode> delete(ItemScope scope, List<JsonNode> keys);

    /** Deletes each item that the query chooses; gives their keys. */
    List<JsonNode> deleteChosen(ItemScope scope, ObjectNode query);

    /**
     * Those of the keys whose items may be read, as the collection holds them. No key at all only asks whether anything
     * in the collection may be read: where nothing may, the answer is FORBIDDEN.
     */
    List<JsonNode> readable(ItemScope scope, List<JsonNode> keys);
}
