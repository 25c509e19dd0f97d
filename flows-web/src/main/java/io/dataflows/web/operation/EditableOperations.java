package io.dataflows.web.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.FlowLibrary;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.query.Collection;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.web.collection.EditableCollection;
import io.dataflows.web.flow.OperationView;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The operations placed in the flows of the library. */
record EditableOperations(FlowLibrary library) implements EditableCollection {
    @Override
    public Collection collection() {
        return OperationView.COLLECTION;
    }

    @Override
    public List<UUID> create(List<ObjectNode> drafts, Accountability who) {
        return library.createSteps(drafts, who).stream().map(StepDefinition::id).toList();
    }

    @Override
    public List<UUID> update(Map<UUID, ObjectNode> patches, Accountability who) {
        return library.updateSteps(patches, who).stream()
                .map(StepDefinition::id)
                .toList();
    }

    @Override
    public void delete(List<UUID> ids, Accountability who) {
        library.deleteSteps(ids, who);
    }
}
