package io.dataflows.web.collection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.Collection;
import io.dataflows.model.trigger.Accountability;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an editable collection can do; each change happens wholly or not at all. */
public interface EditableCollection {
    Collection collection();

    /** @return the ids, in the order of the drafts */
    List<UUID> create(List<ObjectNode> drafts, Accountability who);

    /** @return the ids of those that there were */
    List<UUID> update(Map<UUID, ObjectNode> patches, Accountability who);

    void delete(List<UUID> ids, Accountability who);
}
