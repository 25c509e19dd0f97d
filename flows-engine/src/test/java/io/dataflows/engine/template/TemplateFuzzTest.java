package io.dataflows.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.compile.ReturnPath;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.HostileTexts;
import io.dataflows.model.flow.ReplyPolicy;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.FlowObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Thousands of hostile templates and paths: data comes out, or a documented error, and soon; never anything of the host. */
class TemplateFuzzTest {

    private static final System.Logger LOG = System.getLogger(TemplateFuzzTest.class.getName());

    private static final Duration PER_INPUT = Duration.ofSeconds(2);

    /** What would show that a template reached the host. */
    private static final List<String> HOST = List.of(
            "java.lang",
            "io.dataflows",
            "jackson",
            "ObjectNode",
            "@",
            "class ",
            "uid=",
            "root:",
            "function",
            "native code");

    private final Random random = new Random(20260310);
    private final FlowObject data = data();

    @Test
    void reachesNothingOfTheHost() {
        int count = 0;
        for (String payload : HostileTexts.PAYLOADS) {
            for (String text : forms(payload)) {
                check(text);
                count++;
            }
        }
        for (; count < 20_000; count++) {
            check(generated());
        }
        LOG.log(System.Logger.Level.INFO, "Hostile templates: {0}", count);
    }

    @Test
    void readsPathsAndReturnPathsWithoutReachingTheHost() {
        int count = 0;
        for (; count < 20_000; count++) {
            String path = count < HostileTexts.PAYLOADS.size() ? HostileTexts.PAYLOADS.get(count) : generated();
            checked(path, () -> DataPath.parse(path).get(data));
            checked(path, () -> {
                JsonNode found =
                        ReturnPath.of(new ReplyPolicy(path, false, false)).find(data);
                return found == null ? NullNode.getInstance() : found;
            });
        }
        LOG.log(System.Logger.Level.INFO, "Hostile paths: {0}", 2 * count);
    }

    /** What comes out is known from how the template was made. */
    @Test
    void rendersWhatItWasMadeOf() {
        List<String> tags = List.of("{{n}}", "{{ text }}", "{{ o.a }}", "{{list[1]}}", "{{ $o.a }}", "{{ nope.x }}");
        List<String> values = List.of("5", "{{ n }} ${7*7} @", "1", "x", "1", "undefined");
        List<String> literals = List.of("", " ", "}", "}}", "{ ", "a", "${1+1}", "\n", "😀", "'", "\\");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder template = new StringBuilder("^");
            StringBuilder expected = new StringBuilder("^");
            for (int part = random.nextInt(8); part >= 0; part--) {
                int tag = random.nextInt(tags.size());
                String literal = literals.get(random.nextInt(literals.size()));
                template.append(tags.get(tag)).append(literal);
                expected.append(values.get(tag)).append(literal);
            }
            assertThat(Template.compile(text(template.toString())).render(data)).isEqualTo(text(expected.toString()));
        }
    }

    @Test
    void takesTimeThatGrowsWithTheTemplate() {
        for (String piece :
                List.of("{{ n }}", "{{", "}}", "{", "{{ a[", "{{ a.", "{{ [0][0] }}", "{{ 'a' }}", "[", ".", " ")) {
            for (int size : new int[] {1_000, 10_000, 100_000, 1_000_000}) {
                String text = piece.repeat(size / piece.length());
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> check(text));
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> check("{{ " + text + " }}"));
            }
        }
    }

    @Test
    void rendersDeepOptionsWithoutRunningOutOfStack() throws Exception {
        String deep = "[".repeat(190) + "\"{{ n }}\"" + "]".repeat(190);
        JsonNode rendered = Template.compile(Json.read(deep)).render(data);
        assertThat(Json.write(rendered)).isEqualTo("[".repeat(190) + "5" + "]".repeat(190));
    }

    /** Options that some other language would evaluate stay as they are, in every operation that takes a text. */
    @Test
    void leavesOtherLanguagesAlone() {
        List<String> texts = List.of("${1+1}", "#{1+1}", "${''.getClass()}", "%{1+1}", "<%= 1+1 %>", "[[${1+1}]]");
        for (String text : texts) {
            ObjectNode options = Json.object();
            options.set("json", Json.object().put("v", text));
            assertThat(Json.write(run("transform", options))).isEqualTo("{\"v\":" + Json.write(text(text)) + "}");
            JsonNode thrown = run("throw-error", Json.object().put("code", text).put("message", text));
            assertThat(thrown.path("code").asText()).isEqualToIgnoringCase(text);
        }
    }

    private static JsonNode run(String type, ObjectNode options) {
        ObjectNode draft = Flows.draft(
                "{\"operations\":{\"a\":{\"type\":\"" + type + "\",\"options\":" + Json.write(options) + "}}}");
        Reply reply = FlowVerifier.given(draft).whenWebhook("{}").reply();
        return Flows.json(Json.write(((Reply.Answered) reply).value()));
    }

    private void check(String text) {
        checked(text, () -> Template.compile(Json.object().put("v", text)).render(data));
    }

    private static void checked(String input, Supplier<JsonNode> work) {
        long start = System.nanoTime();
        String out;
        try {
            JsonNode rendered = work.get();
            out = rendered.isMissingNode() ? "" : Json.write(rendered);
        } catch (TemplateException documented) {
            assertThat(documented.name()).isIn("SyntaxError", "ReferenceError", "RangeError");
            out = "";
        }
        assertThat(System.nanoTime() - start).as(input).isLessThan(PER_INPUT.toNanos());
        for (String trace : HOST) {
            // What the input or the data says itself is no sign of the host.
            if (!input.contains(trace) && !"@".equals(trace)) {
                assertThat(out).as(input).doesNotContain(trace);
            }
        }
        if (!input.contains("49")) {
            assertThat(out).as(input).doesNotContain("49");
        }
    }

    private static List<String> forms(String payload) {
        List<String> forms = new ArrayList<>();
        for (String base :
                List.of("", "o.", "list.", "text.", "n.", "$trigger.", "$last.", "$env.", "nil.", "o['a'].")) {
            forms.add("{{" + base + payload + "}}");
            forms.add("{{ " + base + payload + " }}");
            forms.add("x{{ " + base + payload + " }}y");
        }
        forms.add("{{ o['" + payload + "'] }}");
        forms.add("{{ o[\"" + payload + "\"] }}");
        forms.add("{{{" + payload + "}}}");
        forms.add("{{#" + payload + "}}{{/" + payload + "}}");
        forms.add(payload);
        return forms;
    }

    private String generated() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            List<String> from = random.nextInt(6) == 0 ? HostileTexts.PAYLOADS : HostileTexts.SIGNS;
            text.append(from.get(random.nextInt(from.size())));
        }
        return text.toString();
    }

    private static JsonNode text(String text) {
        return Json.object().textNode(text);
    }

    private static FlowObject data() {
        FlowObject data = new FlowObject(Flows.json("{\"body\":{}}"), NullNode.getInstance(), Json.object());
        data.record("n", Flows.json("5"));
        data.record("nil", NullNode.getInstance());
        data.record("o", Flows.json("{\"a\":1}"));
        data.record("list", Flows.json("[1,\"x\",null,[2]]"));
        data.record("text", text("{{ n }} ${7*7} @"));
        return data;
    }
}
