package io.dataflows.web.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.FlowLibrary;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.query.Collection;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.web.collection.EditableCollection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The flows of the library. */
record EditableFlows(FlowLibrary library) implements EditableCollection {
    @Override
    public Collection collection() {
        return FlowView.COLLECTION;
    }

    @Override
    public List<UUID> create(List<ObjectNode> drafts, Accountability who) {
        return library.createFlows(drafts, who).stream().map(FlowDefinition::id).toList();
    }

    @Override
    public List<UUID> update(Map<UUID, ObjectNode> patches, Accountability who) {
        return library.updateFlows(patches, who).stream()
                .map(FlowDefinition::id)
                .toList();
    }

    @Override
    public void delete(List<UUID> ids, Accountability who) {
        library.deleteFlows(ids, who);
    }
}
