package io.dataflows.engine.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.flow.StepDefinition;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates and changes steps, and the steps that are nested in their paths. */
final class StepWrites {

    static final String COLLECTION = "directus_operations";

    private static final StepDefinition NOTHING = new StepDefinition(
            new UUID(0, 0), new UUID(0, 0), null, "", "", 0, 0, null, null, null, java.time.Instant.EPOCH, null);

    private final Workspace workspace;
    private final Author author;

    StepWrites(Workspace workspace, Author author) {
        this.workspace = workspace;
        this.author = author;
    }

    /**
     * Creates a step, or changes the one whose id the draft names.
     *
     * @param home the flow of a step that doesn't name one, or null
     * @return its id, null when the draft has faults
     */
    @Nullable
    UUID save(ObjectNode draft, @Nullable MutableFlow home) {
        UUID id = Ids.parse(draft.get("id"));
        if (id == null) {
            return create(UUID.randomUUID(), draft, home);
        }
        return update(id, draft) ? id : create(id, draft, home);
    }

    /** Creates a step; an id that is taken is a fault. */
    @Nullable
    UUID create(ObjectNode draft) {
        UUID id = draft.hasNonNull("id") ? Ids.parse(draft.get("id")) : UUID.randomUUID();
        if (id == null) {
            workspace.faults().addAll(Refusals.forbidden());
            return null;
        }
        if (workspace.flowOfStep(id).isPresent()) {
            workspace.faults().add(RecordFaults.notUnique(COLLECTION, "id", id.toString()));
            return null;
        }
        return create(id, draft, null);
    }

    /** False when there is no such step. */
    boolean update(UUID id, ObjectNode patch) {
        Optional<MutableFlow> holder = workspace.flowOfStep(id);
        if (holder.isEmpty()) {
            return false;
        }
        StepDefinition before = java.util.Objects.requireNonNull(holder.get().step(id));
        Draft draft = new Draft(COLLECTION, patch, false, workspace.faults());
        MutableFlow flow = draft.has("flow") ? target(draft, holder.get()) : holder.get();
        put(flow, id, draft, before, before.dateCreated(), before.userCreated());
        return true;
    }

    void delete(UUID id) {
        workspace.flowOfStep(id).ifPresent(flow -> flow.remove(id));
    }

    private @Nullable UUID create(UUID id, ObjectNode members, @Nullable MutableFlow home) {
        Draft draft = new Draft(COLLECTION, members, true, workspace.faults());
        MutableFlow flow = home != null && !draft.has("flow") ? home : target(draft, home);
        if (flow == null) {
            read(id, new UUID(0, 0), draft, NOTHING, author.now(), author.user());
            return null;
        }
        put(flow, id, draft, NOTHING, author.now(), author.user());
        return id;
    }

    /** The flow that the draft names; a fault and the other one when it names none that exists. */
    private @Nullable MutableFlow target(Draft draft, @Nullable MutableFlow otherwise) {
        if (!draft.isGiven("flow")) {
            return otherwise;
        }
        JsonNode value = draft.get("flow");
        UUID id = Ids.parse(value);
        Optional<MutableFlow> flow = id == null ? Optional.empty() : workspace.flow(id);
        if (flow.isEmpty()) {
            String text = value == null ? "null" : value.asText();
            workspace.faults().add(RecordFaults.noSuchTarget(COLLECTION, "flow", text));
        }
        return flow.orElse(otherwise);
    }

    private void put(
            @Nullable MutableFlow flow,
            UUID id,
            Draft draft,
            StepDefinition before,
            java.time.Instant created,
            @Nullable UUID user) {
        if (flow == null) {
            return;
        }
        StepDefinition step = read(id, flow.id(), draft, before, created, user);
        workspace.put(flow, step);
        UUID resolve = link(draft, "resolve", before.resolve());
        UUID reject = link(draft, "reject", before.reject());
        workspace.put(flow, StepLinks.with(step, resolve, reject));
    }

    private static StepDefinition read(
            UUID id, UUID flow, Draft draft, StepDefinition before, java.time.Instant created, @Nullable UUID user) {
        return new StepDefinition(
                id,
                flow,
                draft.text("name", 255, before.name()),
                draft.requiredText("key", 255, before.key()),
                draft.requiredText("type", 255, before.type()),
                draft.requiredInteger("position_x", before.positionX()),
                draft.requiredInteger("position_y", before.positionY()),
                draft.json("options", before.options()),
                before.resolve(),
                before.reject(),
                created,
                user);
    }

    /** A path: an id, null, or a nested step that is saved first. */
    private @Nullable UUID link(Draft draft, String edge, @Nullable UUID before) {
        JsonNode value = draft.get(edge);
        return value instanceof ObjectNode nested ? save(nested, null) : draft.id(edge, before);
    }
}
