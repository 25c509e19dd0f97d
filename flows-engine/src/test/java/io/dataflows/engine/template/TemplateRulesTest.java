package io.dataflows.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.run.FlowObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of templates beyond the recorded cases. */
class TemplateRulesTest {

    /** A template (escapes as in JSON), and the JSON that it gives. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                // White space
                "{{\\u00a0n\\ufeff}}~5",
                "{{\\u2028n\\u2029\\u3000}}~5",
                "{{\\u180en}}~\"undefined\"",
                "{{\\u0085n}}~\"undefined\"",
                "{{ n }}\\n~\"5\\n\"",
                "\\n{{ n }}~\"\\n5\"",
                "{{n}}{{n}}~\"55\"",
                "{{ o . a }}~\"1\"",
                "{{ o [ 'a' ] }}~\"1\"",
                // Braces
                "}}{{ n }}~\"}}5\"",
                "{{ n }}}}~\"5}}\"",
                "{{{n}}}~\"undefined}\"",
                "{ {{ n }} }~\"{ 5 }\"",
                "{{ n }}{~\"5{\"",
                // Lists, indexes, length
                "{{ list.length }}~3",
                "{{ list['length'] }}~3",
                "{{ text.length }}~\"undefined\"",
                "{{ sized.length }}~\"own\"",
                "{{ o.length }}~\"undefined\"",
                "{{ list[-1] }}~\"undefined\"",
                "{{ list[1.0] }}~\"undefined\"",
                "{{ list[01] }}~\"undefined\"",
                "{{ list[99999999999] }}~\"undefined\"",
                "{{ list[2][0] }}~7",
                "{{ list[2]['0'] }}~7",
                "{{ list.2.0 }}~7",
                "{{ list[ 2 ] }}~\"[7]\"",
                "{{list[2]}}~[7]",
                "{{ list[0].x }}~\"undefined\"",
                // Names
                "{{ names['a.b'] }}~1",
                "{{ names[\\\"it's\\\"] }}~2",
                "{{ names['[x]'] }}~throws SyntaxError",
                "{{ names[a.b] }}~1",
                "{{ ['names']['a.b'] }}~1",
                "{{ names['__proto__'] }}~\"undefined\"",
                "{{ names.ключ }}~3",
                "{{ names.😀 }}~4",
                "{{ $o.a }}~1",
                "{{ $$o.a }}~\"undefined\"",
                "{{ $ }}~\"undefined\"",
                "{{ names[] }}~throws SyntaxError",
                "{{ names['a }}~throws SyntaxError",
                "{{ names.. }}~throws SyntaxError",
                "{{ . }}~throws SyntaxError",
                "{{}}~throws SyntaxError",
                "{{   }}~throws SyntaxError",
                "{{ {{ n }} }}~throws SyntaxError",
                "{{ n }} {{~throws SyntaxError",
                // Numbers as text
                "x{{ big }}~\"x1e+21\"",
                "x{{ small }}~\"x1e-7\"",
                "x{{ sum }}~\"x0.30000000000000004\"",
                "x{{ minus }}~\"x0\"",
                "x{{ whole }}~\"x5\"",
                "x{{ million }}~\"x123456789012345680000\"",
                // Values inside text
                "x{{ yes }} {{ no }} {{ nil }}~\"xtrue false null\"",
                "x{{ text }}~\"xa\\\"b\\\\c\\n{{ n }}${1+1}\"",
                "x{{ inText }}~\"x{\\\"t\\\":\\\"a\\\\\\\"b\\\\\\\\c\\\\n\\\",\\\"u\\\":\\\"\\u2028\\u007f\\\",\\\"n\\\":[null,1.5]}\"",
                "x{{ lone }}~\"x{\\\"s\\\":\\\"\\\\ud83d\\\"}\"",
                "x{{ pair }}~\"x😀\"",
                "x{{ emptyList }}{{ emptyObject }}~\"x[]{}\"",
                "${1+1} #{2+2} %{3} <%= 4 %>~\"${1+1} #{2+2} %{3} <%= 4 %>\"",
            })
    void rendersByTheRules(String text, String expected) {
        JsonNode template = Flows.json("\"" + text + "\"");
        if (expected.startsWith("throws ")) {
            var thrown = catchThrowableOfType(TemplateException.class, () -> render(template));
            assertThat(thrown.name()).isEqualTo(expected.substring(7));
        } else {
            assertThat(render(template)).isEqualTo(Flows.json(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {998, 999, 1000})
    void allowsAThousandCharactersInATag(int length) {
        String tag = " n" + " ".repeat(length - 2);
        assertThat(render(text("x{{" + tag + "}}"))).isEqualTo(text("x5"));
    }

    @Test
    void refusesATagOfMoreThanAThousandCharacters() {
        String tag = " n" + " ".repeat(999);
        var thrown = catchThrowableOfType(TemplateException.class, () -> render(text("x{{" + tag + "}}")));
        assertThat(thrown)
                .hasMessage("Missing \"}}\" in the template for the \"{{\" at position 1 within 1000 characters");
    }

    @Test
    void readsALongPathThatIsTheWholeText() {
        String path = "o['" + "k".repeat(1200) + "']";
        assertThat(render(text("{{ " + path + " }}"))).isEqualTo(text("long"));
        var thrown = catchThrowableOfType(TemplateException.class, () -> render(text("{{ no." + path + " }}")));
        assertThat(thrown.name()).isEqualTo("SyntaxError");
    }

    @Test
    void allowsTenLevels() {
        assertThat(render(text("{{ deep.a.a.a.a.a.a.a.a.a }}"))).isEqualTo(text("bottom"));
        var thrown =
                catchThrowableOfType(TemplateException.class, () -> render(text("{{ deep.a.a.a.a.a.a.a.a.a.a }}")));
        assertThat(thrown.name()).isEqualTo("ReferenceError");
    }

    @Test
    void leavesNamesAndOtherValuesAlone() {
        JsonNode options = Flows.json("{\"{{ n }}\":{\"{{ n }}\":[\"{{ n }}\",[true,{\"k\":\"{{ o }}\"}],1.5,null]}}");
        assertThat(render(options))
                .isEqualTo(Flows.json("{\"{{ n }}\":{\"{{ n }}\":[5,[true,{\"k\":" + Json.write(render(text("{{ o }}")))
                        + "}],1.5,null]}}"));
    }

    @Test
    void readsTheMembersOfAnErrorThatItsJsonHides() {
        FlowObject data = data();
        data.record(
                "bad",
                Fault.of(ErrorCode.FORBIDDEN, FaultKind.USER, "Not for you.").value());
        data.record(
                "worse",
                Fault.ofPlainError("TypeError", FaultKind.USER, "Broken.").value());
        assertThat(render(text("{{ bad.message }}{{ bad.code }}"), data)).isEqualTo(text("Not for you.FORBIDDEN"));
        assertThat(render(text("x{{ bad }}"), data))
                .isEqualTo(text("x{\"name\":\"DirectusError\",\"code\":\"FORBIDDEN\",\"status\":403}"));
        assertThat(render(text("{{ $last.name }} x{{ $last }}"), data)).isEqualTo(text("TypeError x{}"));
    }

    @Test
    void neverRendersWhatItRendered() {
        FlowObject data = data();
        data.record("a", text("{{ b }}"));
        data.record("b", text("{{ a }}{{ n }}"));
        data.record("half", text("{{ n "));
        assertThat(render(text("{{ a }}"), data)).isEqualTo(text("{{ b }}"));
        assertThat(render(text("{{ a }} {{ b }}"), data)).isEqualTo(text("{{ b }} {{ a }}{{ n }}"));
        assertThat(render(text("{{ half }}}}"), data)).isEqualTo(text("{{ n }}"));
    }

    private static JsonNode render(JsonNode template) {
        return render(template, data());
    }

    private static JsonNode render(JsonNode template, FlowObject data) {
        return Template.compile(template).render(data);
    }

    private static JsonNode text(String text) {
        return Json.object().textNode(text);
    }

    private static FlowObject data() {
        FlowObject data = new FlowObject(NullNode.getInstance(), NullNode.getInstance(), Json.object());
        ObjectNode members = (ObjectNode)
                Flows.json(
                        """
                {"n": 5, "list": [1, "x", [7]], "sized": {"length": "own"}, "text": "a\\"b\\\\c\\n{{ n }}${1+1}",
                 "names": {"a.b": 1, "it's": 2, "ключ": 3, "😀": 4}, "big": 1e21, "small": 1e-7,
                 "sum": 0.30000000000000004, "minus": -0, "whole": 5.0, "million": 123456789012345680000,
                 "yes": true, "no": false, "nil": null, "pair": "😀", "lone": {"s": "\\ud83d"},
                 "inText": {"t": "a\\"b\\\\c\\n", "u": "\\u2028\\u007f", "n": [null, 1.5]},
                 "emptyList": [], "emptyObject": {},
                 "deep": {"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":"bottom"}}}}}}}}}}""");
        members.properties().forEach(member -> data.record(member.getKey(), member.getValue()));
        data.record("o", Json.object().put("a", 1).put("k".repeat(1200), "long"));
        return data;
    }
}
