package io.dataflows.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationDescriptor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that knows no operation draws the form of each: here as text, one line for each field. */
class FormFromSchemaTest {

    private static final String MISSING = "<missing>";

    static List<Operation<?>> all() {
        return Operations.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasAFieldForEveryOption(Operation<?> operation) {
        // What a client gets is text.
        String form = draw(operation);
        for (RecordComponent option : operation.optionsType().getRecordComponents()) {
            String title = option.getAnnotation(io.dataflows.model.operation.Option.class)
                    .title();
            assertThat(form.lines().filter(line -> line.startsWith(title + " [") || line.startsWith(title + "* [")))
                    .hasSize(1);
        }
        assertThat(form).doesNotContain(MISSING);
    }

    @Test
    void looksAsUsersKnowIt() {
        assertThat(draw(operation("sleep"))).isEqualTo("Milliseconds [full number] e.g. 1000 # How long to wait.\n");
        assertThat(draw(operation("log")))
                .isEqualTo("Message [full template] e.g. Hello, {{ $trigger.body.name }}"
                        + " # Values of earlier operations are written as {{ key }}.\n");
        assertThat(draw(operation("throw-error")))
                .contains("HTTP Status [full select of 400 Bad Request, 401 Unauthorized,")
                .contains("500 Internal Server Error or other text] = 500");
        assertThat(draw(operation("sample")))
                .startsWith("Text* [half text] e.g. words\n")
                .contains("  Header* [half text]\n  Value [half text]\n")
                .contains("Closed [full select of The first, two] = \"one\"\n")
                .contains("Hidden [full code in sql] while closed is two\n")
                .contains("Secret [full password, secret]\n");
    }

    private static Operation<?> operation(String id) {
        return Operations.all().stream()
                .filter(operation -> operation
                        .getClass()
                        .getAnnotation(io.dataflows.model.operation.OperationInfo.class)
                        .id()
                        .equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String draw(Operation<?> operation) {
        OperationDescriptor type =
                new OperationCatalog(List.of(operation)).descriptors().get(0);
        StringBuilder form = new StringBuilder();
        draw(form, "", type.schema());
        return form.toString();
    }

    private static void draw(StringBuilder form, String indent, JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (var option : schema.path("properties").properties()) {
            JsonNode field = option.getValue();
            form.append(indent).append(field.path("title").asText(MISSING));
            form.append(required.contains(option.getKey()) ? "* [" : " [");
            widget(form, field);
            form.append(field.has("default") ? "] = " + Json.write(field.path("default")) : "]");
            form.append(
                    field.has("x-placeholder")
                            ? " e.g. " + field.path("x-placeholder").asText().replace("\n", "")
                            : "");
            field.path("x-shown-when").properties().forEach(condition -> form.append(" while ")
                    .append(condition.getKey())
                    .append(" is ")
                    .append(condition.getValue().path(0).asText(MISSING)));
            form.append(
                    field.has("description") ? " # " + field.path("description").asText() : "");
            form.append('\n');
            draw(form, indent + "  ", field.path("items"));
        }
    }

    private static void widget(StringBuilder form, JsonNode field) {
        form.append(field.path("x-width").asText(MISSING))
                .append(' ')
                .append(field.path("x-widget").asText(MISSING));
        List<String> choices = new ArrayList<>();
        for (JsonNode alternative : field.path("anyOf")) {
            if (alternative.has("const")) {
                choices.add(alternative.path("title").asText(MISSING));
            }
        }
        form.append(choices.isEmpty() ? "" : " of " + String.join(", ", choices));
        form.append(field.path("x-open").asBoolean() ? " or other text" : "");
        form.append(field.has("x-language") ? " in " + field.path("x-language").asText() : "");
        form.append(field.path("x-secret").asBoolean() ? ", secret" : "");
    }
}
