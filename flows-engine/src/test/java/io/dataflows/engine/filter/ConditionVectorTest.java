package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.json.Vectors;
import io.dataflows.model.error.Fault;
import io.dataflows.model.run.FlowObject;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionVectorTest {

    private static final JsonNode VECTORS = Vectors.read("conditions.json");

    /** Recorded to pass always, here a rejection: the operator doesn't exist. */
    private static final Set<String> UNKNOWN_OPERATOR = Set.of("{\"s\":{\"_foo\":1}}", "{\"missing\":{\"_foo\":1}}");

    /** Recorded never to pass; here values outside the bounds pass. */
    private static final Set<String> OUTSIDE = Set.of(
            "{\"n\":{\"_nbetween\":[6,10]}}",
            "{\"n\":{\"_nbetween\":[1,4]}}",
            "{\"d\":{\"_nbetween\":[\"2020-01-01\",\"2020-12-31\"]}}");

    /** Recorded to pass always; here no element, or one too many, matches. */
    private static final Set<String> ELEMENTS =
            Set.of("{\"objs\":{\"_some\":{\"id\":{\"_eq\":99}}}}", "{\"objs\":{\"_none\":{\"id\":{\"_eq\":1}}}}");

    static Stream<Arguments> cases() {
        return Vectors.cases(VECTORS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void judgesAsRecorded(String name, JsonNode recorded) {
        FilterVerdict verdict = judge(recorded);
        String filter = Json.write(recorded.path("filter"));
        if (UNKNOWN_OPERATOR.contains(filter)) {
            assertThat(verdict.error()).isNotNull();
        } else if (OUTSIDE.contains(filter)) {
            assertThat(verdict.passes()).isTrue();
        } else if (ELEMENTS.contains(filter)) {
            assertThat(verdict.failures()).hasSize(1);
        } else {
            assertThat(describe(verdict)).isEqualTo(expected(recorded.get("expected")));
        }
    }

    private static FilterVerdict judge(JsonNode recorded) {
        FlowObject data = data(recorded.path("dataOverride"));
        try {
            Filter filter = FilterParser.parse(recorded.path("filter"));
            return filter == null
                    ? FilterVerdict.PASSED
                    : FilterEvaluator.evaluate(filter.resolve(RecordedVariables.of(VECTORS)), data);
        } catch (FilterException broken) {
            return FilterVerdict.broken(broken);
        }
    }

    private static FlowObject data(JsonNode override) {
        JsonNode data = VECTORS.get("data");
        FlowObject flowObject = new FlowObject(data.get("$trigger"), NullNode.getInstance(), Json.object());
        data.properties().stream()
                .filter(member -> !member.getKey().startsWith("$"))
                .forEach(member -> flowObject.record(member.getKey(), member.getValue()));
        override.properties().forEach(member -> flowObject.record(member.getKey(), member.getValue()));
        flowObject.record(FlowObject.LAST, data.get("$last"));
        return flowObject;
    }

    private static ObjectNode describe(FilterVerdict verdict) {
        ObjectNode described = Json.object().put("pass", verdict.passes());
        if (verdict.error() != null) {
            return described.put("crash", true);
        }
        for (Fault fault : verdict.failures()) {
            described
                    .withArray("errors")
                    .addObject()
                    .put("message", fault.message())
                    .put("code", fault.code())
                    .put("status", fault.status())
                    .set("extensions", fault.extensions());
        }
        return described;
    }

    /** The words of evaluator errors are the recorded engine's own; that there is one is what counts. */
    private static JsonNode expected(JsonNode recorded) {
        return recorded.has("crash") ? Json.object().put("pass", false).put("crash", true) : recorded;
    }
}
