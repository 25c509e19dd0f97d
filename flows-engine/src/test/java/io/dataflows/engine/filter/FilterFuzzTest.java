package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.HostileTexts;
import io.dataflows.model.error.Fault;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.FlowObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thousands of hostile filters on hostile data: a verdict comes out, or a documented error, and soon; nothing of the host. */
class FilterFuzzTest {

    private static final System.Logger LOG = System.getLogger(FilterFuzzTest.class.getName());

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration PER_INPUT = Duration.ofSeconds(2);
    private static final int FILTERS = 20_000;
    private static final int FLOWS = 300;
    private static final int BODIES = 60;

    /** What would show that a filter reached the host, or that Java failed. */
    private static final List<String> HOST = List.of(
            "java.",
            "io.dataflows",
            "fasterxml",
            "re2j",
            "Exception",
            "ObjectNode",
            "POJO",
            "uid=",
            "root:",
            "native code");

    private final HostileFilters filters = new HostileFilters();
    private final FlowObject data = HostileFilters.data();
    private final String dataText = Json.write(data.toJson());

    @Test
    void judgesGeneratedFilters() {
        for (int i = 0; i < FILTERS; i++) {
            check(filters.next());
        }
        LOG.log(System.Logger.Level.INFO, "Hostile filters: {0}", FILTERS);
    }

    @Test
    void judgesEveryPayloadInEveryPlace() {
        int count = 0;
        for (String payload : HostileTexts.PAYLOADS) {
            for (String text :
                    List.of(payload, "{{ " + payload + " }}", "{{ o." + payload + " }}", "$NOW(" + payload + ")")) {
                for (String operator : HostileFilters.OPERATORS) {
                    for (String field : List.of("n", "list", "text", "evil", "o")) {
                        check(Json.object().set(field, Json.object().put(operator, text)));
                        count++;
                    }
                }
                check(Json.object().set(text, Json.object().put("_eq", 1)));
                check(Json.object().set("n", Json.object().put("_" + text, 1)));
                check(Json.object().set("count(" + text + ")", Json.object().put("_eq", 1)));
                check(Json.object().put("$CURRENT_USER." + text, "$CURRENT_USER." + text));
                count += 4;
            }
        }
        LOG.log(System.Logger.Level.INFO, "Hostile operands, fields and operators: {0}", count);
    }

    /** Tags in data are data: an operand that is taken from the data is the data's own text. */
    @Test
    void neverRendersWhatTheDataSays() {
        CompiledFilter same = CompiledFilter.compile(Flows.json("{\"x\":{\"_eq\":\"{{ x }}\"}}"));
        CompiledFilter other = CompiledFilter.compile(Flows.json("{\"x\":{\"_neq\":\"{{ x }}\"}}"));
        CompiledFilter nested = CompiledFilter.compile(Flows.json("{\"y\":{\"_some\":{\"_in\":\"{{ y }}\"}}}"));
        for (String payload : HostileTexts.PAYLOADS) {
            for (String text : List.of("{{ " + payload + " }}", "{{ n }}", "{{ $env }}" + payload, "{{" + payload)) {
                FlowObject hostile = HostileFilters.data();
                hostile.record("x", TextNode.valueOf(text));
                hostile.record("y", Json.object().arrayNode().add(text));
                assertThat(same.test(hostile, null, CLOCK)).as(text).isTrue();
                assertThat(nested.test(hostile, null, CLOCK)).as(text).isTrue();
                assertThat(other.evaluate(hostile, null, CLOCK).toFault().message())
                        .isEqualTo("Validation failed for field \"x\". Value can't be \"" + text + "\".");
            }
        }
    }

    @Test
    void answersFlowsWhoseConditionIsHostile() {
        for (int i = 0; i < FLOWS; i++) {
            JsonNode filter = filters.next();
            FlowVerifier flow = FlowVerifier.given(condition(filter));
            answered(flow, Json.object().set("x", filters.operand(3)), Json.write(filter));
        }
        LOG.log(System.Logger.Level.INFO, "Flows with a hostile condition: {0}", FLOWS);
    }

