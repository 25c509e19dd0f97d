package io.dataflows.engine.items.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.engine.filter.FilterEvaluator;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.listing.ListQueryParser;
import io.dataflows.engine.listing.QueryFilter;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.query.ListQuery;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recorded filters, in the databases and in memory. */
class RecordedReadsTest {
    private static final Map<Dialect, Library> LIBRARIES = new EnumMap<>(Dialect.class);

    @AfterAll
    static void close() {
        LIBRARIES.values().forEach(Library::close);
        LIBRARIES.clear();
    }

    @TestFactory
    Stream<DynamicTest> answerAsRecorded() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode recorded : cases()) {
            for (Dialect dialect : Dialect.values()) {
                tests.add(DynamicTest.dynamicTest(
                        dialect + " " + recorded.path("name").textValue(), () -> run(dialect, recorded)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(70);
        return tests.stream();
    }

    private static List<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (InputStream file = RecordedReadsTest.class.getResourceAsStream("/vectors/rest_cases.json")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (JsonNode recorded : Json.read(text).path("cases")) {
                if (recorded.path("group").asText().startsWith("item ")) {
                    cases.add(recorded);
                }
            }
        }
        return cases;
    }

    private static void run(Dialect dialect, JsonNode recorded) {
        ObjectNode parameters =
                parameters(recorded.path("request").path("query").asText());
        JsonNode body = recorded.path("response").path("body");
        Library library = LIBRARIES.computeIfAbsent(dialect, Library::on);
        try {
            ListQuery query = new ListQueryParser(100, -1).parse(parameters);
            Page page = library.reading.list(library.scope("articles"), query);
            compare(page.data(), body.path("data"));
            ObjectNode filter = query.filter();
            if (filter != null && !filter.toString().contains("(")) {
                assertThat(inMemory(library, filter)).isEqualTo(page.data());
            }
        } catch (FlowsException refused) {
            assertThat(refused)
                    .hasMessage(body.path("errors").path(0).path("message").asText("not refused"));
        }
    }

    /** Members that the recorded product doesn't have are left out. */
    private static void compare(JsonNode data, JsonNode recorded) {
        assertThat(data).hasSameSizeAs(recorded);
        for (int i = 0; i < recorded.size(); i++) {
            for (var member : recorded.get(i).properties()) {
                if (!member.getValue().asText().equals("<timestamp>")) {
                    assertThat(data.get(i).path(member.getKey()))
                            .hasToString(member.getValue().toString());
                }
            }
        }
    }

    private static JsonNode inMemory(Library library, ObjectNode filter) {
        var parsed = QueryFilter.parse(filter).resolve(DynamicVariables.of(null, Library.CLOCK));
        var matching = JsonNodeFactory.instance.arrayNode();
        for (JsonNode row : library.page("articles", "{'sort':'id'}").data()) {
            if (FilterEvaluator.matchesRow(parsed, row)) {
                matching.addObject().set("id", row.path("id"));
            }
        }
        return matching;
    }

    private static ObjectNode parameters(String query) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        for (String pair : query.split("&")) {
            String name = URLDecoder.decode(pair.substring(0, pair.indexOf('=')), StandardCharsets.UTF_8);
            String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
            int bracket = name.indexOf('[');
            if (bracket > 0) {
                parameters
                        .withObject("/" + name.substring(0, bracket))
                        .put(name.substring(bracket + 1, name.length() - 1), value);
            } else {
                parameters.put(name, value);
            }
        }
        return parameters;
    }
}
