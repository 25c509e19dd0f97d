package io.dataflows.engine.compile;

import static io.dataflows.engine.testkit.Flows.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.model.error.FlowProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ $trigger.body.url }}",
                "{{$trigger.query['url']}}",
                "https://{{ $trigger.body.host }}/path",
                "https://api.{{ $trigger.body.host }}",
                "https:{{ $trigger.body.host }}/a",
                "https:/{{ $trigger.body.host }}/a",
                "https:///{{ $trigger.body.host }}/a",
                "HTTPS:\\\\\\\\{{ $trigger.body.host }}/a",
                " https:/\\\\/{{ $trigger.body.host }}",
                "https://user:{{ $trigger.body.password }}@example.com/",
                "{{ $trigger.body.scheme }}://example.com",
                "https://example.com:{{ $trigger.body.port }}/a",
                "https://example.com{{ $trigger.body.rest }}",
                "{{ $last.url }}",
                "{{ $env.BASE }}{{ $trigger.body.rest }}",
            })
    void warnsWhereCallersChooseTheHost(String url) {
        assertThat(problems(
                        "{\"operations\": {\"r\": {\"type\": \"request\", \"options\": {\"url\": \"" + url + "\"}}}}"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.pointer()).isEqualTo("/operations/0/options/url");
                    assertThat(problem.blocking()).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/{{ $trigger.body.id }}",
                "https://example.com?q={{ $trigger.body.q }}",
                "https://example.com#{{ $trigger.body.q }}",
                "{{ $env.BASE }}/x/{{ $trigger.body.id }}",
                "https://{{ $env.HOST }}/a",
                "{{ lookup.url }}",
                "https://example.com/$trigger",
                "",
            })
    void saysNothingWhereTheyDoNot(String url) {
        assertThat(problems(
                        "{\"operations\": {\"r\": {\"type\": \"request\", \"options\": {\"url\": \"" + url + "\"}}}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ second.url }}", "{{ $second.url }}", "{{ $last.url }}"})
    void followsTheDataThroughTransforms(String url) {
        assertThat(problems(
                        """
                {"start": "first", "operations": {
                 "r": {"type": "request", "options": {"url": "%s"}},
                 "second": {"type": "transform", "options": {"json": {"url": "https://{{ first.host }}"}}, "resolve": "r"},
                 "first": {"type": "transform", "options": {"json": {"host": ["{{ $trigger.body.host }}"]}},
                           "resolve": "second"}}}"""
                                .formatted(url)))
                .hasSize(1);
    }

    @Test
    void knowsThatOtherStepsReplaceTheLastValue() {
        assertThat(
                        problems(
                                """
                {"start": "c", "operations": {
                 "c": {"type": "condition", "options": {"filter": null}, "resolve": "r"},
                 "r": {"type": "request", "options": {"url": "{{ $last.url }}"}}}}"""))
                .isEmpty();
    }

    private static List<FlowProblem> problems(String flow) {
        FlowVerifier verifier = FlowVerifier.given(draft(flow));
        return verifier.engine().library().problems(verifier.flow()).stream()
                .filter(problem -> problem.code().equals("URL_FROM_TRIGGER"))
                .toList();
    }
}
