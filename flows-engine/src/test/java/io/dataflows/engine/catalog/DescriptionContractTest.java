package io.dataflows.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.template.TemplateCheck;
import io.dataflows.engine.template.TemplateCheck.Reference;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationDescriptor;
import io.dataflows.model.operation.OperationDescriptor.OverviewLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation describes itself so well that a client knows how to show it. */
class DescriptionContractTest {

    static final Set<String> WIDGETS = Set.of(
            "text",
            "textarea",
            "number",
            "switch",
            "select",
            "tags",
            "json",
            "code",
            "filter",
            "template",
            "collection",
            "role",
            "user",
            "flow",
            "markdown",
            "html",
            "headers",
            "password");

    static List<OperationDescriptor> all() {
        return new OperationCatalog(Operations.all()).descriptors();
    }

    static List<Operation<?>> operations() {
        return Operations.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhatItIs(OperationDescriptor type) {
        assertThat(type.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertThat(type.name()).isNotBlank();
        assertThat(type.icon()).matches("[a-z0-9_]+");
        assertThat(type.description()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhatItsPanelShows(OperationDescriptor type) {
        List<JsonNode> options = options(type.schema());
        if (options.stream()
                .anyMatch(option -> !option.path("x-widget").asText().equals("code"))) {
            assertThat(type.overview()).isNotEmpty();
        }
        for (OverviewLine line : type.overview()) {
            assertThat(line.label()).isNotBlank();
            assertThat(TemplateCheck.problem(line.text())).isNull();
            assertThat(TemplateCheck.references(line.text()))
                    .isNotEmpty()
                    .extracting(Reference::member)
                    .allMatch(type.schema().path("properties")::has);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void givesAValidSchema(OperationDescriptor type) {
        assertThat(type.schema().path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(MetaSchema.faults(type.schema())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void describesEveryOption(OperationDescriptor type) {
        for (JsonNode option : options(type.schema())) {
            assertThat(option.path("title").asText()).as(type.id()).isNotBlank();
            assertThat(option.path("x-widget").asText()).as(type.id()).isIn(WIDGETS);
            assertThat(option.path("x-width").asText()).as(type.id()).isIn("half", "full");
            assertThat(option.path("description").asText("."))
                    .as(type.id() + ", " + option.path("title").asText())
                    .matches("(?s).*[.!?]");
            if (option.has("default")) {
                assertThat(MetaSchema.breaches(option, option.path("default")))
                        .as(type.id())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void showsOptionsOnlyForValuesThatOthersCanHave(OperationDescriptor type) {
        JsonNode properties = type.schema().path("properties");
        for (JsonNode option : properties) {
            option.path("x-shown-when").properties().forEach(condition -> {
                List<String> choices = properties.path(condition.getKey()).findValuesAsText("const");
                condition.getValue().forEach(value -> assertThat(choices)
                        .as(type.id() + ", " + condition.getKey())
                        .contains(value.asText()));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void allowsATemplateForEveryOption(OperationDescriptor type) {
        for (String name : names(type.schema())) {
            var options = Json.object().put(name, "{{ $last.value }}");
            JsonNode optional = type.schema().deepCopy();
            ((com.fasterxml.jackson.databind.node.ObjectNode) optional).remove(List.of("required", "allOf"));
            assertThat(MetaSchema.breaches(optional, options)).as(name).isEmpty();
        }
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<JsonNode> options(JsonNode schema) {
        List<JsonNode> options = new ArrayList<>();
        for (JsonNode option : schema.path("properties")) {
            options.add(option);
            options.addAll(options(option.path("items")));
        }
        return options;
    }
}
