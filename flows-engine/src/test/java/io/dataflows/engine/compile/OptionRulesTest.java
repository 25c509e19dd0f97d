package io.dataflows.engine.compile;

import static io.dataflows.engine.testkit.Flows.draft;
import static io.dataflows.engine.testkit.Flows.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.catalog.MetaSchema;
import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.SampleOperation;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionRulesTest {

    private static final OperationCatalog CATALOG = new OperationCatalog(List.of(new SampleOperation()));
    private static final UUID ID = new UUID(0, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"number\": [1]            | OPTION_TYPE | /number",
                "\"number\": true           | OPTION_TYPE | /number",
                "\"number\": \"12 pieces\"  | OPTION_TYPE | /number",
                "\"limited\": 1.5           | OPTION_TYPE | /limited",
                "\"limited\": 0             | OPTION_RANGE | /limited",
                "\"limited\": 11            | OPTION_RANGE | /limited",
                "\"flag\": \"true\"         | OPTION_TYPE | /flag",
                "\"flag\": 1                | OPTION_TYPE | /flag",
                "\"json\": \"{a: 1}\"       | OPTION_TYPE | /json",
                "\"json\": \"\"             | OPTION_TYPE | /json",
                "\"tags\": {\"a\": 1}       | OPTION_TYPE | /tags",
                "\"tags\": [\"a\", []]      | OPTION_TYPE | /tags/1",
                "\"headers\": \"a\"         | OPTION_TYPE | /headers",
                "\"headers\": [5]           | OPTION_TYPE | /headers/0",
                "\"headers\": [{}]          | OPTION_MISSING | /headers/0/header",
                "\"headers\": [{\"header\": \"a\", \"valeu\": \"b\"}] | OPTION_UNKNOWN | /headers/0/valeu",
                "\"closed\": \"three\"      | OPTION_NOT_A_CHOICE | /closed",
                "\"closed\": \"One\"        | OPTION_NOT_A_CHOICE | /closed",
                "\"closed\": \"two\"        | OPTION_MISSING | /hidden",
                "\"code\": \"abc\"          | OPTION_FORMAT | /code",
                "\"secret\": \"hunter2\"    | SECRET_LITERAL | /secret",
                "\"nubmer\": 1              | OPTION_UNKNOWN | /nubmer",
                "\"JSON\": 1                | OPTION_UNKNOWN | /JSON",
                "\"number\": \"{{ a..b }}\" | BAD_TEMPLATE | /number",
                "\"any\": {\"a/b\": [\"{{ }}\"]} | BAD_TEMPLATE | /any/a~1b/0",
                "\"text\": \"{{ a.b.c.d.e.f.g.h.i.j.k }}\" | BAD_TEMPLATE | /text",
            })
    void warns(String option, String code, String pointer) {
        FlowProblem problem = only(problems("{\"text\": \"a\", " + option + "}"));
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.pointer()).isEqualTo("/operations/0/options" + pointer);
        assertThat(problem.blocking()).isFalse();
        assertThat(problem.step()).isEqualTo(ID);
        assertThat(problem.message())
                .startsWith("Option \"")
                .contains(" of \"step\"")
                .endsWith(".");
        assertThat(problem.hint()).startsWith("Maybe ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"number\": \"12\"",
                "\"number\": \" -1.5e3 \"",
                "\"number\": \"\"",
                "\"number\": null",
                "\"number\": \"{{ $last }}\"",
                "\"limited\": \"7\"",
                "\"limited\": 10",
                "\"flag\": true",
                "\"flag\": \"{{ $last }}\"",
                "\"any\": [1, {\"x\": null}]",
                "\"json\": \"[1, 2]\"",
                "\"json\": \"{\\\"a\\\": {{ $last }} }\"",
                "\"json\": 5",
                "\"tags\": \"a,b\"",
                "\"tags\": [1, \"a\"]",
                "\"headers\": []",
                "\"headers\": \"{{ $last }}\"",
                "\"headers\": [\"{{ $last }}\"]",
                "\"headers\": [{\"header\": \"a\"}]",
                "\"closed\": \"{{ $last }}\"",
                "\"closed\": null",
                "\"closed\": \"\"",
                "\"open\": 3",
                "\"open\": \"2\"",
                "\"code\": \"ABC\"",
                "\"hidden\": [1]",
                "\"closed\": \"two\", \"hidden\": \"x\"",
                "\"secret\": \"{{ $env.KEY }}\"",
                "\"secret\": \"\"",
                "\"something\": \"else\"",
                "\"other\": 1",
                "\"text\": {\"becomes\": \"JSON\"}",
                "\"text\": 5"
            })
    void acceptsWhatConverts(String option) {
        assertThat(problems("{\"text\": \"a\", " + option + "}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"a\"", "{\"text\": null}", "{\"text\": \"\"}"})
    void missesARequiredOption(String options) {
        assertThat(only(problems(options)))
                .extracting(FlowProblem::code, FlowProblem::message, FlowProblem::hint)
                .containsExactly(
                        "OPTION_MISSING",
                        "Option \"text\" of \"step\" is required, but missing.",
                        "Maybe fill in \"Text\".");
    }

    @Test
    void saysWhatMayBeWrittenInstead() {
        assertThat(only(problems("{\"text\": \"a\", \"closed\": \"three\"}")))
                .extracting(FlowProblem::message, FlowProblem::hint)
                .containsExactly(
                        "Option \"closed\" of \"step\" (\"three\") is none of its choices.", "Maybe one of one, two.");
        assertThat(only(problems("{\"text\": \"a\", \"limited\": 11}")))
                .extracting(FlowProblem::message, FlowProblem::hint)
                .containsExactly(
                        "Option \"limited\" of \"step\" (11) is too large.", "Maybe check the unit: 10 is the limit.");
        assertThat(only(problems("{\"text\": \"a\", \"nubmer\": 1}")).hint()).isEqualTo("Maybe \"number\" is meant.");
    }

    @Test
    void neverShowsASecret() {
        assertThat(problems("{\"text\": \"a\", \"secret\": \"canary\", \"number\": \"" + "canary".repeat(20) + "\"}"))
                .hasSize(2)
                .noneMatch(problem -> (problem.message() + problem.hint()).contains("canary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text", "number", "limited", "flag", "any", "tags", "headers", "closed", "open", "secret", "code",
                "json"
            })
    void agreesWithTheSchema(String option) {
        JsonNode schema = CATALOG.find("sample").orElseThrow().schema();
        for (String value : List.of(
                "1",
                "-1",
                "11",
                "1.5",
                "true",
                "[]",
                "{}",
                "[\"a\"]",
                "[[]]",
                "[{}]",
                "[{\"header\": \"a\"}]",
                "null",
                "\"a\"",
                "\"ABC\"",
                "\"2\"",
                "\"2 a\"",
                "\"one\"",
                "\"{{ a }}\"",
                "\"a {{ b }} c\"",
                "[\"{{ a }}\"]")) {
            ObjectNode options = (ObjectNode) json("{\"text\": \"t\"}");
            options.set(option, json(value));
            boolean valid = MetaSchema.breaches(schema, options).isEmpty();
            boolean unspoken = option.equals("json") && value.startsWith("\"");
            assertThat(problems(options.toString()).stream()
                            .allMatch(problem -> problem.code().equals("SECRET_LITERAL")))
                    .as(options.toString())
                    .isEqualTo(valid && !(unspoken && !value.contains("{{") && !value.equals("\"2\"")));
        }
    }

    @Test
    void letsClientsSaveAndRunSuchAFlow() {
        FlowVerifier verifier = FlowVerifier.given(
                draft("{\"operations\": {\"a\": {\"type\": \"sample\", \"options\": {\"flag\": 1}}}}"),
                new SampleOperation());
        assertThat(verifier.engine().library().problems(verifier.flow()))
                .extracting(FlowProblem::code)
                .containsExactlyInAnyOrder("OPTION_MISSING", "OPTION_TYPE");
        verifier.whenWebhook("{}").thenReply("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", " ", "{{", "a}}{{ ", "{{ a }} ", "{\"a\":", "https://{{ $trigger.a }}"})
    @Timeout(20)
    void readsHugeTextsInGoodTime(String part) {
        ObjectNode options = (ObjectNode) json("{\"nubmer\": 1}");
        for (String option : List.of("text", "number", "limited", "flag", "json", "tags", "closed", "url")) {
            options.put(option, part.repeat((1 << 18) / part.length()) + "x");
        }
        assertThat(problems(options.toString())).isNotEmpty();
    }

    private static FlowProblem only(List<FlowProblem> problems) {
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<FlowProblem> problems(String options) {
        StepDefinition step = new StepDefinition(
                ID, ID, null, "step", "sample", 1, 1, json(options), null, null, Instant.EPOCH, null);
        FlowDefinition flow = new FlowDefinition(
                ID,
                "f",
                null,
                null,
                null,
                "active",
                "webhook",
                "all",
                null,
                ID,
                null,
                Instant.EPOCH,
                null,
                1,
                List.of(step));
        return new FlowValidator(CATALOG).check(flow);
    }
}
