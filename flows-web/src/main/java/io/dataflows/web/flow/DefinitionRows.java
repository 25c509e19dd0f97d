package io.dataflows.web.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.FlowLibrary;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flows and their operations as rows, oldest first, read from the library when they are first asked for. */
public final class DefinitionRows implements Rows {
    private static final Comparator<FlowDefinition> OLDEST_FIRST =
            Comparator.comparing(FlowDefinition::dateCreated).thenComparing(FlowDefinition::id);

    private final FlowLibrary library;
    private final Map<String, Map<String, ObjectNode>> rows = new LinkedHashMap<>();

    public DefinitionRows(FlowLibrary library) {
        this.library = library;
    }

    @Override
    public Collection collection(String name) {
        return switch (name) {
            case FlowView.NAME -> FlowView.COLLECTION;
            case OperationView.NAME -> OperationView.COLLECTION;
            default -> throw new IllegalArgumentException("Collection (" + name + ") is not one of definitions.");
        };
    }

    @Override
    public List<ObjectNode> all(String collection) {
        return new ArrayList<>(of(collection).values());
    }

    @Override
    public Optional<ObjectNode> find(String collection, String id) {
        return Optional.ofNullable(of(collection).get(id));
    }

    private Map<String, ObjectNode> of(String collection) {
        if (rows.isEmpty()) {
            read();
        }
        return rows.getOrDefault(collection, Map.of());
    }

    private void read() {
        Map<String, ObjectNode> flows = new LinkedHashMap<>();
        Map<String, ObjectNode> operations = new LinkedHashMap<>();
        for (FlowDefinition flow : library.flows().stream().sorted(OLDEST_FIRST).toList()) {
            flows.put(flow.id().toString(), FlowView.of(flow));
            for (StepDefinition step : flow.steps()) {
                operations.put(step.id().toString(), OperationView.of(step));
            }
        }
        rows.put(FlowView.NAME, flows);
        rows.put(OperationView.NAME, operations);
    }
}
