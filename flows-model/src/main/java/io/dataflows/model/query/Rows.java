package io.dataflows.model.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The rows that a list call works on; a relation holds the id or the ids of the rows that it leads to. */
public interface Rows {
    /** @throws IllegalArgumentException for a collection that isn't among these */
    Collection collection(String name);

    List<ObjectNode> all(String collection);

    Optional<ObjectNode> find(String collection, String id);
}