    @Test
    void answersFlowsWhoseConditionTakesHostileOperands() {
        for (String operator : HostileFilters.OPERATORS) {
            JsonNode filter =
                    Flows.json("{\"$trigger\":{\"body\":{\"x\":{\"" + operator + "\":\"{{ $trigger.body.y }}\"}}}}");
            FlowVerifier flow = FlowVerifier.given(condition(filter));
            for (int i = 0; i < BODIES; i++) {
                ObjectNode body = Json.object();
                body.set("x", filters.operand(2));
                body.set("y", filters.operand(2));
                answered(flow, body, operator);
            }
        }
        LOG.log(
                System.Logger.Level.INFO,
                "Hostile bodies of conditions: {0}",
                BODIES * HostileFilters.OPERATORS.size());
    }

    private static ObjectNode condition(JsonNode filter) {
        String options = Json.write(Json.object().set("filter", filter));
        return Flows.draft("{\"operations\":{\"a\":{\"type\":\"condition\",\"options\":" + options + "}}}");
    }

    private static void answered(FlowVerifier flow, JsonNode body, String filter) {
        String input = filter + Json.write(body);
        long start = System.nanoTime();
        Reply reply = flow.whenWebhook(Json.write(body)).reply();
        assertThat(System.nanoTime() - start).as(input).isLessThan(PER_INPUT.toNanos());
        String out = reply.fold(
                answered -> answered.value() == null ? "" : Json.write(answered.value()), accepted -> "", refused -> {
                    assertThat(refused.fault().status()).as(input).isLessThan(500);
                    return told(refused.fault());
                });
        assertSilent(input, out);
    }

    private void check(JsonNode filter) {
        String input = Json.write(filter) + dataText;
        long start = System.nanoTime();
        CompiledFilter compiled = CompiledFilter.compile(filter);
        FilterVerdict verdict = compiled.evaluate(data, FlowVerifier.ADMIN, CLOCK);
        assertThat(compiled.test(data, FlowVerifier.ADMIN, CLOCK)).as(input).isEqualTo(verdict.passes());
        compiled.unknownOperators();
        checkQuery(filter, input);
        assertThat(System.nanoTime() - start).as(input).isLessThan(PER_INPUT.toNanos());
        if (!verdict.passes()) {
            assertSilent(input, told(verdict.toFault()));
        }
    }

    private void checkQuery(JsonNode json, String input) {
        try {
            Filter filter = FilterParser.parseQuery(json);
            if (filter != null) {
                Filter resolved = filter.resolve(DynamicVariables.of(FlowVerifier.ADMIN, CLOCK));
                FilterVerdict verdict = FilterEvaluator.evaluate(resolved, data.toJson());
                assertThat(FilterEvaluator.test(resolved, data.toJson()))
                        .as(input)
                        .isEqualTo(verdict.passes());
                FilterEvaluator.matchesRow(resolved, data.toJson());
                assertSilent(input, Json.write(resolved.toJson()));
            }
        } catch (FilterException documented) {
            assertThat(documented.name()).isIn("Error", "AssertError", "TypeError", "RangeError", "SyntaxError");
            assertSilent(input, String.valueOf(documented.getMessage()));
        }
    }

    private static String told(Fault fault) {
        StringBuilder told = new StringBuilder(fault.code() + ' ' + fault.message() + ' ' + fault.hint() + ' ');
        told.append(Json.write(fault.extensions())).append(Json.write(fault.value()));
        fault.causes().forEach(cause -> told.append(told(cause)));
        return told.toString();
    }

    private static void assertSilent(String input, String out) {
        for (String trace : HOST) {
            // What the input or the data says itself is no sign of the host.
            if (!input.contains(trace)) {
                assertThat(out).as(input).doesNotContain(trace);
            }
        }
    }
}
