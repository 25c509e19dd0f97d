package io.dataflows.engine.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.json.Json;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Options fit the schema of their operation. Clients may save flows that break these rules: a value that doesn't fit
 * counts as not given, or the step takes its reject path.
 */
final class OptionRules {

    private final FlowDefinition flow;
    private final OperationCatalog catalog;
    private final List<FlowProblem> problems = new ArrayList<>();

    OptionRules(FlowDefinition flow, OperationCatalog catalog) {
        this.flow = flow;
        this.catalog = catalog;
    }

    List<FlowProblem> check() {
        for (OptionPlace place : OptionPlace.ofSteps(flow)) {
            catalog.find(place.step().type()).ifPresent(operation -> check(place, operation.schema()));
        }
        return problems;
    }

    private void check(OptionPlace place, JsonNode schema) {
        JsonNode given = place.step().options();
        JsonNode options = given != null && given.isObject() ? given : JsonNodeFactory.instance.objectNode();
        members(place, schema, options);
    }

    private void members(OptionPlace parent, JsonNode schema, JsonNode options) {
        for (String name : required(schema, options)) {
            JsonNode value = options.path(name);
            if (value.isMissingNode() || value.isNull() || isEmptyText(value)) {
                String hint = "Maybe fill in \""
                        + schema.at("/properties/" + name + "/title").asText() + "\".";
                problems.add(parent.child(name).problem("OPTION_MISSING", "", "is required, but missing.", hint));
            }
        }
        for (var member : options.properties()) {
            JsonNode option = schema.path("properties").path(member.getKey());
            if (option.isMissingNode()) {
                unknown(parent.child(member.getKey()), schema);
            } else if (ShownOptions.isShown(schema, option, options)) {
                value(parent.child(member.getKey()), option, member.getValue());
            }
        }
    }

    private void value(OptionPlace place, JsonNode schema, JsonNode value) {
        if (value.isNull() || isEmptyText(value) && !schema.has("contentMediaType")) {
            return;
        }
        boolean secret = schema.path("x-secret").asBoolean();
        OptionBreach.of(schema, value)
                .ifPresent(breach -> problems.add(
                        place.problem(breach.code(), secret ? "" : shown(value), breach.fact(), breach.hint())));
        if (secret && value.isTextual() && !OptionBreach.isTemplate(value)) {
            problems.add(place.problem(
                    "SECRET_LITERAL",
                    "",
                    "is written into the flow: whoever reads the flow reads this secret.",
                    "Maybe keep it in the server's environment and write {{ $env.NAME }}."));
        }
        if (value.isArray()) {
            elements(place, schema.path("items"), value);
        }
    }

    private void elements(OptionPlace place, JsonNode schema, JsonNode list) {
        int index = 0;
        for (JsonNode element : list) {
            OptionPlace at = place.child(String.valueOf(index++));
            value(at, schema, element);
            if (element.isObject() && schema.has("properties")) {
                members(at, schema, element);
            }
        }
    }

    private void unknown(OptionPlace place, JsonNode schema) {
        List<String> known = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        Spelling.nearest(place.name(), known)
                .ifPresent(name -> problems.add(place.problem(
                        "OPTION_UNKNOWN", "", "is unknown and has no effect.", "Maybe \"" + name + "\" is meant.")));
    }

    private static Set<String> required(JsonNode schema, JsonNode options) {
        Set<String> names = new LinkedHashSet<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        for (JsonNode rule : schema.path("allOf")) {
            for (JsonNode name : rule.path("then").path("required")) {
                if (ShownOptions.isShown(schema, schema.path("properties").path(name.asText()), options)) {
                    names.add(name.asText());
                }
            }
        }
        return names;
    }

    private static boolean isEmptyText(JsonNode value) {
        return value.isTextual() && value.textValue().isEmpty();
    }

    private static String shown(JsonNode value) {
        String text = value.isContainerNode() ? "" : Json.write(value);
        return text.length() <= 60 ? text : "";
    }
}
