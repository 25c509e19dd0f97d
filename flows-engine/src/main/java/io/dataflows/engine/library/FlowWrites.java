package io.dataflows.engine.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.flow.FlowDefinition;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates and changes flows, and the steps that are nested in them. */
final class FlowWrites {

    static final String COLLECTION = "directus_flows";

    private final Workspace workspace;
    private final Author author;
    private final StepWrites steps;

    FlowWrites(Workspace workspace, Author author) {
        this.workspace = workspace;
        this.author = author;
        this.steps = new StepWrites(workspace, author);
    }

    /** Its id, null when the draft has faults. */
    @Nullable
    UUID create(ObjectNode draft) {
        UUID id = draft.hasNonNull("id") ? Ids.parse(draft.get("id")) : UUID.randomUUID();
        if (id == null) {
            workspace.faults().addAll(Refusals.forbidden());
            return null;
        }
        if (workspace.flow(id).isPresent()) {
            workspace.faults().add(RecordFaults.notUnique(COLLECTION, "id", id.toString()));
            return null;
        }
        MutableFlow flow = MutableFlow.created(empty(id));
        workspace.add(flow);
        write(flow, draft, true);
        return id;
    }

    /** False when there is no such flow. */
    boolean update(UUID id, ObjectNode patch) {
        Optional<MutableFlow> flow = workspace.flow(id);
        flow.ifPresent(found -> write(found, patch, false));
        return flow.isPresent();
    }

    private FlowDefinition empty(UUID id) {
        return new FlowDefinition(
                id,
                "",
                null,
                null,
                null,
                "active",
                null,
                "all",
                null,
                null,
                null,
                author.now(),
                author.user(),
                0,
                List.of());
    }

    private void write(MutableFlow flow, ObjectNode members, boolean creating) {
        Draft draft = new Draft(COLLECTION, members, creating, workspace.faults());
        flow.setHead(read(flow.head(), draft));
        JsonNode first = draft.get("operation");
        UUID operation = first instanceof ObjectNode nested
                ? steps.save(nested, null)
                : draft.id("operation", flow.head().operation());
        flow.setHead(FlowHeads.withOperation(flow.head(), operation));
        writeSteps(flow, draft.get("operations"));
    }

    private static FlowDefinition read(FlowDefinition before, Draft draft) {
        Instant created = before.dateCreated();
        return new FlowDefinition(
                before.id(),
                draft.requiredText("name", 255, before.name()),
                draft.text("icon", 64, before.icon()),
                draft.text("color", 255, before.color()),
                draft.text("description", 1 << 20, before.description()),
                draft.has("status") ? draft.requiredText("status", 255, before.status()) : before.status(),
                draft.text("trigger", 255, before.trigger()),
                draft.text("accountability", 255, before.accountability()),
                draft.json("options", before.options()),
                before.operation(),
                draft.id("folder", before.folder()),
                created,
                before.userCreated(),
                before.revision(),
                before.steps());
    }

    private void writeSteps(MutableFlow flow, @Nullable JsonNode operations) {
        if (operations == null) {
            return;
        }
        if (operations.isArray()) {
            replaceSteps(flow, operations);
        } else if (operations.isObject()) {
            changeSteps(flow, operations);
        } else {
            workspace.faults().wrongType("operations", "a list, or an object with create, update and delete");
        }
    }

    /** The list says what the flow has from now on. */
    private void replaceSteps(MutableFlow flow, JsonNode list) {
        Set<UUID> kept = new HashSet<>();
        for (JsonNode element : list) {
            UUID id = element instanceof ObjectNode nested ? saveInto(flow, nested) : known(element);
            if (id != null) {
                kept.add(id);
            }
        }
        flow.stepIds().stream().filter(id -> !kept.contains(id)).forEach(flow::remove);
    }

    private void changeSteps(MutableFlow flow, JsonNode change) {
        for (JsonNode draft : change.path("create")) {
            saveNested(flow, draft);
        }
        for (JsonNode patch : change.path("update")) {
            saveNested(flow, patch);
        }
        for (JsonNode id : change.path("delete")) {
            UUID step = known(id);
            if (step != null) {
                flow.remove(step);
            }
        }
    }

    private void saveNested(MutableFlow flow, JsonNode value) {
        if (value instanceof ObjectNode draft) {
            saveInto(flow, draft);
        } else {
            workspace.faults().wrongType("operations", "made of objects");
        }
    }

    private @Nullable UUID saveInto(MutableFlow flow, ObjectNode draft) {
        return steps.save(draft, flow);
    }

    private @Nullable UUID known(JsonNode value) {
        UUID id = Ids.parse(value);
        if (id == null || workspace.flowOfStep(id).isEmpty()) {
            workspace.faults().add(RecordFaults.noSuchTarget(COLLECTION, "operations", value.asText()));
            return null;
        }
        return id;
    }
}
