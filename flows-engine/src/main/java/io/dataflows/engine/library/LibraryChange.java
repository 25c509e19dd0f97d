package io.dataflows.engine.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.compile.FlowValidator;
import io.dataflows.engine.port.FlowStore;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of the library, to be made inside of one transaction of the store. */
public final class LibraryChange {

    private final Workspace workspace;
    private final FlowWrites flows;
    private final StepWrites steps;

    public LibraryChange(FlowStore.Change change, FlowValidator validator, @Nullable UUID user, Instant now) {
        this.workspace = new Workspace(change, validator);
        Author author = new Author(user, now);
        this.flows = new FlowWrites(workspace, author);
        this.steps = new StepWrites(workspace, author);
    }

    /**
     * What a change did.
     *
     * @param rows the flows or steps that were asked for, as they are now
     * @param flows ids of all flows that it touched
     */
    public record Changed<T>(List<T> rows, Set<UUID> flows) {}

    public Changed<FlowDefinition> createFlows(List<ObjectNode> drafts) {
        List<UUID> ids =
                drafts.stream().map(flows::create).filter(Objects::nonNull).toList();
        return commitFlows(ids);
    }

    public Changed<FlowDefinition> updateFlows(Map<UUID, ObjectNode> patches) {
        List<UUID> ids = new ArrayList<>();
        patches.forEach((id, patch) -> {
            if (flows.update(id, patch)) {
                ids.add(id);
            }
        });
        return commitFlows(ids);
    }

    public Changed<FlowDefinition> deleteFlows(Collection<UUID> ids) {
        ids.forEach(workspace::delete);
        return commitFlows(List.of());
    }

    public Changed<StepDefinition> createSteps(List<ObjectNode> drafts) {
        List<UUID> ids =
                drafts.stream().map(steps::create).filter(Objects::nonNull).toList();
        return commitSteps(ids);
    }

    public Changed<StepDefinition> updateSteps(Map<UUID, ObjectNode> patches) {
        List<UUID> ids = new ArrayList<>();
        patches.forEach((id, patch) -> {
            if (steps.update(id, patch)) {
                ids.add(id);
            }
        });
        return commitSteps(ids);
    }

    public Changed<StepDefinition> deleteSteps(Collection<UUID> ids) {
        ids.forEach(steps::delete);
        return commitSteps(List.of());
    }

    private Changed<FlowDefinition> commitFlows(List<UUID> ids) {
        workspace.commit();
        List<FlowDefinition> rows = ids.stream()
                .map(id -> workspace.flow(id).orElseThrow().toDefinition())
                .toList();
        return new Changed<>(rows, workspace.touched());
    }

    private Changed<StepDefinition> commitSteps(List<UUID> ids) {
        workspace.commit();
        return new Changed<>(workspace.steps(ids), workspace.touched());
    }
}
