package io.dataflows.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.SampleOperation;
import io.dataflows.model.operation.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsSchemaTest {

    private final JsonNode schema = OptionsSchema.of(SampleOperation.Options.class);

    @ParameterizedTest
    @CsvSource({
        "text,string",
        "number,number",
        "limited,integer",
        "flag,boolean",
        "json,object",
        "tags,array",
        "headers,array"
    })
    void putsTheTypeToEditFirst(String option, String type) {
        assertThat(option(option).at("/type/0").asText()).isEqualTo(type);
    }

    @Test
    void hasNoTypeForAnOptionThatTakesAnything() {
        assertThat(option("any").has("type")).isFalse();
    }

    @Test
    void keepsTheOrderOfTheRecord() {
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .startsWith("text", "number", "limited", "flag")
                .endsWith("secret", "code");
        assertThat(schema.path("properties").findValues("x-order").get(1).asInt())
                .isEqualTo(2);
    }

    @Test
    void tellsAFormEverythingAboutAnOption() {
        assertThat(option("text"))
                .isEqualTo(
                        Flows.json(
                                """
                {"type": ["string", "number", "boolean", "object", "array"], "title": "Text", "x-widget": "text",
                 "x-width": "half", "x-placeholder": "words", "minLength": 1, "x-order": 1}"""));
        assertThat(option("secret").path("x-secret").asBoolean()).isTrue();
        assertThat(option("hidden").path("x-language").asText()).isEqualTo("sql");
        assertThat(option("hidden").path("x-shown-when")).isEqualTo(Flows.json("{\"closed\": [\"two\"]}"));
        assertThat(option("flag").path("default").isBoolean()).isTrue();
    }

    @Test
    void listsChoicesWithTheirTitles() {
        assertThat(option("closed").path("anyOf"))
                .isEqualTo(
                        Flows.json(
                                """
                [{"title": "The first", "const": "one"}, {"title": "two", "const": "two"},
                 {"type": "string", "pattern": "\\\\{\\\\{"}, {"enum": ["", null]}]"""));
        assertThat(option("closed").path("x-open").booleanValue()).isFalse();
        assertThat(option("open").at("/anyOf/0/const").isInt()).isTrue();
        assertThat(option("open").path("x-open").booleanValue()).isTrue();
    }

    @Test
    void describesTheRecordsOfAList() {
        JsonNode header = option("headers").path("items");
        assertThat(header.path("required")).isEqualTo(Flows.json("[\"header\"]"));
        assertThat(header.at("/properties/header/title").asText()).isEqualTo("Header");
        assertThat(header.at("/properties/value/x-width").asText()).isEqualTo("half");
    }

    @Test
    void honoursValidationAnnotations() {
        assertThat(option("limited").path("minimum").asInt()).isEqualTo(1);
        assertThat(option("limited").path("maximum").asInt()).isEqualTo(10);
        assertThat(option("code").path("pattern").asText()).isEqualTo("^(?:[A-Z]+)$|\\{\\{");
    }

    @Test
    void missesAHiddenOptionOnlyWhileItIsShown() {
        assertThat(schema.path("required")).isEqualTo(Flows.json("[\"text\"]"));
        assertThat(MetaSchema.breaches(schema, Flows.json("{\"text\": \"a\"}"))).isEmpty();
        assertThat(MetaSchema.breaches(schema, Flows.json("{\"text\": \"a\", \"closed\": \"two\"}")))
                .isNotEmpty();
        assertThat(MetaSchema.breaches(schema, Flows.json("{\"text\": \"a\", \"closed\": \"two\", \"hidden\": \"b\"}")))
                .isEmpty();
    }

    record DefaultThatIsNoJson(@Option(title = "A", defaultValue = "{") String a) {}

    record ConditionWithoutValue(@Option(title = "A", shownWhen = "b") String a) {}

    @Test
    void refusesAnnotationsThatSayNothingUsable() {
        for (Class<? extends Record> type : List.of(DefaultThatIsNoJson.class, ConditionWithoutValue.class)) {
            assertThatThrownBy(() -> new OptionsBinder<>(type))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Maybe");
        }
    }

    private JsonNode option(String name) {
        return schema.path("properties").path(name);
    }
}
