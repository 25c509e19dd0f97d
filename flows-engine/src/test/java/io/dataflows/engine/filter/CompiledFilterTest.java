package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.error.Fault;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledFilterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    private static final UUID USER = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Accountability CALLER =
            new Accountability(null, USER, List.of(), false, true, null, null, null);

    @Test
    void passesWhereThereIsNoFilter() {
        assertThat(verdict(NullNode.getInstance()).passes()).isTrue();
        assertThat(verdict(MissingNode.getInstance()).passes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "\"{\\\"a\\\":1}\"",
                "{\"a\":null}",
                "{\"n\":{\"_foo\":1}}",
                "{\"_and\":1}",
                "{\"n\":{\"_eq\":\"{{ a..b }}\"}}",
                "\"{{ nope }}\""
            })
    void givesAnErrorWhereTheFilterCannotBeRead(String filter) throws JsonProcessingException {
        FilterVerdict verdict = verdict(Json.read(filter));
        assertThat(verdict.passes()).isFalse();
        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.toFault().causes()).isEmpty();
        assertThat(CompiledFilter.compile(Json.read(filter)).test(data(), CALLER, CLOCK))
                .isFalse();
    }

    @Test
    void rendersOperandsBeforeItParsesThem() throws JsonProcessingException {
        assertThat(verdict(Json.read("{\"n\":{\"_eq\":\"{{ $trigger.body.n }}\"}}"))
                        .passes())
                .isTrue();
        assertThat(verdict(Json.read("{\"n\":{\"_in\":\"4,{{ n }}\"}}")).failures())
                .hasSize(1);
        assertThat(verdict(Json.read("\"{{ rule }}\"")).passes()).isTrue();
    }

    @Test
    void doesNotRenderWhatWasRendered() throws JsonProcessingException {
        assertThat(verdict(Json.read("{\"tag\":{\"_eq\":\"{{ tag }}\"}}")).passes())
                .isTrue();
    }

    @Test
    void resolvesVariablesWhenItIsEvaluated() throws JsonProcessingException {
        CompiledFilter filter = CompiledFilter.compile(Json.read("{\"d\":{\"_lt\":\"$NOW\"}}"));
        assertThat(filter.test(data(), CALLER, CLOCK)).isTrue();
        assertThat(filter.test(data(), CALLER, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)))
                .isFalse();
        CompiledFilter user = CompiledFilter.compile(Json.read("{\"user\":{\"_eq\":\"$CURRENT_USER\"}}"));
        assertThat(user.test(data(), CALLER, CLOCK)).isTrue();
        assertThat(user.test(data(), null, CLOCK)).isFalse();
    }

    @Test
    void rejectsWithAListOfErrorsThatHideTheirMessages() throws JsonProcessingException {
        Fault fault = verdict(Json.read("{\"n\":{\"_gt\":6}}")).toFault();
        assertThat(fault.value().isArray()).isTrue();
        assertThat(fault.value().get(0).get("message").asText())
                .isEqualTo("Validation failed for field \"n\". Value has to be greater than \"6\".");
        assertThat(Json.write(fault.value()))
                .isEqualTo("[{\"name\":\"DirectusError\",\"extensions\":{\"field\":\"n\",\"path\":[],\"type\":\"gt\","
                        + "\"valid\":6},\"code\":\"FAILED_VALIDATION\",\"status\":400}]");
    }

    @Test
    void tellsOperatorsThatDoNotExist() throws JsonProcessingException {
        JsonNode filter = Json.read("{\"_or\":[{\"n\":{\"_foo\":1}},{\"a\":{\"_some\":{\"b\":{\"_bar\":2}}}}]}");
        assertThat(CompiledFilter.compile(filter).unknownOperators()).containsExactly("_bar", "_foo");
    }

    @Test
    void testsElementsOfLists() throws JsonProcessingException {
        assertThat(verdict(Json.read("{\"list\":{\"_some\":{\"id\":{\"_gt\":1}}}}"))
                        .passes())
                .isTrue();
        assertThat(verdict(Json.read("{\"list\":{\"_some\":{\"id\":{\"_gt\":2}}}}"))
                        .passes())
                .isFalse();
        assertThat(verdict(Json.read("{\"list\":{\"_none\":{\"id\":{\"_gt\":2}}}}"))
                        .passes())
                .isTrue();
        assertThat(verdict(Json.read("{\"numbers\":{\"_some\":{\"_gt\":2}}}")).passes())
                .isTrue();
        assertThat(verdict(Json.read("{\"numbers\":{\"_none\":{\"_eq\":3}}}")).passes())
                .isFalse();
    }

    private static FilterVerdict verdict(JsonNode filter) {
        return CompiledFilter.compile(filter).evaluate(data(), CALLER, CLOCK);
    }

    private static FlowObject data() {
        try {
            FlowObject data = new FlowObject(Json.read("{\"body\":{\"n\":5}}"), NullNode.getInstance(), Json.object());
            data.record("n", Json.read("5"));
            data.record("d", Json.read("\"2026-03-10\""));
            data.record("tag", Json.read("\"{{ n }}\""));
            data.record("user", Json.read("\"" + USER + "\""));
            data.record("rule", Json.read("{\"n\":{\"_eq\":5}}"));
            data.record("list", Json.read("[{\"id\":1},{\"id\":2}]"));
            data.record("numbers", Json.read("[1,2,3]"));
            return data;
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
