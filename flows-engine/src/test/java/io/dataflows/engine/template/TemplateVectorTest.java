package io.dataflows.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.json.Vectors;
import io.dataflows.model.run.FlowObject;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateVectorTest {

    private static final JsonNode VECTORS = Vectors.read("templating.json");

    static Stream<Arguments> cases() {
        return Vectors.cases(VECTORS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void rendersAsRecorded(String name, JsonNode recorded) {
        Template template = Template.compile(recorded.get("options"), keptNames(recorded));
        if (recorded.has("throws")) {
            var thrown = catchThrowableOfType(TemplateException.class, () -> template.render(scope()));
            assertThat(thrown.name()).isEqualTo(recorded.at("/throws/name").asText());
            assertThat(thrown).hasMessage(recorded.at("/throws/message").asText());
        } else {
            assertThat(template.render(scope())).isEqualTo(expected(recorded));
        }
    }

    /** Members of the host language are missing here, on purpose: a template reads data, never the engine. */
    private static JsonNode expected(JsonNode recorded) {
        JsonNode expected = recorded.get("expected");
        return expected.path("value").asText().equals("<<function>>")
                ? Json.object().put("value", "undefined")
                : expected;
    }

    private static Set<String> keptNames(JsonNode recorded) {
        Set<String> names = new HashSet<>();
        recorded.path("skipUndefinedKeys").forEach(key -> names.add(key.asText()));
        return names;
    }

    private static FlowObject scope() {
        JsonNode scope = VECTORS.get("scope");
        JsonNode nothing = NullNode.getInstance();
        FlowObject data = new FlowObject(scope.get("$trigger"), nothing, scope.get("$env"));
        scope.properties().stream()
                .filter(member -> !member.getKey().startsWith("$"))
                .forEach(member -> data.record(member.getKey(), member.getValue()));
        data.record(FlowObject.LAST, scope.get("$last"));
        return data;
    }
}
